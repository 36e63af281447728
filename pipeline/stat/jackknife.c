#include "stat/jackknife.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

double jackknife_to_scale(double value, enum jackknife_scale scale)
{
    switch (scale) {
    case JACKKNIFE_LOGIT:
        return log(value / (1 - value));
    case JACKKNIFE_LOG:
        return log(value);
    case JACKKNIFE_FISHER:
        return atanh(value);
    case JACKKNIFE_PLAIN:
        break;
    }
    return value;
}

double jackknife_from_scale(double t, enum jackknife_scale scale)
{
    switch (scale) {
    case JACKKNIFE_LOGIT:
        return t < 0 ? exp(t) / (1 + exp(t)) : 1 / (1 + exp(-t));
    case JACKKNIFE_LOG:
        return exp(t);
    case JACKKNIFE_FISHER:
        return tanh(t);
    case JACKKNIFE_PLAIN:
        break;
    }
    return t;
}

/* sum += sign·(the vector of cluster g). */
static void vector_add(int64_t *sum, const struct resample_data *data, size_t g, int64_t sign)
{
    for (size_t k = 0; k < data->width; k++)
        sum[k] += sign * data->counts[g * data->width + k];
}

/* The standard error of the leave-one-out values t[0 … n); 0 where they differ by rounding only. */
static double standard_error(const double *t, size_t n)
{
    long double mean = 0;
    long double squares = 0;
    double largest = 0;
    double furthest = 0;
    for (size_t i = 0; i < n; i++) {
        mean += t[i] / (long double)n;
        largest = fmax(largest, fabs(t[i]));
        furthest = fmax(furthest, fabs(t[i] - t[0]));
    }
    if (furthest <= largest * 0x1p-48)
        return 0;
    for (size_t i = 0; i < n; i++)
        squares += (t[i] - mean) * (t[i] - mean);
    return (double)sqrtl((long double)(n - 1) / (long double)n * squares);
}

/* The leave-one-out values of the used clusters into t; sum holds the sum of all. */
static size_t leave_one_out(const struct resample_data *data,
                            const struct resample_statistic *statistic, enum jackknife_scale scale,
                            const bool *used, int64_t *sum, double *t)
{
    size_t n = 0;
    for (size_t g = 0; g < data->clusters; g++) {
        if (used != NULL && !used[g])
            continue;
        vector_add(sum, data, g, -1);
        t[n++] = jackknife_to_scale(statistic->of(sum, statistic->plan), scale);
        vector_add(sum, data, g, 1);
    }
    return n;
}

/* The interval around t of all clusters from the n leave-one-out values. */
static struct stat_interval interval_around(double centre, const double *t, size_t n,
                                            enum jackknife_scale scale)
{
    if (n < 3)
        return stat_no_limits(n, STAT_TOO_FEW);
    for (size_t i = 0; i < n; i++)
        if (!isfinite(t[i]))
            return stat_no_limits(n, STAT_NOT_DEFINED);
    if (!isfinite(centre))
        return stat_no_limits(n, STAT_NOT_DEFINED);
    double error = standard_error(t, n);
    if (!(error > 0))
        return stat_no_limits(n, STAT_NO_VARIATION);
    double reach = gsl_cdf_tdist_Pinv(.975, (double)(n - 1)) * error;
    return stat_limits(jackknife_from_scale(centre - reach, scale),
                       jackknife_from_scale(centre + reach, scale), n);
}

struct stat_interval jackknife_interval(const struct resample_data *data,
                                        const struct resample_statistic *statistic,
                                        enum jackknife_scale scale, const bool *used)
{
    if (data->clusters == 0 || data->width == 0)
        return stat_no_limits(0, STAT_TOO_FEW);
    int64_t *sum = (int64_t *)stat_cells(data->width, sizeof *sum);
    double *t = (double *)stat_cells(data->clusters, sizeof *t);
    for (size_t g = 0; g < data->clusters; g++)
        if (used == NULL || used[g])
            vector_add(sum, data, g, 1);
    double centre = jackknife_to_scale(statistic->of(sum, statistic->plan), scale);
    size_t n = leave_one_out(data, statistic, scale, used, sum, t);
    struct stat_interval interval = interval_around(centre, t, n, scale);
    free(t);
    free(sum);
    return interval;
}
