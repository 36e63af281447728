/* Mean, variance, covariance and correlation. Two passes in long double: first the mean, corrected
 * by the mean of the deviations from it, then the sums of products of deviations (Chan, Golub &
 * LeVeque (1983), Algorithms for computing the sample variance, The American Statistician 37(3),
 * 242-247, the two-pass algorithm), so that a large common offset costs no digits. A value that is
 * not finite makes the result STAT_NOT_DEFINED: missing values must be left out beforehand. Nothing
 * here allocates. */
#ifndef STAT_MOMENTS_H
#define STAT_MOMENTS_H

#include "stat/stat.h"

/* The arithmetic mean. STAT_TOO_FEW for n = 0. */
struct stat_value moments_mean(const double *values, size_t n);

/* The sample variance, divisor n − 1. Exactly 0, and fine, if all values are alike. STAT_TOO_FEW
 * for n < 2. */
struct stat_value moments_variance(const double *values, size_t n);

/* The sample standard deviation, divisor n − 1; as moments_variance. */
struct stat_value moments_sd(const double *values, size_t n);

/* The sample covariance of n pairs, divisor n − 1. STAT_TOO_FEW for n < 2. */
struct stat_value moments_covariance(const double *x, const double *y, size_t n);

/* Pearson's correlation of n pairs, within [−1, 1]. STAT_TOO_FEW for n < 2, STAT_NO_VARIATION if
 * all x or all y are alike. */
struct stat_value moments_correlation(const double *x, const double *y, size_t n);

#endif
