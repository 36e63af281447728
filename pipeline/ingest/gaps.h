#ifndef INGEST_GAPS_H
#define INGEST_GAPS_H

#include "table/ledger.h"

#include <stddef.h>
#include <stdint.h>

/* Turns that are missing from a conversation: numbers between the first and the last that no row
 * has. One bit a turn is kept; a source with a unit that is no whole number below a million is left
 * alone. */

struct gaps;

/* Nothing is missing yet. */
struct gaps *gaps_new(void);
void gaps_free(struct gaps *gaps);

/* The rows that follow belong to this source. */
void gaps_enter(struct gaps *gaps, const char *source);

/* One row: its unit, or the number that this is. */
void gaps_look(struct gaps *gaps, const char *unit, size_t length);
void gaps_turn(struct gaps *gaps, int64_t number);

/* A warning for each source that misses turns. */
void gaps_tell(const struct gaps *gaps, struct ledger *ledger, const char *file);

#endif
