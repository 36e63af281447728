#include "chart/jail.h"

#if defined(__linux__) && defined(__x86_64__) && defined(__LP64__)

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#define LOAD(field)                                                                                \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned int)offsetof(struct seccomp_data, field))
#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, (unsigned int)(value))
#define REFUSE(number) (SECCOMP_RET_ERRNO | ((number)&SECCOMP_RET_DATA))
#define EQUAL(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned int)(value), yes, no)
#define AT_LEAST(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, (unsigned int)(value), yes, no)
#define HAS_BIT(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (unsigned int)(value), yes, no)

/* System calls numbered from here are those of the x32 interface. */
#define X32_FIRST 0x40000000U

/* The numbers behind a test are how many lines to skip if it holds and if it does not. */
static struct sock_filter jail_filter[] = {
    LOAD(arch),
    EQUAL(AUDIT_ARCH_X86_64, 1, 0),
    ANSWER(REFUSE(EPERM)),
    LOAD(nr),
    AT_LEAST(X32_FIRST, 9, 0),
    EQUAL(SYS_fork, 8, 0),
    EQUAL(SYS_vfork, 7, 0),
    EQUAL(SYS_socket, 6, 0),
    EQUAL(SYS_socketpair, 5, 0),
    EQUAL(SYS_clone3, 5, 0),
    EQUAL(SYS_clone, 0, 2),
    LOAD(args[0]),
    HAS_BIT(CLONE_THREAD, 0, 1),
    ANSWER(SECCOMP_RET_ALLOW),
    ANSWER(REFUSE(EPERM)),
    ANSWER(REFUSE(ENOSYS)),
};

void jail_enter(void)
{
    struct sock_fprog program = {sizeof jail_filter / sizeof jail_filter[0], jail_filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
    }
}

#else

void jail_enter(void)
{
}

#endif
