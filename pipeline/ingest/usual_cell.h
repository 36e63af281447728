#ifndef INGEST_USUAL_CELL_H
#define INGEST_USUAL_CELL_H

#include "ingest/memo.h"
#include "table/escape.h"
#include "table/record.h"

/* One cell of the usual record. Each writes at `to` and returns where that ends, or NULL when the
 * cell is not usual; up to MEMO_LONGEST bytes beyond that may be touched. */

enum { USUAL_TEXT_MOST = 20000, USUAL_PLAIN_MOST = 256 };

/* Whether a word may be another one than it looks by the byte it begins with: it is escaped, or
 * guarded with an apostrophe (guard.h). */
static inline bool usual_is_special(char first)
{
    return first == '.' || first == '#' || first == '\'';
}

/* A word that is written as it stands: ASCII, without outer space or anything to escape; "" too. */
static inline char *usual_plain(char *to, struct cell cell)
{
    if (cell.length == 0)
        return to;
    if (cell.length > USUAL_PLAIN_MOST || *cell.text <= ' ' || cell.text[cell.length - 1] <= ' ' ||
        usual_is_special(*cell.text))
        return NULL;
    for (size_t at = 0; at < cell.length; at += ESCAPE_SLACK)
        if (escape_step(to + at, cell.text + at, cell.length - at) != 0)
            return NULL;
    for (size_t at = 0; at < cell.length; at++)
        if ((unsigned char)cell.text[at] > '~')
            return NULL;
    return to + cell.length;
}

/* Copies a text, of which nothing is escaped. Nearly all texts are short: more is copied than there
 * is, rather than to ask how long each is. */
static inline char *usual_copy(char *to, const char *text, size_t length)
{
    enum { COPIED = 128 };

    memcpy(to, text, COPIED);
    for (size_t at = COPIED; at < length; at += COPIED)
        memcpy(to + at, text + at, COPIED);
    return to + length;
}

/* Copies the cell that holds all doubled quotes of the record, without the second ones. */
static inline char *usual_undoubled(char *to, const struct outline *outline, struct cell cell)
{
    const char *from = cell.text;
    const char *stop = from + cell.length;

    for (size_t i = 0; i <= outline->doubles; i++) {
        const char *second = i < outline->doubles ? outline->base + outline->doubled[i] : stop;
        size_t length = (size_t)(second - from);

        to = outline->escapes ? escape_loose(to, from, length) : usual_copy(to, from, length);
        from = second + 1;
    }
    return to;
}

/* A text, unless somebody guarded it with an apostrophe (guard.h) or a spreadsheet may have put an
 * error there (damaged.h). What is in it to be escaped is better asked of the outline (NULL: there
 * is none) than looked for. Behind an empty cell stands none of these signs. */
static inline char *usual_text(char *to, struct cell cell, const struct outline *outline)
{
    if (cell.length > USUAL_TEXT_MOST)
        return NULL;
    if (G_UNLIKELY(usual_is_special(*cell.text))) {
        if (*cell.text != '.')
            return NULL;
        *to++ = '\\';
    }
    if (outline != NULL && outline->doubles > 0)
        return usual_undoubled(to, outline, cell);
    if (outline == NULL || outline->escapes)
        return escape_loose(to, cell.text, cell.length);
    return usual_copy(to, cell.text, cell.length);
}

#endif
