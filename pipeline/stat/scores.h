/* Scores on a survey: of one person, and their mean with the interval of clusters (stat/cluster.h).
 */
#ifndef STAT_SCORES_H
#define STAT_SCORES_H

#include "stat/cluster.h"

/* The answer to a reversed item, turned: minimum + maximum − value. */
double scores_turn(double value, double minimum, double maximum);

/* One person's score: the mean of the n answers there are. STAT_TOO_FEW for fewer than `least`, or
 * none; STAT_NOT_DEFINED for an answer that is not finite. */
struct stat_value scores_person(const double *answers, size_t n, size_t least);

/* Between which every score lies; NaN: no bound. */
struct scores_bounds {
    double least;
    double most;
};

/* The mean of n values, values[i] given by the person clusters[i] < count (a person may have given
 * several, or none: such a person is not counted in G, but drawn from). value is the mean itself
 * (stat/moments.h) with n = G; limits as cluster_intervals() makes them on the scale of the values,
 * cut to the bounds.
 *
 * For the interval values become whole numbers: what they exceed the smallest one by, in steps of a
 * power of two: so small that whole answers stay exact, and others are off by at most 2^-52 of
 * their range (more only where so many are drawn that their sum would not fit 63 bits).
 * STAT_NOT_DEFINED for a value that is not finite. Allocates three cells a person, and what
 * cluster_intervals() does; releases all. */
struct cluster_interval scores_mean(const double *values, const size_t *clusters, size_t n,
                                    size_t count, struct scores_bounds bounds,
                                    const struct resample_settings *settings);

#endif
