#include "stat/interval.h"

#include "stat/moments.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const double upper = .975;

struct stat_value interval_normal_quantile(double p)
{
    if (!(p > 0 && p < 1))
        return stat_missing(0, STAT_NOT_DEFINED);
    return stat_fine(gsl_cdf_ugaussian_Pinv(p), 0);
}

struct stat_value interval_t_quantile(double df)
{
    if (!(df >= 1))
        return stat_missing(0, STAT_TOO_FEW);
    return stat_fine(gsl_cdf_tdist_Pinv(upper, df), 0);
}

struct stat_interval interval_wilson_effective(double p, double n)
{
    if (n == 0)
        return stat_no_limits(0, STAT_TOO_FEW);
    if (!(n > 0 && n < 0x1p53) || !(p >= 0 && p <= 1))
        return stat_no_limits(0, STAT_NOT_DEFINED);
    double z = gsl_cdf_ugaussian_Pinv(upper);
    double centre = p + z * z / (2 * n);
    double reach = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;
    double low = p == 0 ? 0 : fmax(0, (centre - reach) / scale);
    double high = p == 1 ? 1 : fmin(1, (centre + reach) / scale);
    return stat_limits(low, high, (size_t)n);
}

struct stat_interval interval_wilson(size_t k, size_t n)
{
    if (n == 0)
        return stat_no_limits(n, STAT_TOO_FEW);
    if (k > n)
        return stat_no_limits(n, STAT_NOT_DEFINED);
    return interval_wilson_effective((double)k / (double)n, (double)n);
}

/* The x with the beta distribution's tail below it, or above it, equal to 1 - upper; bisected,
 * since GSL's own inverse gives NaN for some of the shapes that n > 250 brings (a = 258, b = 3). */
static double beta_limit(double a, double b, double (*tail)(double x, double a, double b))
{
    double low = 0;
    double high = 1;
    double at_low = tail(0, a, b); /* 0 for the lower tail, 1 for the upper one */
    for (;;) {
        double x = low + (high - low) / 2;
        if (x <= low || x >= high)
            return x;
        if ((tail(x, a, b) < 1 - upper) == (at_low < 1 - upper))
            low = x;
        else
            high = x;
    }
}

struct stat_interval interval_clopper_pearson(size_t k, size_t n)
{
    if (n == 0)
        return stat_no_limits(n, STAT_TOO_FEW);
    if (k > n)
        return stat_no_limits(n, STAT_NOT_DEFINED);
    double yes = (double)k;
    double no = (double)(n - k);
    double low = k == 0 ? 0 : beta_limit(yes, no + 1, gsl_cdf_beta_P);
    double high = k == n ? 1 : beta_limit(yes + 1, no, gsl_cdf_beta_Q);
    return stat_limits(low, high, n);
}

struct stat_interval interval_difference(size_t k_1, size_t n_1, size_t k_2, size_t n_2)
{
    struct stat_interval one = interval_wilson(k_1, n_1);
    struct stat_interval two = interval_wilson(k_2, n_2);
    if (one.reason != STAT_FINE || two.reason != STAT_FINE)
        return stat_no_limits(n_1 + n_2, one.reason != STAT_FINE ? one.reason : two.reason);
    double p_1 = (double)k_1 / (double)n_1;
    double p_2 = (double)k_2 / (double)n_2;
    double low = p_1 - p_2 - hypot(p_1 - one.low, two.high - p_2);
    double high = p_1 - p_2 + hypot(one.high - p_1, p_2 - two.low);
    return stat_limits(fmax(-1, low), fmin(1, high), n_1 + n_2);
}

struct stat_interval interval_mean(const double *values, size_t n, enum interval_range range)
{
    struct stat_value mean = moments_mean(values, n);
    struct stat_value sd = moments_sd(values, n);
    if (n < 3)
        return stat_no_limits(n, STAT_TOO_FEW);
    if (mean.reason != STAT_FINE || sd.reason != STAT_FINE)
        return stat_no_limits(n, STAT_NOT_DEFINED);
    if (!(sd.value > 0))
        return stat_no_limits(n, STAT_NO_VARIATION);
    double reach = gsl_cdf_tdist_Pinv(upper, (double)(n - 1)) * sd.value / sqrt((double)n);
    double low = mean.value - reach;
    double high = mean.value + reach;
    if (range == INTERVAL_SHARES)
        return stat_limits(fmax(0, low), fmin(1, high), n);
    return stat_limits(low, high, n);
}

static struct interval_persons persons_none(size_t n, enum stat_reason reason)
{
    return (struct interval_persons){
        .limits = stat_no_limits(n, reason), .deff = (double)NAN, .effective = (double)NAN};
}

struct interval_persons interval_persons_within(const int64_t *k, const int64_t *n, size_t wpbs)
{
    int64_t all_k = 0;
    int64_t all_n = 0;
    size_t clusters = 0;
    for (size_t j = 0; j < wpbs; j++) {
        if (k[j] < 0 || n[j] < k[j])
            return persons_none(0, STAT_NOT_DEFINED);
        all_k += k[j];
        all_n += n[j];
        clusters += n[j] > 0;
    }
    size_t persons = (size_t)all_n;
    if (clusters < 3)
        return persons_none(persons, STAT_TOO_FEW);
    double total = (double)all_n;
    double groups = (double)clusters;
    double p = (double)all_k / total;
    double squares = 0;
    for (size_t j = 0; j < wpbs; j++)
        squares += ((double)k[j] - p * (double)n[j]) * ((double)k[j] - p * (double)n[j]);
    double variance = groups / (groups - 1) * squares / (total * total);
    double deff = total / groups;
    if (all_k > 0 && all_k < all_n)
        deff = fmax(1, variance / (p * (1 - p) / total));
    struct stat_interval limits = interval_wilson_effective(p, total / deff);
    limits.n = persons;
    return (struct interval_persons){.limits = limits, .deff = deff, .effective = total / deff};
}
