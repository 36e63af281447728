/* The one resampling engine: the cluster bootstrap here, permutations and sign flips in
 * stat/permute.h on the same random streams and threads.
 *
 * What is resampled is collapsed beforehand to one small integer vector per cluster; a replicate is
 * then n draws and n vector additions, after which every statistic is asked for its value of the
 * summed vector. Replicate r depends on (seed, r) only, so the values are the same bytes for any
 * number of threads. Method: Davison & Hinkley (1997), Bootstrap methods and their application,
 * section 3.8 (resampling whole clusters). */
#ifndef STAT_RESAMPLE_H
#define STAT_RESAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One integer vector per cluster: counts[cluster·width + column]. Borrowed for the call. */
struct resample_data {
    const int64_t *counts;
    size_t clusters;
    size_t width;
};

/* A statistic of a summed vector: of() gets width sums and the plan, and returns NaN where the
 * statistic is undefined. It may be called from several threads at once and must not write through
 * plan. */
struct resample_statistic {
    double (*of)(const int64_t *sum, const void *plan);
    const void *plan;
};

/* seed, replicates R (10,000 and 20220401 by default: RESAMPLE_DEFAULTS) and the threads to use; 0
 * and 1 both mean the caller's own thread. */
struct resample_settings {
    uint64_t seed;
    size_t replicates;
    unsigned threads;
};

#define RESAMPLE_DEFAULTS                                                                          \
    (struct resample_settings)                                                                     \
    {                                                                                              \
        .seed = 20220401, .replicates = 10000, .threads = 1                                        \
    }

/* Full enumerations are made up to this many arrangements. */
#define RESAMPLE_ALL_LIMIT 1000000

/* The cluster bootstrap: values[statistic·R + r] is the value of a statistic in replicate r, drawn
 * with replacement, as many clusters as there are. Several statistics share the draws. False, with
 * values untouched, if there is no cluster or no column, or if a sum would not fit 63 bits.
 * Allocates the packed vectors and a little working memory, and releases them. */
bool resample_bootstrap(const struct resample_data *data,
                        const struct resample_statistic *statistics, size_t count,
                        const struct resample_settings *settings, double *values);

/* clusters^clusters, or 0 if that is more than RESAMPLE_ALL_LIMIT (above 7 clusters) or if there
 * are none. */
size_t resample_all_count(size_t clusters);

/* Every resample once, in the order of counting in base `clusters`: values has room for
 * resample_all_count(data->clusters) of them. False, with values untouched, if that is 0 or a sum
 * would not fit 63 bits. Allocates one vector of sums. */
bool resample_bootstrap_all(const struct resample_data *data,
                            const struct resample_statistic *statistic, double *values);

/* Calls work(from, to, state) so that the ranges cover 0 … replicates, in up to `threads` threads
 * at once, and returns when all are done. A thread that cannot be started is done by the caller's.
 */
void resample_spread(size_t replicates, unsigned threads,
                     void (*work)(size_t from, size_t to, void *state), void *state);

#endif
