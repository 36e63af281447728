#ifndef COUNT_RATIO_H
#define COUNT_RATIO_H

#include "stat/cluster.h"

#include <glib.h>

/* times * (sum of some columns) / (sum of other columns) of a vector: every share and rate of
 * vs-count is one. Columns are guint in a GArray. */
struct ratio {
    const GArray *above;
    const GArray *below;
    double times;
};

/* The ratio of a vector; NaN where the sum below is 0. `plan` is a struct ratio. */
double ratio_of(const int64_t *sum, const void *plan);

/* Whether a vector has anything below. */
bool ratio_holds(const int64_t *counts, const void *plan);

/* Sum of the columns of a vector. */
int64_t ratio_sum(const int64_t *counts, const GArray *columns);

#endif
