#include "table/record.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

enum { COLUMN_LIMIT = 10000, PLACES = 64 };

void record_open(struct record *record)
{
    *record = (struct record){.places = PLACES, .begins = g_new0(size_t, PLACES), .ascii = true};
}

void record_close(struct record *record)
{
    g_free(record->text);
    g_free(record->begins);
}

void record_clear(struct record *record)
{
    record->cells = 0;
    record->ascii = true;
    record->null = false;
}

void record_add(struct record *record, const char *text, size_t length)
{
    size_t begin = record->begins[record->cells];

    if (begin + length >= record->room) {
        record->room = 2 * (begin + length + 1);
        record->text = g_realloc(record->text, record->room);
    }
    if (record->cells + 2 > record->places) {
        record->places *= 2;
        record->begins = g_renew(size_t, record->begins, record->places);
    }
    if (length > 0)
        memcpy(record->text + begin, text, length);
    record->text[begin + length] = '\0';
    record->begins[++record->cells] = begin + length + 1;
}

static bool record_is_ascii(const char *line, size_t length)
{
    const uint64_t high = 0x8080808080808080U;
    uint64_t bytes = 0;
    uint64_t word;

    for (; length >= sizeof word; line += sizeof word, length -= sizeof word) {
        memcpy(&word, line, sizeof word);
        bytes |= word;
    }
    for (; length > 0; line++, length--)
        bytes |= (unsigned char)*line;
    return (bytes & high) == 0;
}

void record_line(struct record *record, const char *line, size_t length)
{
    record->ascii = record->ascii && record_is_ascii(line, length);
    record->null = record->null || memchr(line, '\0', length) != NULL;
}

const char *record_wrong(const struct record *record)
{
    if (record->cells > COLUMN_LIMIT)
        return "more than 10,000 columns";
    for (size_t i = 0; (!record->ascii || record->null) && i < record->cells; i++) {
        const char *cell = record->text + record->begins[i];
        size_t length = record->begins[i + 1] - record->begins[i] - 1;

        if (record->null && memchr(cell, '\0', length) != NULL)
            return "a NUL byte";
        if (!record_is_ascii(cell, length) && !g_utf8_validate_len(cell, length, NULL))
            return "bytes that are not UTF-8 (save the file as \"CSV UTF-8\")";
    }
    return NULL;
}
