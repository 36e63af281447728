#ifndef TALLY_UNIT_H
#define TALLY_UNIT_H

#include "table/tallies.h"

/* One row's unit while it is counted: in every row kind of its group a unit counts once, however
 * many rows name it.
 *
 * A row without a coder is everybody's: it says that the unit is there. Where a coder's rows name
 * the same unit, the coder's group remembers what both have (overlap), so that the unit can be
 * counted once when both groups are written. */

struct unit {
    struct tallies *tallies;
    struct tally_source *source;
    struct tally_group *group;
    const char *name;
    size_t length;
    struct tally_amount (*worth)(void); /* asked once, when the unit is new in some kind */
    struct tally_amount amount;         /* what it said */
    bool known;
    uint64_t key;   /* of the unit in the group, once it is asked; 0 */
    uint64_t *mask; /* of the cells of one block */
    guint block;
};

/* Counts the unit in a cell of its group, with so many segments (0 or 1). `all`: the cell is that
 * of KIND_ALL. */
void unit_count(struct unit *unit, guint cell, bool all, int64_t segments);

#endif
