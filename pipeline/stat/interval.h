/* 95 % intervals that need no resampling: of a share, of a difference of shares, of a mean, and of
 * k of n persons who lie within wpb's. Quantiles are GSL's. Nothing here allocates. */
#ifndef STAT_INTERVAL_H
#define STAT_INTERVAL_H

#include "stat/stat.h"

#include <stdint.h>

/* The normal quantile of p; STAT_NOT_DEFINED unless 0 < p < 1. n is 0. */
struct stat_value interval_normal_quantile(double p);

/* The .975 quantile of Student's t; STAT_TOO_FEW if df < 1. n is 0. */
struct stat_value interval_t_quantile(double df);

/* Wilson's score interval for k of n: Newcombe (1998), Two-sided confidence intervals for the
 * single proportion, Statistics in Medicine 17, 857-872, method 3. STAT_TOO_FEW for n = 0,
 * STAT_NOT_DEFINED for k > n. With k = 0 the low limit is exactly 0, with k = n the high one
 * exactly 1. */
struct stat_interval interval_wilson(size_t k, size_t n);

/* The same for a share p in [0, 1] that rests on an effective number n > 0, such as n/deff; the n
 * of the result is n rounded down. STAT_TOO_FEW for n = 0, STAT_NOT_DEFINED for anything else
 * outside. */
struct stat_interval interval_wilson_effective(double p, double n);

/* Clopper & Pearson's interval for k of n by quantiles of the beta distribution: the .025 quantile
 * of beta(k, n − k + 1) and the .975 quantile of beta(k + 1, n − k); method 5 of the same paper. As
 * interval_wilson. */
struct stat_interval interval_clopper_pearson(size_t k, size_t n);

/* The hybrid score interval of k_1/n_1 − k_2/n_2: Newcombe (1998), Interval estimation for the
 * difference between independent proportions, Statistics in Medicine 17, 873-890, method 10. n is
 * n_1 + n_2. STAT_TOO_FEW if a group is empty, STAT_NOT_DEFINED if a k exceeds its n. */
struct stat_interval interval_difference(size_t k_1, size_t n_1, size_t k_2, size_t n_2);

/* Whether the values are shares, whose interval is cut to [0, 1]. */
enum interval_range { INTERVAL_ANY, INTERVAL_SHARES };

/* The t interval of the mean of n values (one a person or cluster), df = n − 1. STAT_TOO_FEW for n
 * < 3, STAT_NO_VARIATION where the values are alike, STAT_NOT_DEFINED for a value that is not
 * finite. */
struct stat_interval interval_mean(const double *values, size_t n, enum interval_range range);

/* The interval of interval_persons: limits.n counts the persons; deff is the design effect and
 * effective the number of persons that Wilson's formula was given; both are NaN where limits are.
 */
struct interval_persons {
    struct stat_interval limits;
    double deff;
    double effective;
};

/* The interval of Σk of Σn persons who lie within J wpb's, k[j] of the n[j] persons of wpb j:
 * Wilson with p and n/deff, deff = max(1, v/(p(1 − p)/n)), v = J/(J − 1)·Σ(k[j] − p·n[j])²/n² (the
 * ratio estimator's variance: Rao & Scott (1992), Biometrics 48, 577-585). For k = 0 or k = n the
 * effective number is J and deff is n/J. A wpb with n[j] = 0 is left out. STAT_TOO_FEW for J < 3,
 * STAT_NOT_DEFINED if a k is negative or exceeds its n. */
struct interval_persons interval_persons_within(const int64_t *k, const int64_t *n, size_t wpbs);

#endif
