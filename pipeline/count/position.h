#ifndef COUNT_POSITION_H
#define COUNT_POSITION_H

#include "codebook/codebook.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* The lower median position on the axis of the segments whose code has a position (DESIGN section
 * 10; stat/order.h): always a position that occurs. */

/* The codes of a codebook that have a position, by position: the plan of the two functions below.
 * Free with g_array_unref(). */
GArray *position_plan(const struct codebook *book);

/* Whether two codes of the plan have the same position: it then is more than another name of a
 * code.
 */
bool position_is_shared(const GArray *plan);

/* The codes from entry `from` on that have its position: their indexes (guint) are added to
 * `codes`, the position is stored. Returns the entry behind them. */
guint position_codes(const GArray *plan, guint from, GArray *codes, double *value);

/* Segments with a position in a vector whose columns are the codes of the codebook. */
int64_t position_segments(const int64_t *sum, const GArray *plan);

/* The lower median position of a vector; NaN when none of its segments has a position. */
double position_of(const int64_t *sum, const void *plan);
bool position_holds(const int64_t *counts, const void *plan);

#endif
