#include "table/row.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Turns the escapes of text[0 .. length) into what they stand for; returns the new length, or
 * SIZE_MAX at an unknown one. */
static size_t row_unescape(char *text, size_t length)
{
    size_t to = 0;

    for (size_t from = 0; from < length; from++) {
        char byte = text[from];

        if (byte == '\\') {
            switch (from + 1 < length ? text[++from] : '\0') {
            case 't':
                byte = '\t';
                break;
            case 'n':
                byte = '\n';
                break;
            case 'r':
                byte = '\r';
                break;
            case '\\':
            case '#':
            case '.':
                byte = text[from];
                break;
            default:
                return SIZE_MAX;
            }
        }
        text[to++] = byte;
    }
    text[to] = '\0';
    return to;
}

/* The first tab in [from, stop), else `stop`. Cells are short: eight bytes at a time finds it
 * sooner than a call of memchr() does. A byte of `tabs` is 0 where a tab stands, and the lowest bit
 * that Mycroft's test for a zero byte sets is that of the first one. */
static char *row_tab(char *from, const char *stop)
{
    const uint64_t ones = 0x0101010101010101U;
    uint64_t tabs;

    for (; stop - from >= (ptrdiff_t)sizeof tabs; from += sizeof tabs) {
        memcpy(&tabs, from, sizeof tabs);
        tabs = GUINT64_FROM_LE(tabs) ^ ('\t' * ones);
        tabs = (tabs - ones) & ~tabs & 0x80 * ones;
        if (tabs != 0)
            return from + __builtin_ctzll(tabs) / 8;
    }
    while (from < stop && *from != '\t')
        from++;
    return from;
}

/* A cell that begins with a point, or holds a backslash. */
static const char *row_special(struct value *value, char *text, size_t length)
{
    if (*text == '.') {
        int missing = missing_find(text);

        if (missing < 0)
            return "unknown reason for a missing value (a text that begins with `.` is written "
                   "`\\.`)";
        *value = (struct value){text + length, 0, (enum missing)missing};
        return NULL;
    }
    if (memchr(text, '\\', length) == NULL)
        return NULL;
    value->length = row_unescape(text, length);
    return value->length == SIZE_MAX ? "unknown escape (known: \\t \\n \\r \\\\ \\# \\.)" : NULL;
}

/* Finishes one cell: [text, text + length), with the tab behind it already NUL. `escaped`: whether
 * there may be a backslash in it. */
static inline const char *row_cell(struct value *value, char *text, size_t length, bool escaped)
{
    *value = (struct value){text, length, length == 0 ? MISSING_EMPTY : MISSING_NOT};
    return escaped || *text == '.' ? row_special(value, text, length) : NULL;
}

size_t row_split(char *line, size_t length, struct value *cells, size_t room, const char **wrong)
{
    bool escaped = memchr(line, '\\', length) != NULL;
    char *stop = line + length;
    size_t n = 0;

    *wrong = NULL;
    for (char *from = line;; n++) {
        char *end = row_tab(from, stop);
        bool last = end == stop;

        *end = '\0';
        if (n < room) {
            *wrong = row_cell(&cells[n], from, (size_t)(end - from), escaped);
            if (*wrong != NULL)
                return 0;
        }
        if (last)
            return n + 1;
        from = end + 1;
    }
}

size_t row_cut(const struct line *line, struct value *cells, size_t room, const char **wrong)
{
    bool escaped;
    char *from = line->text;
    size_t n = 0;

    if (line->ends == NULL)
        return row_split(line->text, line->length, cells, room, wrong);
    escaped = memchr(line->text, '\\', line->length) != NULL;
    *wrong = NULL;
    for (size_t i = 0; i <= line->n; i++) {
        char *end = i < line->n ? line->from + line->ends[i] : line->text + line->length;

        if (*end == '\r')
            continue;
        *end = '\0';
        if (n < room)
            *wrong = row_cell(&cells[n], from, (size_t)(end - from), escaped);
        if (*wrong != NULL)
            return 0;
        from = end + 1;
        n++;
    }
    return n;
}
