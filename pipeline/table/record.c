#include "table/record.h"

#include "table/encoding.h"

#include <string.h>

enum { PLACES = 64, SLACK = RECORD_SLACK };

void record_open(struct record *record)
{
    *record = (struct record){.places = PLACES, .cells = g_new0(struct cell, PLACES)};
    record->room = PLACES;
    record->text = g_malloc0(record->room + SLACK);
}

void record_close(struct record *record)
{
    g_free(record->text);
    g_free(record->cells);
}

void record_clear(struct record *record)
{
    record->count = 0;
    record->used = 0;
    record->outline.ends = NULL;
    record->outline.cut = NULL;
    record->plain = true;
    record->ascii = true;
    record->null = false;
}

void record_grow(struct record *record, size_t n)
{
    record->places = 2 * n;
    record->cells = g_renew(struct cell, record->cells, record->places);
}

void record_widen(struct record *record, size_t length)
{
    record->room = 2 * (record->used + length + 1);
    record->text = g_realloc(record->text, record->room + SLACK);
}

void record_cut(struct record *record)
{
    const struct outline *outline = &record->outline;
    size_t n = outline_span(outline, 0, record->count).length;

    if (outline->doubles > 0 && n > record->room) {
        record->room = 2 * n;
        record->text = g_realloc(record->text, record->room + SLACK);
    }
    record_reserve(record, record->count);
    outline_cut(outline, record->count, record->cells, record->text);
    record->outline.cut = record->outline.ends;
    record->outline.ends = NULL;
}

void record_settle(struct record *record)
{
    char *text = record->text;

    for (size_t i = 0; i < record->count; i++) {
        record->cells[i].text = text;
        text += record->cells[i].length + 1;
    }
}

void record_line(struct record *record, const char *line, size_t length)
{
    if (!record->ascii && record->null)
        return;
    if (encoding_ascii(line, length) == length)
        return;
    record->ascii = false;
    record->null = record->null || memchr(line, '\0', length) != NULL;
}

bool record_wrong(const struct record *record, struct record_fault *fault)
{
    *fault = (struct record_fault){"too-many-columns", "more than 10,000 columns", false, 0};
    if (record->count > RECORD_COLUMNS)
        return true;
    for (size_t i = 0; (!record->ascii || record->null) && i < record->count; i++) {
        const struct cell *cell = &record->cells[i];

        *fault = (struct record_fault){"nul-byte", "a NUL byte stands in it", false, 0};
        if (record->null && memchr(cell->text, '\0', cell->length) != NULL)
            return true;
        *fault = (struct record_fault){
            "bad-encoding", "bytes that are not UTF-8 (save the file as \"CSV UTF-8\")", false, 0};
        if (encoding_valid(cell->text, cell->length) < cell->length)
            return true;
    }
    *fault = (struct record_fault){NULL, NULL, false, 0};
    return false;
}
