/* The permutation test of groups of clusters: the group labels are dealt to the clusters anew, the
 * sizes of the groups kept. Two groups or more. */
#ifndef STAT_PERMUTE_H
#define STAT_PERMUTE_H

#include "stat/arrange.h"

/* values[cluster·width + column]: counts (exact up to 2^53) or measures such as a person's share.
 * labels[cluster] in 0 … groups − 1. Borrowed for the call. */
struct permute_data {
    const double *values;
    size_t clusters;
    size_t width;
    const uint32_t *labels;
    size_t groups;
};

/* STAT_TOO_FEW if fewer than two groups have a cluster; STAT_NOT_DEFINED if a value or T of the
 * data is not finite, or a label is not below groups. Allocates a few vectors of clusters, and
 * groups·width sums a thread, and releases them. */
struct arrange_result permute_groups(const struct permute_data *data,
                                     const struct arrange_statistic *statistic,
                                     const struct resample_settings *settings);

/* The number of ways to deal labels to groups of these sizes, n!/(n_1!·n_2!·…); 0 if that is more
 * than RESAMPLE_ALL_LIMIT. */
size_t permute_arrangements(const size_t *sizes, size_t groups);

#endif
