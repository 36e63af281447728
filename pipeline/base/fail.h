#ifndef BASE_FAIL_H
#define BASE_FAIL_H

#include <glib.h>

/* How a program ends, and how it says why.
 *
 * Reading code goes straight down: what cannot go on calls fail(), which never returns. What was
 * written so far has no `# end` line, so the next stage knows. Messages go to standard error as
 * `vs-check: gesprekken.csv:212: code "doorvragn" ...`, one line each. */

enum status {
    STATUS_DONE = 0,    /* done, notes and warnings included */
    STATUS_REFUSED = 1, /* done and whole, but records were refused */
    STATUS_USAGE = 2,   /* called wrong */
    STATUS_STOPPED = 3, /* stopped; nothing that looks whole was written */
};

/* Sets the program name that stands before every message; borrowed for the life of the process. */
void fail_program(const char *name);

/* Name set by fail_program(), "volgstuur" before that. */
const char *fail_name(void);

/* Prints one message line and goes on. */
void fail_say(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Prints one message line and ends the process with `status` through fail_exit. */
G_NORETURN void fail(enum status status, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* As fail() with STATUS_STOPPED, where what is the matter has a name: the message ends in `
 * [name]`, a word of section [trouble] of teksten.ini by which `volgstuur run` tells it in Dutch.
 */
G_NORETURN void fail_named(const char *name, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* As fail() with STATUS_STOPPED; appends ": " and the text of errno. */
G_NORETURN void fail_errno(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* The way out; `exit` unless a test or a fuzzer puts a longjmp here. It must not return. */
extern void (*fail_exit)(int status);

/* Registers one function that fail() calls before leaving (to remove a half-written file); the
 * calls run newest first. At most 8 may be registered at one time; fail_forget() takes one back. */
void fail_cleanup(void (*clean)(void *), void *data);
void fail_forget(void (*clean)(void *), void *data);

#endif
