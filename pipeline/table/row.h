#ifndef TABLE_ROW_H
#define TABLE_ROW_H

#include "table/shape.h"

#include <stddef.h>

/* One line of a table, split at its tabs and unescaped in place (DESIGN section 2: `\t \n \r \\`,
 * `\#` and `\.` at the front of a cell). */

struct cell {
    const char *text; /* NUL-terminated; "" where there is no value */
    size_t length;
    enum missing missing;
};

/* Splits `line` (its bytes are changed) into at most `room` cells. Returns how many cells the line
 * holds (it may be more than `room`; the rest is not stored), or 0 with `*wrong` set to a static
 * sentence when an escape or a `.reason` is unknown. */
size_t row_split(char *line, size_t length, struct cell *cells, size_t room, const char **wrong);

#endif
