#include "driver/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KILLED = 128 };

static volatile sig_atomic_t interrupted;

static void spawn_note_signal(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

void spawn_catch_signals(void)
{
    struct sigaction action = {.sa_handler = spawn_note_signal};

    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
}

bool spawn_interrupted(void)
{
    return interrupted != 0;
}

/* SIGPIPE is ours to restore: who started us may have ignored it, and filters end by it. */
static void spawn_set_signals(posix_spawnattr_t *attributes)
{
    sigset_t defaults;

    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(attributes, &defaults);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

pid_t spawn_start(const char *const *words, const char *folder, const struct spawn_streams *streams)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    pid_t child = -1;
    int wrong;

    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    spawn_set_signals(&attributes);
    posix_spawn_file_actions_adddup2(&actions, streams->in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams->out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams->err, STDERR_FILENO);
    if (folder != NULL)
        posix_spawn_file_actions_addchdir_np(&actions, folder);
    wrong = posix_spawnp(&child, words[0], &actions, &attributes, (char *const *)words, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (wrong == 0)
        return child;
    errno = wrong;
    return -1;
}

int spawn_wait(pid_t child)
{
    int status = 0;

    for (;;) {
        if (interrupted)
            kill(child, SIGTERM);
        if (waitpid(child, &status, 0) == child)
            break;
        if (errno != EINTR)
            return KILLED;
    }
    return WIFSIGNALED(status) ? KILLED + WTERMSIG(status) : WEXITSTATUS(status);
}

bool spawn_was_killed(int status)
{
    return status >= KILLED;
}

bool spawn_lost_reader(int status)
{
    return status == KILLED + SIGPIPE;
}

int spawn_memory(void)
{
    return memfd_create("volgstuur", MFD_CLOEXEC);
}

char *spawn_text(int memory)
{
    GString *text = g_string_new(NULL);
    char block[4096];
    off_t at = 0;
    ssize_t n;

    while ((n = pread(memory, block, sizeof block, at)) > 0) {
        g_string_append_len(text, block, n);
        at += n;
    }
    return g_string_free(text, FALSE);
}

char *spawn_read(const char *const *words)
{
    int none = open("/dev/null", O_RDWR | O_CLOEXEC);
    int memory = spawn_memory();
    struct spawn_streams streams = {none, memory, none};
    char *text = NULL;
    pid_t child;

    if (none >= 0 && memory >= 0) {
        child = spawn_start(words, NULL, &streams);
        if (child > 0 && spawn_wait(child) == 0)
            text = spawn_text(memory);
    }
    if (none >= 0)
        close(none);
    if (memory >= 0)
        close(memory);
    return text;
}
