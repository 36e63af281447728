#ifndef INGEST_USUAL_FRONT_H
#define INGEST_USUAL_FRONT_H

#include "ingest/gaps.h"
#include "ingest/usual_cell.h"
#include "table/number_short.h"

/* What the usual row begins with: its source, which is mostly that of the row before or was met
 * before that, and its unit, which is mostly a number. */

struct usual_sources {
    struct memo_text at; /* of the record before; none: nobody knows */
    size_t number;       /* its number, where it was met before that (rows.h) */
    struct memo *met;    /* those that rows were written of */
};

/* Goes on with another source; false when it was not met before. */
static inline bool usual_source_back(struct usual_sources *sources, struct cell cell)
{
    const struct memo_entry *entry = memo_follow(sources->met, cell.text, cell.length);

    if (entry == NULL)
        return false;
    sources->at = entry->cell;
    sources->number = entry->number;
    return true;
}

/* Goes on with one that was not; false when it is empty or too long. */
static inline bool usual_source_new(struct usual_sources *sources, struct cell cell)
{
    if (cell.length == 0 || cell.length > MEMO_LONGEST)
        return false;
    memo_text_set(&sources->at, cell.text, cell.length);
    return true;
}

static inline char *usual_source_write(char *to, const struct memo_text *source)
{
    size_t length = source->size - 1;

    for (size_t at = 0; at < length; at += MEMO_SLACK)
        memcpy(to + at, source->bytes + at, MEMO_SLACK);
    return to + length;
}

struct usual_unit {
    struct cell cell;
    int64_t number; /* -1: none of up to eight digits */
};

/* Writes a unit that is plain and not empty. */
static inline char *usual_unit_write(char *to, struct cell cell, struct usual_unit *unit)
{
    uint64_t digits;

    *unit = (struct usual_unit){cell, -1};
    if (cell.length == 0)
        return NULL;
    if (cell.length > SHORT_MOST)
        return usual_plain(to, cell);
    digits = short_load(cell.text, cell.length);
    if (short_signs(digits) != 0)
        return usual_plain(to, cell);
    unit->number = short_value(digits);
    memcpy(to, cell.text, SHORT_MOST);
    return to + cell.length;
}

static inline void usual_unit_look(const struct usual_unit *unit, struct gaps *gaps)
{
    if (unit->number >= 0)
        gaps_turn(gaps, unit->number);
    else
        gaps_look(gaps, unit->cell.text, unit->cell.length);
}

#endif
