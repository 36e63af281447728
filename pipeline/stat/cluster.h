/* The interval rule for statistics of G clusters (persons, else conversations), each collapsed to
 * one integer vector: G < 3 none; 3 ≤ G < 30 delete-one-cluster jackknife with t(G − 1); G ≥ 30
 * cluster bootstrap percentile; a share of 0 or 1 Wilson with 0 or G of G. Under 30 clusters the
 * percentile bootstrap covers too seldom (Cameron, Gelbach & Miller (2008), Review of Economics and
 * Statistics 90(3), 414-427). */
#ifndef STAT_CLUSTER_H
#define STAT_CLUSTER_H

#include "stat/jackknife.h"
#include "stat/resample.h"
#include "stat/stat.h"

/* From so many clusters on limits are bootstrap percentiles; a statistic for which there is no
 * jackknife, such as the median position, takes it as its minimum. */
#define CLUSTER_BOOTSTRAP_FROM 30

/* of and plan: see struct resample_statistic. scale: JACKKNIFE_LOGIT says that it is a share, which
 * has Wilson's limits where it is 0 or 1. minimum: no interval under so many clusters; never taken
 * below 3, so 0 means 3 (alpha and kappa: 5; median position: CLUSTER_BOOTSTRAP_FROM). holds:
 * whether the vector of a cluster holds anything the statistic is about, say any segment with a
 * side; NULL means all do. A cluster that does not is not counted in G; it stays among what the
 * bootstrap draws from, as it would be if the study were done again. */
struct cluster_statistic {
    double (*of)(const int64_t *sum, const void *plan);
    const void *plan;
    enum jackknife_scale scale;
    size_t minimum;
    bool (*holds)(const int64_t *counts, const void *plan);
};

/* How the limits were made; the caller says it beside the number. */
enum cluster_method { CLUSTER_NONE, CLUSTER_JACKKNIFE, CLUSTER_BOOTSTRAP, CLUSTER_WILSON };

/* value is the statistic of all clusters, with n = G and its own reason, whether or not there are
 * limits. limits.n = G too; limits.reason says why they are missing (CLUSTER_NONE):
 * STAT_TOO_FEW under the minimum; STAT_NO_VARIATION if SE = 0 or all replicates are alike;
 * STAT_NOT_DEFINED if the value, a leave-one-out value or more than 5 % of the replicates is
 * undefined or infinite, or sums do not fit 63 bits. df is G − 1 for the jackknife, else NaN; kept
 * and dropped count replicates (0 without a bootstrap). */
struct cluster_interval {
    struct stat_value value;
    struct stat_interval limits;
    enum cluster_method method;
    double df;
    size_t kept;
    size_t dropped;
};

/* Where value, the same statistic computed once by its own function, is missing: its reason, which
 * knows more than of() can say, becomes the result's, for value and limits. */
void cluster_reason(struct cluster_interval *result, struct stat_value value);

/* results[i] for statistics[i], i < count. Statistics share the bootstrap's draws. Allocates
 * replicates of at most 32 statistics at a time (2.6 MB for 10,000) and small vectors; releases
 * them. */
void cluster_intervals(const struct resample_data *data, const struct cluster_statistic *statistics,
                       size_t count, const struct resample_settings *settings,
                       struct cluster_interval *results);

#endif
