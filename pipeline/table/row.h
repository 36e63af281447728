#ifndef TABLE_ROW_H
#define TABLE_ROW_H

#include "table/lines.h"
#include "table/value.h"

#include <stddef.h>

/* One line of a table, split at its tabs and unescaped in place (DESIGN section 2: `\t \n \r \\`,
 * `\#` and `\.` at the front of a cell). */

/* Cuts `line` at its tabs (its bytes are changed) into at most `room` cells. Returns how many cells
 * the line holds (it may be more than `room`; the rest is not stored), or 0 with `*wrong` set to a
 * static sentence when an escape or a `.reason` is unknown. */
size_t row_cut(const struct line *line, struct value *cells, size_t room, const char **wrong);

/* The same for a line of which no places are known. */
size_t row_split(char *line, size_t length, struct value *cells, size_t room, const char **wrong);

#endif
