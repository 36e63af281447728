#include "stat/cluster.h"

#include "stat/interval.h"
#include "stat/narrow.h"
#include "stat/order.h"

#include <math.h>
#include <stdlib.h>

#define STATISTICS_AT_ONCE 32

static struct cluster_interval result_none(struct stat_value value, enum stat_reason reason)
{
    return (struct cluster_interval){.value = value,
                                     .limits = stat_no_limits(value.n, reason),
                                     .method = CLUSTER_NONE,
                                     .df = (double)NAN};
}

void cluster_reason(struct cluster_interval *result, struct stat_value value)
{
    if (value.reason == STAT_FINE)
        return;
    size_t n = result->value.n;
    *result = result_none(stat_missing(n, value.reason), value.reason);
}

/* Marks the clusters that hold something of the statistic and counts them. */
static size_t clusters_used(const struct resample_data *data,
                            const struct cluster_statistic *statistic, bool *used)
{
    size_t n = 0;
    for (size_t g = 0; g < data->clusters; g++) {
        const int64_t *counts = data->counts + g * data->width;
        used[g] = statistic->holds == NULL || statistic->holds(counts, statistic->plan);
        n += used[g];
    }
    return n;
}

static struct stat_value value_of_all(const struct resample_data *data,
                                      const struct cluster_statistic *statistic, const bool *used,
                                      size_t n)
{
    if (n == 0)
        return stat_missing(0, STAT_TOO_FEW);
    int64_t *sum = (int64_t *)stat_cells(data->width, sizeof *sum);
    for (size_t g = 0; g < data->clusters; g++)
        for (size_t k = 0; used[g] && k < data->width; k++)
            sum[k] += data->counts[g * data->width + k];
    double value = statistic->of(sum, statistic->plan);
    free(sum);
    return stat_fine(value, n);
}

/* All but the bootstrap. True if that is still to be done for this statistic. */
static bool interval_begin(const struct resample_data *data,
                           const struct cluster_statistic *statistic, bool *used,
                           struct cluster_interval *result)
{
    size_t n = clusters_used(data, statistic, used);
    size_t minimum = statistic->minimum < 3 ? 3 : statistic->minimum;
    struct stat_value value = value_of_all(data, statistic, used, n);
    *result = result_none(value, n < minimum ? STAT_TOO_FEW : value.reason);
    if (n < minimum || value.reason != STAT_FINE)
        return false;
    if (statistic->scale == JACKKNIFE_LOGIT && (value.value == 0 || value.value == 1)) {
        result->limits = interval_wilson(value.value == 0 ? 0 : n, n);
        result->method = CLUSTER_WILSON;
        return false;
    }
    if (n >= CLUSTER_BOOTSTRAP_FROM)
        return true;
    struct resample_statistic plain = {.of = statistic->of, .plan = statistic->plan};
    result->limits = jackknife_interval(data, &plain, statistic->scale, used);
    if (result->limits.reason != STAT_FINE)
        return false;
    result->method = CLUSTER_JACKKNIFE;
    result->df = (double)(n - 1);
    return false;
}

/* The limits from the replicates, which are reordered. */
static void interval_finish(double *values, size_t replicates, struct cluster_interval *result)
{
    size_t kept = 0;
    bool alike = true;
    for (size_t i = 0; i < replicates; i++) {
        if (!isfinite(values[i]))
            continue;
        values[kept++] = values[i];
        alike = alike && values[kept - 1] == values[0];
    }
    size_t n = result->value.n;
    result->kept = kept;
    result->dropped = replicates - kept;
    if (kept == 0 || result->dropped > replicates / 20)
        result->limits = stat_no_limits(n, STAT_NOT_DEFINED);
    else if (alike)
        result->limits = stat_no_limits(n, STAT_NO_VARIATION);
    else
        result->limits = order_percentile_limits(values, kept);
    result->limits.n = n;
    if (result->limits.reason == STAT_FINE)
        result->method = CLUSTER_BOOTSTRAP;
}

/* At most STATISTICS_AT_ONCE statistics; used is working memory for one flag a cluster. */
static void intervals_some(const struct resample_data *data,
                           const struct cluster_statistic *statistics, size_t count,
                           const struct resample_settings *settings, bool *used,
                           struct cluster_interval *results)
{
    struct resample_statistic drawn[STATISTICS_AT_ONCE];
    struct cluster_interval *waiting[STATISTICS_AT_ONCE];
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (interval_begin(data, &statistics[i], used, &results[i])) {
            drawn[n] = (struct resample_statistic){statistics[i].of, statistics[i].plan};
            waiting[n++] = &results[i];
        }
    if (n == 0)
        return;
    size_t replicates = settings->replicates;
    double *values = (double *)stat_cells(n * replicates, sizeof *values);
    resample_bootstrap(data, drawn, n, settings, values);
    for (size_t i = 0; i < n; i++)
        interval_finish(values + i * replicates, replicates, waiting[i]);
    free(values);
}

void cluster_intervals(const struct resample_data *data, const struct cluster_statistic *statistics,
                       size_t count, const struct resample_settings *settings,
                       struct cluster_interval *results)
{
    if (!narrow_sums_fit(data->counts, data->clusters, data->width)) {
        enum stat_reason reason = data->clusters == 0 ? STAT_TOO_FEW : STAT_NOT_DEFINED;
        for (size_t i = 0; i < count; i++)
            results[i] = result_none(stat_missing(0, reason), reason);
        return;
    }
    bool *used = (bool *)stat_cells(data->clusters, sizeof *used);
    for (size_t i = 0; i < count; i += STATISTICS_AT_ONCE) {
        size_t now = count - i < STATISTICS_AT_ONCE ? count - i : STATISTICS_AT_ONCE;
        intervals_some(data, statistics + i, now, settings, used, results + i);
    }
    free(used);
}
