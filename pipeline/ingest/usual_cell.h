#ifndef INGEST_USUAL_CELL_H
#define INGEST_USUAL_CELL_H

#include "ingest/memo.h"
#include "table/escape.h"
#include "table/record.h"

/* One cell of the usual record. Each writes at `to` and returns where that ends, or NULL when the
 * cell is not usual; up to MEMO_LONGEST bytes beyond that may be touched. */

enum { USUAL_TEXT_MOST = 20000, USUAL_PLAIN_MOST = 256 };

/* A word that is written as it stands: ASCII, without outer space or anything to escape; "" too. */
static inline char *usual_plain(char *to, struct cell cell)
{
    if (cell.length == 0)
        return to;
    if (cell.length > USUAL_PLAIN_MOST || *cell.text <= ' ' || cell.text[cell.length - 1] <= ' ' ||
        *cell.text == '.' || *cell.text == '#')
        return NULL;
    for (size_t at = 0; at < cell.length; at += ESCAPE_SLACK)
        if (escape_step(to + at, cell.text + at, cell.length - at) != 0)
            return NULL;
    for (size_t at = 0; at < cell.length; at++)
        if ((unsigned char)cell.text[at] > '~')
            return NULL;
    return to + cell.length;
}

/* Copies the cell that holds all doubled quotes of the record, without the second ones. */
static inline char *usual_undoubled(char *to, const struct outline *outline, struct cell cell)
{
    const char *from = cell.text;
    const char *stop = from + cell.length;

    for (size_t i = 0; i < outline->doubles; i++) {
        const char *second = outline->base + outline->doubled[i];

        to = escape_loose(to, from, (size_t)(second - from));
        from = second + 1;
    }
    return escape_loose(to, from, (size_t)(stop - from));
}

/* A text, unless somebody guarded it with an apostrophe (guard.h). */
static inline char *usual_text(char *to, const struct record *record, size_t i)
{
    struct cell cell = record_cell(record, i);

    if (cell.length > USUAL_TEXT_MOST || (cell.length > 0 && *cell.text == '\''))
        return NULL;
    if (cell.length > 0 && *cell.text == '.')
        *to++ = '\\';
    if (record->outline.ends != NULL && record->outline.doubles > 0)
        return usual_undoubled(to, &record->outline, cell);
    return escape_loose(to, cell.text, cell.length);
}

#endif
