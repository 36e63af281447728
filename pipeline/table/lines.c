#include "table/lines.h"

#include "base/fail.h"
#include "base/input.h"
#include "table/csv_index.h"

#include <errno.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

enum { LINES_BLOCK = 256 << 10, LINES_SLACK = 64 };

struct lines {
    int file;
    char *name;
    char *buffer; /* LINES_SLACK bytes behind `room` may be read and written */
    size_t room;
    size_t begin; /* first byte not yet given out */
    size_t end;   /* one past the last byte read */
    size_t number;
    bool finished; /* read() has said 0 */
    bool ended;
    struct csv_index index; /* of buffer[from ..) */
    size_t from;
    size_t clean; /* bytes of buffer up to here are UTF-8 without NUL */
};

struct lines *lines_open(const char *path)
{
    struct lines *lines = g_new0(struct lines, 1);

    if (path == NULL || strcmp(path, "-") == 0) {
        lines->file = STDIN_FILENO;
        lines->name = g_strdup("standard input");
    } else {
        lines->name = g_path_get_basename(path);
        lines->file = input_open(path);
    }
    lines->room = LINES_BLOCK;
    lines->buffer = g_malloc(lines->room + LINES_SLACK);
    return lines;
}

void lines_close(struct lines *lines)
{
    if (lines == NULL)
        return;
    if (lines->file != STDIN_FILENO)
        close(lines->file);
    csv_index_close(&lines->index);
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
    lines->buffer = g_realloc(lines->buffer, lines->room + LINES_SLACK);
}

/* Reads on; the index is of no use from then on. */
static void lines_fill(struct lines *lines)
{
    ssize_t n;

    lines->index.lines.next = lines->index.lines.count;
    lines_make_room(lines);
    do
        n = read(lines->file, lines->buffer + lines->end, lines->room - lines->end);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        fail_errno("%s", lines->name);
    lines->finished = n == 0;
    lines->end += (size_t)n;
}

/* Gives the line out that ends at `stop`. */
static void lines_give(struct lines *lines, char *stop, struct line *line)
{
    line->text = lines->buffer + lines->begin;
    line->length = (size_t)(stop - line->text);
    line->ends = NULL;
    line->clean = false;
    *stop = '\0';
    lines->number++;
    lines->begin += line->length + 1;
    lines->ended = true;
}

/* The next line when the index holds its newline. */
static bool lines_take(struct lines *lines, struct line *line)
{
    struct csv_places *ends = &lines->index.ends;
    struct csv_places *found = &lines->index.lines;
    char *from = lines->buffer + lines->from;
    size_t first = ends->next;
    size_t at;

    while (found->next < found->count && from[ends->at[found->at[found->next]]] != '\n')
        found->next++; /* a CR ends no line of ours */
    if (found->next == found->count)
        return false;
    at = found->at[found->next++];
    lines_give(lines, from + ends->at[at], line);
    line->from = from;
    line->ends = ends->at + first;
    line->n = at - first;
    line->clean = lines->begin <= lines->clean;
    ends->next = at + 1;
    return true;
}

/* Makes the index of what is read, and of more when that is little. */
static void lines_index(struct lines *lines)
{
    const struct csv_signs signs = {'\t', INDEX_NO_QUOTE, true, INDEX_AVX512};
    const char *bytes;
    size_t n;

    if (lines->end - lines->begin < INDEX_BYTES && !lines->finished)
        lines_fill(lines);
    lines->from = lines->begin;
    bytes = lines->buffer + lines->from;
    n = lines->end - lines->begin;
    csv_index_build(&lines->index, bytes, MIN(n, INDEX_BYTES), &signs);
    lines->clean = lines->from + csv_index_clean(&lines->index, bytes, n, 0, CLEAN_TABLE);
}

/* The next line, however long, by looking for its newline. */
static bool lines_search(struct lines *lines, struct line *line)
{
    size_t seen = 0;

    for (;;) {
        char *from = lines->buffer + lines->begin;
        size_t n = lines->end - lines->begin;
        char *newline = n > seen ? memchr(from + seen, '\n', n - seen) : NULL;

        if (newline != NULL) {
            lines_give(lines, newline, line);
            return true;
        }
        if (lines->finished) {
            if (n == 0)
                return false;
            lines_give(lines, from + n, line);
            lines->begin = lines->end;
            lines->ended = false;
            return true;
        }
        seen = n;
        lines_fill(lines);
    }
}

bool lines_next(struct lines *lines, struct line *line)
{
    if (lines_take(lines, line))
        return true;
    lines_index(lines);
    if (lines_take(lines, line))
        return true;
    lines->index.lines.next = lines->index.lines.count;
    return lines_search(lines, line);
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
