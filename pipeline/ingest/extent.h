#ifndef INGEST_EXTENT_H
#define INGEST_EXTENT_H

#include "table/number.h"

#include <stdbool.h>

/* Where a unit starts and ends, [start, end): what a row of a foreign file says of it. */

enum { EXTENT_ROOM = 2 * NUMBER_ROOM };

/* Why a record with this extent is refused: words for the ledger, static. */
struct extent_fault {
    const char *what;
    const char *action;
    bool end; /* whether the end is at fault, or the start */
};

/* Whether an extent can be: nothing below 0, the end not before the start; NaN is not known. False
 * with `*fault` filled when not. */
bool extent_is_fine(const double extent[2], struct extent_fault *fault);

/* The extent as the name of a unit: "12.5-20", "12.5-" without an end. */
void extent_name(char text[EXTENT_ROOM], const double extent[2]);

#endif
