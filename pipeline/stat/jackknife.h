/* The delete-one-cluster jackknife of a statistic of summed integer vectors. */
#ifndef STAT_JACKKNIFE_H
#define STAT_JACKKNIFE_H

#include "stat/resample.h"
#include "stat/stat.h"

/* The scale on which an estimate is taken to be symmetrical: itself, logit for shares in (0, 1),
 * log for rates above 0, Fisher's z for alpha, kappa and correlations in (−1, 1). */
enum jackknife_scale { JACKKNIFE_PLAIN, JACKKNIFE_LOGIT, JACKKNIFE_LOG, JACKKNIFE_FISHER };

/* value on the scale; NaN or infinite outside the scale's range. */
double jackknife_to_scale(double value, enum jackknife_scale scale);

/* The inverse of jackknife_to_scale. */
double jackknife_from_scale(double t, enum jackknife_scale scale);

/* The interval t ± t(.975; G − 1)·SE, transformed back, with t the statistic of all clusters on the
 * scale (not corrected for bias) and SE² = (G − 1)/G·Σ(t_(g) − mean t_(g))², t_(g) the statistic
 * without cluster g (Efron & Tibshirani (1993), An introduction to the bootstrap, eq. 11.5; Rust &
 * Rao (1996), Statistical Methods in Medical Research 5, 283-310, for clusters). A cluster for
 * which used[g] is false counts for nothing; used == NULL means all. n is G. STAT_TOO_FEW for G <
 * 3; STAT_NOT_DEFINED if t or a t_(g) is undefined or infinite; STAT_NO_VARIATION if SE = 0 (a
 * spread of no more than rounding is 0). Allocates two small vectors. */
struct stat_interval jackknife_interval(const struct resample_data *data,
                                        const struct resample_statistic *statistic,
                                        enum jackknife_scale scale, const bool *used);

#endif
