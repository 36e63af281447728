/* Which cells lost the blanks around them: libcsv and the index take them off without a word. */

#include "table/csv_inside.h"

static bool bare_is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* What a record that was outlined has there, by the places of its cells. */
static bool bare_outlined(const struct record *record, const uint32_t *ends, size_t i)
{
    struct outline outline = record->outline;
    struct cell span;

    outline.ends = ends;
    span = outline_span(&outline, i, 1);
    return span.length > record_cell(record, i).length && *span.text != '"';
}

/* From behind the quote that opens a cell to behind the one that closes it. */
static const char *bare_skip_quoted(const char *at, const char *stop)
{
    for (; at < stop; at++) {
        if (*at != '"')
            continue;
        if (at + 1 == stop || at[1] != '"')
            return at + 1;
        at++;
    }
    return stop;
}

/* The same by the bytes of a record that libcsv judged. */
static bool bare_judged(const struct csv *csv, size_t i)
{
    const char *at = csv->window.buffer + csv->window.begin + csv->start;
    const char *stop = csv->window.buffer + csv->window.at;

    for (;; i--, at++) {
        const char *cell = at;
        const char *text;

        while (at < stop && bare_is_blank(*at) && *at != csv->delimiter)
            at++;
        text = at;
        if (at < stop && *at == '"')
            at = bare_skip_quoted(at + 1, stop);
        while (at < stop && *at != csv->delimiter && (i > 0 || (*at != '\r' && *at != '\n')))
            at++;
        if (i == 0 || at == stop)
            return i == 0 && text < at && *text != '"' && (text > cell || bare_is_blank(at[-1]));
    }
}

bool csv_is_bared(const struct csv *csv, size_t i)
{
    const struct record *record = csv->record;
    const struct outline *outline = &record->outline;

    if (record_cell(record, i).length == 0)
        return false;
    if (outline->ends != NULL || outline->cut != NULL)
        return bare_outlined(record, outline->ends != NULL ? outline->ends : outline->cut, i);
    return bare_judged(csv, i);
}
