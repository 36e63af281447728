#include "stat/moments.h"

#include <math.h>
#include <stdbool.h>

static bool all_finite(const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(values[i]))
            return false;
    return true;
}

static bool all_alike(const double *values, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (values[i] != values[0])
            return false;
    return true;
}

/* The mean, with the rounding of a first mean taken back by the mean deviation from it. n ≥ 1. */
static long double exact_mean(const double *values, size_t n)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += values[i];
    long double first = sum / (long double)n;
    long double rest = 0;
    for (size_t i = 0; i < n; i++)
        rest += values[i] - first;
    return first + rest / (long double)n;
}

/* Σ(x − mean x)(y − mean y); 0 exactly where either does not vary. n ≥ 1. */
static long double cross_products(const double *x, const double *y, size_t n)
{
    if (all_alike(x, n) || all_alike(y, n))
        return 0;
    long double mean_x = exact_mean(x, n);
    long double mean_y = exact_mean(y, n);
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (x[i] - mean_x) * (y[i] - mean_y);
    return sum;
}

struct stat_value moments_mean(const double *values, size_t n)
{
    if (n == 0)
        return stat_missing(n, STAT_TOO_FEW);
    if (!all_finite(values, n))
        return stat_missing(n, STAT_NOT_DEFINED);
    return stat_fine((double)exact_mean(values, n), n);
}

struct stat_value moments_covariance(const double *x, const double *y, size_t n)
{
    if (n < 2)
        return stat_missing(n, STAT_TOO_FEW);
    if (!all_finite(x, n) || !all_finite(y, n))
        return stat_missing(n, STAT_NOT_DEFINED);
    return stat_fine((double)(cross_products(x, y, n) / (long double)(n - 1)), n);
}

struct stat_value moments_variance(const double *values, size_t n)
{
    return moments_covariance(values, values, n);
}

struct stat_value moments_sd(const double *values, size_t n)
{
    if (n < 2)
        return stat_missing(n, STAT_TOO_FEW);
    if (!all_finite(values, n))
        return stat_missing(n, STAT_NOT_DEFINED);
    long double variance = cross_products(values, values, n) / (long double)(n - 1);
    return stat_fine((double)sqrtl(variance), n);
}

struct stat_value moments_correlation(const double *x, const double *y, size_t n)
{
    if (n < 2)
        return stat_missing(n, STAT_TOO_FEW);
    if (!all_finite(x, n) || !all_finite(y, n))
        return stat_missing(n, STAT_NOT_DEFINED);
    if (all_alike(x, n) || all_alike(y, n))
        return stat_missing(n, STAT_NO_VARIATION);
    long double squares = sqrtl(cross_products(x, x, n)) * sqrtl(cross_products(y, y, n));
    double r = (double)(cross_products(x, y, n) / squares);
    return stat_fine(r > 1 ? 1 : r < -1 ? -1 : r, n);
}
