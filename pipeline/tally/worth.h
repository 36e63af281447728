#ifndef TALLY_WORTH_H
#define TALLY_WORTH_H

#include "table/reader.h"
#include "table/tallies.h"

#include <stdbool.h>

/* What rows are worth: the unit of a row of segments, and the amounts of a row of tallies. */
struct worth {
    struct reader *in;
    int text, start, end; /* slots */
    int amounts[4];       /* slots of tallies */
    bool seconds;         /* start and end are times */
    int64_t untimed;      /* units without a start or an end among them */
};

/* Borrows the reader, whose first table is known. */
void worth_open(struct worth *worth, struct reader *in);

/* What the unit of this row of segments is worth: one turn, its words, how long it lasts. */
struct tally_amount worth_unit(struct worth *worth);

/* The amounts of this row of tallies. */
struct tally_amount worth_sum(const struct worth *worth);

#endif
