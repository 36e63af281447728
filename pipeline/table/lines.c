#include "table/lines.h"

#include "base/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

enum { LINES_BLOCK = 256 << 10 };

struct lines {
    int file;
    char *name;
    char *buffer;
    size_t room;
    size_t begin; /* first byte not yet given out */
    size_t end;   /* one past the last byte read */
    size_t number;
    bool finished; /* read() has said 0 */
    bool ended;
};

struct lines *lines_open(const char *path)
{
    struct lines *lines = g_new0(struct lines, 1);

    if (path == NULL || strcmp(path, "-") == 0) {
        lines->file = STDIN_FILENO;
        lines->name = g_strdup("standard input");
    } else {
        lines->name = g_path_get_basename(path);
        lines->file = open(path, O_RDONLY | O_CLOEXEC);
        if (lines->file < 0)
            fail_errno("%s", path);
    }
    lines->room = LINES_BLOCK;
    lines->buffer = g_malloc(lines->room + 1);
    return lines;
}

void lines_close(struct lines *lines)
{
    if (lines == NULL)
        return;
    if (lines->file != STDIN_FILENO)
        close(lines->file);
    g_free(lines->buffer);
    g_free(lines->name);
    g_free(lines);
}

/* Makes room behind `end`: moves the open line to the front, or doubles the buffer. */
static void lines_make_room(struct lines *lines)
{
    if (lines->end < lines->room)
        return;
    if (lines->begin > 0) {
        memmove(lines->buffer, lines->buffer + lines->begin, lines->end - lines->begin);
        lines->end -= lines->begin;
        lines->begin = 0;
        return;
    }
    if (lines->room >= LINES_LIMIT)
        fail(STATUS_STOPPED, "%s:%zu: line is longer than %d MiB (a quote that is never closed?)",
             lines->name, lines->number + 1, LINES_LIMIT >> 20);
    lines->room *= 2;
    lines->buffer = g_realloc(lines->buffer, lines->room + 1);
}

static void lines_fill(struct lines *lines)
{
    ssize_t n;

    lines_make_room(lines);
    do
        n = read(lines->file, lines->buffer + lines->end, lines->room - lines->end);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        fail_errno("%s", lines->name);
    lines->finished = n == 0;
    lines->end += (size_t)n;
}

static void lines_give(struct lines *lines, char *stop, char **line, size_t *length)
{
    *line = lines->buffer + lines->begin;
    *length = (size_t)(stop - *line);
    *stop = '\0';
    lines->number++;
}

bool lines_next(struct lines *lines, char **line, size_t *length)
{
    size_t seen = 0;

    for (;;) {
        char *from = lines->buffer + lines->begin;
        size_t n = lines->end - lines->begin;
        char *newline = n > seen ? memchr(from + seen, '\n', n - seen) : NULL;

        if (newline != NULL) {
            lines_give(lines, newline, line, length);
            lines->begin += *length + 1;
            lines->ended = true;
            return true;
        }
        if (lines->finished) {
            if (n == 0)
                return false;
            lines_give(lines, from + n, line, length);
            lines->begin = lines->end;
            lines->ended = false;
            return true;
        }
        seen = n;
        lines_fill(lines);
    }
}

bool lines_ended(const struct lines *lines)
{
    return lines->ended;
}

size_t lines_number(const struct lines *lines)
{
    return lines->number;
}

const char *lines_name(const struct lines *lines)
{
    return lines->name;
}
