/* Means, mean difference and concordance of pairs (offer, use), each with the interval of the rule
 * for clusters (stat/cluster.h). A pair is one person, and a person is a cluster. */
#ifndef STAT_PAIRED_H
#define STAT_PAIRED_H

#include "stat/cluster.h"

/* Lin's coefficient has no interval under so many pairs, as alpha and kappa. */
#define PAIRED_MINIMUM 5

/* difference is the mean of y − x. Scales of the jackknife: plain for the means and the difference,
 * Fisher's z for the concordance. exact: the limits were made without rounding the values (see
 * stat/lattice.h); steps is how many steps to 1 were told apart, 0 without any. */
struct paired {
    struct cluster_interval x_mean;
    struct cluster_interval y_mean;
    struct cluster_interval difference;
    struct cluster_interval concordance;
    bool exact;
    int64_t steps;
};

/* The pairs x[i], y[i], i < n. A statistic with a reason has no limits. Allocates small vectors and
 * what cluster_intervals does; releases them. */
void paired_intervals(const double *x, const double *y, size_t n,
                      const struct resample_settings *settings, struct paired *pairs);

#endif
