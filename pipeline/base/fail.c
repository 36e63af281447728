#include "base/fail.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { CLEANUPS = 8 };

static struct {
    void (*clean)(void *);
    void *data;
} cleanups[CLEANUPS];
static int n_cleanups;
static const char *program = "volgstuur";

void (*fail_exit)(int status) = exit;

#ifdef __SANITIZE_ADDRESS__
static int leaving;

/* A program that stops does not tidy up first; LeakSanitizer asks this before it looks. */
int __lsan_is_turned_off(void);
int __lsan_is_turned_off(void)
{
    return leaving;
}
#endif

void fail_program(const char *name)
{
    program = name;
}

const char *fail_name(void)
{
    return program;
}

/* One message is one line: what a cell holds may not break it, nor reach a terminal as a command.
 */
static void fail_flatten(char *line)
{
    for (char *byte = line; *byte != '\0'; byte++) {
        if (g_ascii_iscntrl(*byte))
            *byte = ' ';
        if (byte[0] == '\xc2' && (unsigned char)byte[1] >= 0x80 && (unsigned char)byte[1] < 0xa0)
            byte[0] = byte[1] = ' '; /* U+0080 to U+009F */
    }
}

/* Prints the message between the program's name and `tail`. */
static void fail_print(const char *format, va_list arguments, const char *tail)
{
    char *message = g_strdup_vprintf(format, arguments);
    char *line = g_strconcat(program, ": ", message, tail, NULL);
    char *whole;

    fail_flatten(line);
    whole = g_strconcat(line, "\n", NULL);
    fputs(whole, stderr);
    g_free(whole);
    g_free(line);
    g_free(message);
}

static G_NORETURN void fail_leave(int status)
{
#ifdef __SANITIZE_ADDRESS__
    leaving = 1;
#endif
    while (n_cleanups > 0) {
        n_cleanups--;
        cleanups[n_cleanups].clean(cleanups[n_cleanups].data);
    }
    fail_exit(status);
    abort();
}

void fail_say(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    fail_print(format, arguments, "");
    va_end(arguments);
}

void fail(enum status status, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    fail_print(format, arguments, "");
    va_end(arguments);
    fail_leave((int)status);
}

void fail_named(const char *name, const char *format, ...)
{
    char *tail = g_strconcat(" [", name, "]", NULL);
    va_list arguments;

    va_start(arguments, format);
    fail_print(format, arguments, tail);
    va_end(arguments);
    g_free(tail);
    fail_leave(STATUS_STOPPED);
}

void fail_errno(const char *format, ...)
{
    char *tail = g_strconcat(": ", g_strerror(errno), NULL);
    va_list arguments;

    va_start(arguments, format);
    fail_print(format, arguments, tail);
    va_end(arguments);
    g_free(tail);
    fail_leave(STATUS_STOPPED);
}

void fail_cleanup(void (*clean)(void *), void *data)
{
    g_assert(n_cleanups < CLEANUPS);
    cleanups[n_cleanups].clean = clean;
    cleanups[n_cleanups].data = data;
    n_cleanups++;
}

void fail_forget(void (*clean)(void *), void *data)
{
    for (int i = n_cleanups - 1; i >= 0; i--) {
        if (cleanups[i].clean != clean || cleanups[i].data != data)
            continue;
        for (int j = i + 1; j < n_cleanups; j++)
            cleanups[j - 1] = cleanups[j];
        n_cleanups--;
        return;
    }
}
