#ifndef INGEST_USUAL_FRONT_H
#define INGEST_USUAL_FRONT_H

#include "ingest/gaps.h"
#include "ingest/usual_cell.h"
#include "table/number_short.h"

/* What the usual row begins with: its source, which is mostly that of the row before, and its unit,
 * which is mostly a number. */

struct usual_source_name {
    size_t length; /* SIZE_MAX: none */
    struct memo_head head;
    char text[MEMO_LONGEST + MEMO_SLACK];
};

/* Whether the cell is that name. */
static inline bool usual_source_is(const struct usual_source_name *name, struct cell cell)
{
    return cell.length == name->length &&
           memo_same_head(memo_head(cell.text, cell.length), name->head) &&
           (cell.length <= MEMO_SLACK || memo_same_rest(name->text, cell.text, cell.length));
}

/* False when it is empty or too long. */
static inline bool usual_source_set(struct usual_source_name *name, struct cell cell)
{
    if (cell.length == 0 || cell.length > MEMO_LONGEST)
        return false;
    name->length = cell.length;
    name->head = memo_head(cell.text, cell.length);
    memcpy(name->text, cell.text, cell.length);
    name->text[cell.length] = '\0';
    return true;
}

static inline char *usual_source_write(char *to, const struct usual_source_name *name)
{
    for (size_t at = 0; at < name->length; at += MEMO_SLACK)
        memcpy(to + at, name->text + at, MEMO_SLACK);
    return to + name->length;
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
