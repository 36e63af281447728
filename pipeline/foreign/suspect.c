#include "foreign/suspect.h"

#include <string.h>

static bool suspect_cell(const char *text, size_t length, char delimiter, size_t columns)
{
    const char *stop = text + length;
    size_t delimiters = 0;

    for (; text < stop; text++) {
        bool last = text + 1 == stop || strchr(" \r\n", text[1]) != NULL;

        delimiters = *text == '\n' || *text == '\r' ? 0 : delimiters;
        delimiters += *text == delimiter && !last;
        if (delimiters + 1 >= columns)
            return true;
    }
    return false;
}

bool suspect_record(const struct csv *csv, size_t columns)
{
    for (size_t i = 0; i < csv_count(csv) && columns > 1; i++) {
        const char *text = csv_text(csv, i);
        size_t length = csv_length(csv, i);

        if ((memchr(text, '\n', length) != NULL || memchr(text, '\r', length) != NULL) &&
            suspect_cell(text, length, csv_delimiter(csv), columns))
            return true;
    }
    return false;
}
