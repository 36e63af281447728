#include "stat/fit.h"

#include <math.h>
#include <stdbool.h>

static const double border = .5;

/* Σ(value − from) over both variables. */
static long double deviations(const double *offer, const double *use, size_t n, long double from)
{
    long double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += (offer[i] - from) + (use[i] - from);
    return sum;
}

static struct fit_pool pool_none(size_t n, enum stat_reason reason)
{
    return (struct fit_pool){.mean = (double)NAN, .sd = (double)NAN, .n = n, .reason = reason};
}

struct fit_pool fit_pool(const double *offer, const double *use, size_t n)
{
    long double values = 2 * (long double)n;
    long double squares = 0;
    if (n < 2)
        return pool_none(n, STAT_TOO_FEW);
    for (size_t i = 0; i < n; i++)
        if (!isfinite(offer[i]) || !isfinite(use[i]))
            return pool_none(n, STAT_NOT_DEFINED);
    long double mean = offer[0] + deviations(offer, use, n, offer[0]) / values;
    mean += deviations(offer, use, n, mean) / values;
    for (size_t i = 0; i < n; i++)
        squares += (offer[i] - mean) * (offer[i] - mean) + (use[i] - mean) * (use[i] - mean);
    double sd = (double)sqrtl(squares / (values - 1));
    if (!(sd > FIT_ALIKE * fmax(1, fabs((double)mean))))
        return pool_none(n, STAT_NO_VARIATION);
    return (struct fit_pool){.mean = (double)mean, .sd = sd, .n = n, .reason = STAT_FINE};
}

double fit_discrepancy(const struct fit_pool *pool, double offer, double use)
{
    if (pool->reason != STAT_FINE)
        return (double)NAN;
    return (use - offer) / pool->sd;
}

/* Whether value > limit by more than rounding. */
static bool above(double value, double limit)
{
    return value - limit > FIT_ALIKE * fmax(1, fabs(limit));
}

enum fit_class fit_class(double discrepancy)
{
    if (!above(discrepancy, -border))
        return FIT_MORE_OFFER;
    return above(discrepancy, border) ? FIT_MORE_USE : FIT_FITTING;
}

enum fit_quadrant fit_quadrant(double offer, double use, double cut)
{
    bool high_offer = !above(cut, offer);
    bool high_use = !above(cut, use);
    if (high_offer)
        return high_use ? FIT_HIGH_HIGH : FIT_HIGH_LOW;
    return high_use ? FIT_LOW_HIGH : FIT_LOW_LOW;
}
