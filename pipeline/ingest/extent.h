#ifndef INGEST_EXTENT_H
#define INGEST_EXTENT_H

#include "foreign/sheet.h"
#include "table/number.h"

#include <stdbool.h>

/* Where a unit starts and ends, [start, end): what a row of a foreign file says of it. */

enum { EXTENT_ROOM = 2 * NUMBER_ROOM };

/* Why a record with this extent is refused: words for the ledger, borrowed from `texts` or static.
 */
struct extent_fault {
    const char *what;
    const char *value;
    const char *action;
};

/* Reads the texts of start and end; an empty one becomes NaN. `seconds` says whether they are
 * times (hh:mm:ss is one then). False with `*fault` filled when they cannot be used. */
bool extent_read(const char *const texts[2], bool seconds, double extent[2],
                 struct extent_fault *fault);

/* What start and end measure: as `asked` says (NULL: nothing), else seconds where this record, the
 * first one, holds a clock time in columns `start` or `end`, else nothing. Notes what it assumes.
 */
const char *extent_kind(const char *asked, const struct sheet *sheet, int start, int end,
                        struct ledger *ledger);

/* The extent as the name of a unit: "12.5-20", "12.5-" without an end. */
void extent_name(char text[EXTENT_ROOM], const double extent[2]);

#endif
