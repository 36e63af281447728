#include "stat/weights.h"

#include <math.h>

/* The range of the values; 0 if they cannot be used. */
static double range_of(const double *values, size_t q)
{
    double low = (double)INFINITY;
    double high = -(double)INFINITY;
    for (size_t c = 0; c < q; c++) {
        if (!isfinite(values[c]))
            return 0;
        low = fmin(low, values[c]);
        high = fmax(high, values[c]);
    }
    return q < 2 || !isfinite(high - low) ? 0 : high - low;
}

bool weights_linear(const double *values, size_t q, double *weights)
{
    double range = range_of(values, q);
    for (size_t i = 0; range > 0 && i < q * q; i++)
        weights[i] = 1 - fabs(values[i / q] - values[i % q]) / range;
    return range > 0;
}

bool weights_quadratic(const double *values, size_t q, double *weights)
{
    double range = range_of(values, q);
    for (size_t i = 0; range > 0 && i < q * q; i++) {
        double apart = (values[i / q] - values[i % q]) / range;
        weights[i] = 1 - apart * apart;
    }
    return range > 0;
}

bool weights_from_distance(const double *distance, size_t q, double *weights)
{
    double largest = 0;
    for (size_t i = 0; i < q * q; i++) {
        if (!isfinite(distance[i]) || distance[i] < 0)
            return false;
        largest = fmax(largest, distance[i]);
    }
    for (size_t i = 0; largest > 0 && i < q * q; i++)
        weights[i] = 1 - distance[i] / largest;
    return largest > 0;
}

double weights_at(const double *weights, size_t q, size_t c, size_t k)
{
    if (weights == NULL)
        return c == k;
    return weights[c * q + k];
}

bool weights_symmetric(const double *weights, size_t q)
{
    for (size_t i = 0; weights != NULL && i < q * q; i++)
        if (weights[i] != weights[i % q * q + i / q])
            return false;
    return true;
}
