#ifndef INGEST_GAPS_H
#define INGEST_GAPS_H

#include "base/names.h"
#include "table/ledger.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Turns that are missing from a conversation: numbers between the first and the last that no row
 * has; where all are odd or all even, those of one of two speakers, only between these. One bit a
 * turn is kept where some are missing; a source with a unit that is no whole number below a million
 * is left alone. */

/* What is known of the turns of one source. */
struct gaps_line {
    int64_t first;
    int64_t last;
    GByteArray *bits; /* by number; NULL as long as every turn between the two was met */
    bool other;       /* some unit is no number */
};

struct gaps {
    struct gaps_line *current; /* of the source at hand */
    struct names *sources;
    GArray *lines; /* struct gaps_line, by id of the source */
};

/* Nothing is missing yet. */
struct gaps *gaps_new(void);
void gaps_free(struct gaps *gaps);

/* The rows that follow belong to this source, which has the number that is returned, or to the one
 * that has it. */
size_t gaps_enter(struct gaps *gaps, const char *source);
void gaps_return(struct gaps *gaps, size_t number);

/* One row: its unit, or the number that this is. */
void gaps_look(struct gaps *gaps, const char *unit, size_t length);
static inline void gaps_turn(struct gaps *gaps, int64_t number);

/* The same for a turn that does not come behind those before it. */
void gaps_leap(struct gaps_line *line, int64_t number);

/* A warning for each source that misses turns; a note of how many hold one speaker only. */
void gaps_tell(const struct gaps *gaps, struct ledger *ledger, const char *file);

static inline void gaps_turn(struct gaps *gaps, int64_t number)
{
    struct gaps_line *line = gaps->current;

    if (number < line->first || number > line->last + 1 || line->bits != NULL)
        gaps_leap(line, number);
    else if (number > line->last)
        line->last = number;
}

#endif
