/* The mean of scores on a survey, with the interval of clusters (stat/cluster.h). */
#ifndef STAT_SCORES_H
#define STAT_SCORES_H

#include "stat/cluster.h"

/* The mean of n values, values[i] given by the person clusters[i] < count (a person may have given
 * several, or none: such a person is not counted in G, but drawn from). value is the mean itself
 * (stat/moments.h) with n = G; limits as cluster_intervals() makes them on the scale of the values.
 *
 * For the interval values become whole numbers: what they exceed the smallest one by, in steps of a
 * power of two so small that whole answers stay exact and others are off by at most 2^-40 of their
 * range. STAT_NOT_DEFINED for a value that is not finite. Allocates two cells a person, and what
 * cluster_intervals() does; releases all. */
struct cluster_interval scores_mean(const double *values, const size_t *clusters, size_t n,
                                    size_t count, const struct resample_settings *settings);

#endif
