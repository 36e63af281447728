#include "table/row.h"

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

/* Finishes one cell: [text, text + length), with the tab behind it already NUL. */
static const char *row_cell(struct cell *cell, char *text, size_t length)
{
    cell->text = text;
    cell->length = length;
    cell->missing = length == 0 ? MISSING_EMPTY : MISSING_NOT;
    if (*text == '.') {
        int missing = missing_find(text);

        if (missing < 0)
            return "unknown reason for a missing value (a text that begins with `.` is written "
                   "`\\.`)";
        cell->missing = (enum missing)missing;
        cell->text = text + length;
        cell->length = 0;
        return NULL;
    }
    if (memchr(text, '\\', length) == NULL)
        return NULL;
    cell->length = row_unescape(text, length);
    return cell->length == SIZE_MAX ? "unknown escape (known: \\t \\n \\r \\\\ \\# \\.)" : NULL;
}

size_t row_split(char *line, size_t length, struct cell *cells, size_t room, const char **wrong)
{
    char *stop = line + length;
    size_t n = 0;

    *wrong = NULL;
    for (char *from = line;; n++) {
        char *tab = memchr(from, '\t', (size_t)(stop - from));
        char *end = tab != NULL ? tab : stop;

        *end = '\0';
        if (n < room) {
            *wrong = row_cell(&cells[n], from, (size_t)(end - from));
            if (*wrong != NULL)
                return 0;
        }
        if (tab == NULL)
            return n + 1;
        from = tab + 1;
    }
}
