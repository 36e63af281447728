/* The covariances of the items of a scale, by one of three rules for missing answers. */
#ifndef STAT_COVARIANCE_H
#define STAT_COVARIANCE_H

#include "stat/stat.h"

/* What is done with answers that are missing: leave the person out; take each covariance over the
 * persons who have both (its own means too, as R's use = "pairwise"); or put the item's median in
 * their place (as psych::scoreItems does by default, which makes items look less spread out). */
enum covariance_missing { COVARIANCE_LISTWISE, COVARIANCE_PAIRWISE, COVARIANCE_MEDIAN };

/* cells[i·items + j], divisor n − 1. n: the persons without a missing answer (listwise), the
 * smallest number of persons that a covariance rests on (pairwise), all persons (median). reason:
 * STAT_TOO_FEW for no item, an n under 2, or an item without any answer; STAT_NOT_DEFINED for an
 * infinite value; then the cells are NaN. */
struct covariance {
    double *cells;
    size_t items;
    size_t n;
    enum stat_reason reason;
};

/* values[person·items + item], NaN where missing; not changed. Allocates the cells, to be released
 * with covariance_free(), and two columns of values. */
struct covariance covariance_of(const double *values, size_t persons, size_t items,
                                enum covariance_missing missing);

void covariance_free(struct covariance *covariance);

#endif
