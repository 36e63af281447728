#include "stat/concordance.h"

#include "stat/moments.h"

#include <math.h>

/* Squares that are no larger a part of the sum they were taken from are 0. */
static const long double rounding = 0x1p-60L;

struct stat_value concordance_lin(const double *x, const double *y, size_t n)
{
    struct stat_value covariance = moments_covariance(x, y, n);
    struct stat_value spread_x = moments_variance(x, n);
    struct stat_value spread_y = moments_variance(y, n);
    if (covariance.reason != STAT_FINE)
        return covariance;
    if (!(spread_x.value > 0) || !(spread_y.value > 0))
        return stat_missing(n, STAT_NO_VARIATION);
    double apart = moments_mean(x, n).value - moments_mean(y, n).value;
    double all = spread_x.value + spread_y.value + apart * apart;
    return stat_fine(fmax(-1, fmin(1, 2 * covariance.value / all)), n);
}

double concordance_of_sums(int64_t n, int64_t x, int64_t y, int64_t xx, int64_t yy, int64_t xy)
{
    long double pairs = (long double)n;
    if (n < 2)
        return (double)NAN;
    long double squares_x = (long double)xx - (long double)x * (long double)x / pairs;
    long double squares_y = (long double)yy - (long double)y * (long double)y / pairs;
    long double products = (long double)xy - (long double)x * (long double)y / pairs;
    if (!(squares_x > (long double)xx * rounding) || !(squares_y > (long double)yy * rounding))
        return (double)NAN;
    long double apart = (long double)(x - y) / pairs;
    long double all = squares_x + squares_y + (pairs - 1) * apart * apart;
    return fmax(-1, fmin(1, (double)(2 * products / all)));
}
