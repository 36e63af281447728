#ifndef TALLY_PLACE_H
#define TALLY_PLACE_H

#include "table/reader.h"
#include "table/tallies.h"
#include "tally/columns.h"
#include "tally/recent.h"

/* Where a row belongs: its source, and the group of role, coder and context in it. */
struct place {
    struct reader *in;
    struct tallies *tallies;
    struct tally_columns *columns;
    struct recent *recent;
    int source, role, coder; /* slots */
};

/* Borrows the reader and the tallies; close with place_close(). */
void place_open(struct place *place, struct reader *in, struct tallies *tallies);
void place_close(struct place *place);

/* A new table: its columns may stand elsewhere. */
void place_begin(struct place *place);

/* The source of this row, with what it carries along. A source that comes back after it was written
 * ends the program. */
struct tally_source *place_source(struct place *place);

/* The group of a row that recent_find() does not know. */
struct recent_entry *place_meet(struct place *place);

#endif
