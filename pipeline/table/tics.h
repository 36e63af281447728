#ifndef TABLE_TICS_H
#define TABLE_TICS_H

#include "table/show.h"

#include <glib.h>

/* Marks on the axis of a chart, as people read them: round numbers, none negative, since a side of
 * the axis is not less than the other. */

enum tics_kind {
    TICS_COUNT, /* whole numbers: 0, 5, 10 */
    TICS_SHARE, /* parts of 1 as percentages: 0 %, 25 % */
    TICS_PART,  /* parts of 1 as numbers, where percentages are not allowed: 0, 0,25 */
};

struct tics {
    GArray *places;    /* double, ascending */
    GPtrArray *labels; /* texts, by place */
};

/* Marks from low to high (low <= 0 <= high) at steps of 1, 2 or 5 times a power of ten (of 0.25 or
 * below for shares), at most about six a side. Free with tics_clear(). */
struct tics tics_make(double low, double high, enum tics_kind kind, enum show_language language);
void tics_clear(struct tics *tics);

#endif
