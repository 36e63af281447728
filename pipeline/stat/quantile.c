#include "stat/quantile.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static const double many = 1e6;

/* λ = (z² − 3)/6, h = 2/(1/(above − 1) + 1/(below − 1)),
 * w = z√(h + λ)/h − (1/(above − 1) − 1/(below − 1))(λ + 5/6 − 2/(3h)). */
static double quantile_of_many(double p, double above, double below)
{
    double z = gsl_cdf_ugaussian_Pinv(p);
    double lambda = (z * z - 3) / 6;
    double first = 1 / (above - 1);
    double second = 1 / (below - 1);
    double h = 2 / (first + second);
    double w = z * sqrt(h + lambda) / h - (first - second) * (lambda + 5. / 6 - 2 / (3 * h));
    return exp(2 * w);
}

static double quantile_bisect(double p, double above, double below)
{
    double low = 0;
    double high = 1;
    while (gsl_cdf_fdist_P(high, above, below) < p) {
        high *= 2;
        if (!isfinite(high))
            return (double)NAN;
    }
    for (;;) {
        double x = low + (high - low) / 2;
        if (x <= low || x >= high)
            return x;
        if (gsl_cdf_fdist_P(x, above, below) < p)
            low = x;
        else
            high = x;
    }
}

double quantile_f(double p, double above, double below)
{
    if (!(above > 0 && below > 0 && isfinite(above) && isfinite(below)))
        return (double)NAN;
    if (above > many && below > many)
        return quantile_of_many(p, above, below);
    return quantile_bisect(p, above, below);
}
