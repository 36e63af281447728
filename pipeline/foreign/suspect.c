#include "foreign/suspect.h"

#include <string.h>

/* Whether the byte is the last one of a line, or a space follows it. */
static bool suspect_is_last(const char *byte, const char *stop)
{
    return byte + 1 == stop || byte[1] == ' ' || byte[1] == '\r' || byte[1] == '\n';
}

/* Whether a text holds a byte n times. */
static bool suspect_holds(struct cell cell, char byte, size_t n)
{
    const char *text = cell.text;
    const char *stop = cell.text + cell.length;

    for (; n > 0; n--) {
        const char *found = memchr(text, byte, (size_t)(stop - text));

        if (found == NULL)
            return false;
        text = found + 1;
    }
    return true;
}

/* Whether one of the lines of a text holds as many delimiters as the record. */
static bool suspect_lines(struct cell cell, char delimiter, size_t columns)
{
    const char *stop = cell.text + cell.length;
    size_t delimiters = 0;

    for (const char *text = cell.text; text < stop; text++) {
        delimiters += *text == delimiter && !suspect_is_last(text, stop);
        if (delimiters + 1 >= columns)
            return true;
        if (*text == '\n' || *text == '\r')
            delimiters = 0;
    }
    return false;
}

/* The same for a cell that may hold none; nearly all have too few delimiters in all. */
static bool suspect_cell(struct cell cell, char delimiter, size_t columns)
{
    if (cell.length < columns || !suspect_holds(cell, delimiter, columns - 1))
        return false;
    return (memchr(cell.text, '\n', cell.length) != NULL ||
            memchr(cell.text, '\r', cell.length) != NULL) &&
           suspect_lines(cell, delimiter, columns);
}

bool suspect_record(const struct csv *csv, size_t columns)
{
    const struct record *record = csv_record(csv);

    for (size_t i = 0; i < record->count && columns > 1; i++)
        if (suspect_cell(record_cell(record, i), csv_delimiter(csv), columns))
            return true;
    return false;
}
