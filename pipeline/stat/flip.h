/* The sign-flip test of paired differences: under the hypothesis that the two halves of each pair
 * could as well have been exchanged, every cluster's vector has its sign or the other one. */
#ifndef STAT_FLIP_H
#define STAT_FLIP_H

#include "stat/arrange.h"

/* values[cluster·width + column]: differences of each cluster, borrowed for the call. T is asked
 * for sums of width columns. In random flips cluster i of replicate r is flipped where bit i mod 64
 * of output i / 64 of its stream is set. STAT_TOO_FEW for no cluster or column, STAT_NOT_DEFINED if
 * a value or T of the data is not finite. Allocates one vector of sums a thread, and releases them.
 */
struct arrange_result flip_signs(const double *values, size_t clusters, size_t width,
                                 const struct arrange_statistic *statistic,
                                 const struct resample_settings *settings);

#endif
