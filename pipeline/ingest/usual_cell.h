#ifndef INGEST_USUAL_CELL_H
#define INGEST_USUAL_CELL_H

#include "ingest/memo.h"
#include "table/escape.h"
#include "table/record.h"

/* One cell of the usual record. Each writes at `to` and returns where that ends, or NULL when the
 * cell is not usual; up to MEMO_LONGEST bytes beyond that may be touched. */

enum { USUAL_TEXT_MOST = 20000, USUAL_PLAIN_MOST = 256 };

/* A word that is written as it stands: ASCII, without outer space or anything to escape; "" too. */
static inline char *usual_plain(char *to, const struct cell *cell)
{
    const uint64_t high = 0x8080808080808080U;
    size_t length = cell->length;

    if (length == 0)
        return to;
    if (length > USUAL_PLAIN_MOST || *cell->text <= ' ' || cell->text[length - 1] <= ' ' ||
        *cell->text == '.' || *cell->text == '#')
        return NULL;
    for (size_t at = 0; at < length; at += ESCAPE_SLACK) {
        struct memo_words words = memo_load_short(cell->text + at, length - at);

        if (((words.first | words.second) & high) != 0 ||
            escape_step(to + at, cell->text + at, length - at) != 0)
            return NULL;
    }
    return to + length;
}

/* Copies a cell without the second ones of its doubled quotes; NULL when others than this cell
 * have some. */
static inline char *usual_undoubled(char *to, const struct outline *outline, struct cell cell)
{
    const char *from = cell.text;
    const char *stop = from + cell.length;

    for (size_t i = 0; i < outline->doubles; i++) {
        const char *second = outline->base + outline->doubled[i];

        if (second < from || second >= stop)
            return NULL;
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

/* A name of which that is known. */
static inline char *usual_again(char *to, const struct cell *cell)
{
    for (size_t at = 0; at < cell->length; at += MEMO_SLACK)
        memcpy(to + at, cell->text + at, MEMO_SLACK);
    return to + cell->length;
}

#endif
