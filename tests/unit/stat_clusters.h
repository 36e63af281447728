/* Statistics and data for the tests of the interval rule: clusters of (segments of a code,
 * segments). */
#ifndef UNIT_STAT_CLUSTERS_H
#define UNIT_STAT_CLUSTERS_H

#include "stat/cluster.h"
#include "stat/random.h"

#include <glib.h>
#include <math.h>

/* The first column as a share of the second. */
static inline double share(const int64_t *sum, const void *plan)
{
    (void)plan;
    return sum[1] == 0 ? (double)NAN : (double)sum[0] / (double)sum[1];
}

static inline double rate(const int64_t *sum, const void *plan)
{
    return 100 * share(sum, plan);
}

/* An index in [−1, 1]. */
static inline double index_of(const int64_t *sum, const void *plan)
{
    return 2 * share(sum, plan) - 1;
}

/* Defined only where the first column is large: the plan says how large. */
static inline double seldom(const int64_t *sum, const void *plan)
{
    return sum[0] < *(const int64_t *)plan ? (double)NAN : share(sum, NULL);
}

static const struct resample_settings defaults = {.seed = 20220401, .replicates = 10000};
static const struct cluster_statistic share_statistic = {.of = share, .scale = JACKKNIFE_LOGIT};

static inline struct cluster_interval interval_of(const int64_t *counts, gsize clusters,
                                                  const struct cluster_statistic *statistic)
{
    struct cluster_interval result;
    struct resample_data data = {counts, clusters, 2};
    cluster_intervals(&data, statistic, 1, &defaults, &result);
    return result;
}

static inline void assert_none(struct cluster_interval result, enum stat_reason reason)
{
    g_assert_cmpint(result.method, ==, CLUSTER_NONE);
    g_assert_cmpint(result.limits.reason, ==, reason);
    g_assert_true(isnan(result.limits.low) && isnan(result.limits.high) && isnan(result.df));
}

/* 40 clusters of some turns; the share differs from cluster to cluster. */
static inline void many_clusters(int64_t *counts, gsize clusters)
{
    struct random_stream stream;
    random_start(&stream, 17, 0);
    for (gsize g = 0; g < clusters; g++) {
        counts[2 * g + 1] = 10 + random_below(&stream, 50);
        counts[2 * g] = random_below(&stream, (uint32_t)counts[2 * g + 1] + 1);
    }
}

#endif
