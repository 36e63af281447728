#ifndef CHART_JAIL_H
#define CHART_JAIL_H

/* Forbids the calling process, for good and across exec, to start another process or to open a
 * socket: fork, vfork and clone without CLONE_THREAD fail with EPERM, clone3 with ENOSYS (libc then
 * takes clone), socket and socketpair with EPERM. Defence in depth: gnuplot's `system`, backticks
 * and pipes then fail while its drawing goes on.
 *
 * Async-signal-safe: meant for a child between fork and exec. On other platforms than x86-64 Linux,
 * and where the kernel refuses a filter, it does nothing. */
void jail_enter(void);

#endif
