#include "stat/scores.h"

#include "stat/moments.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#define FINEST 52 /* bits of a double, but one */

double scores_turn(double value, double minimum, double maximum)
{
    return minimum + maximum - value;
}

struct stat_value scores_person(const double *answers, size_t n, size_t least)
{
    return n < least ? stat_missing(n, STAT_TOO_FEW) : moments_mean(answers, n);
}

/* A cluster's vector. */
enum column { COLUMN_SUM, COLUMN_ANSWERS, COLUMNS };

static double mean_of(const int64_t *sum, const void *plan)
{
    (void)plan;
    return (double)sum[COLUMN_SUM] / (double)sum[COLUMN_ANSWERS];
}

static bool mean_holds(const int64_t *counts, const void *plan)
{
    (void)plan;
    return counts[COLUMN_ANSWERS] > 0;
}

/* The most values that one person gave. */
static size_t most_answers(const size_t *clusters, size_t n, size_t count)
{
    size_t *answers = (size_t *)stat_cells(count, sizeof *answers);
    size_t most = 0;
    for (size_t i = 0; i < n; i++)
        most = ++answers[clusters[i]] > most ? answers[clusters[i]] : most;
    free(answers);
    return most;
}

/* The bits that a value may have so that any draw of `sum` of them fits 61; no more than a double
 * has. */
static int bits_of(size_t sum)
{
    int bits = 61;
    for (; sum > 0; sum /= 2)
        bits--;
    return bits < FINEST ? bits : FINEST;
}

/* How many steps go into 1, a power of two as an exponent: none where all differences from low are
 * whole already, so that answers of 1 to 5 stay small numbers, which are quickest to draw. */
static int steps_of(const double *values, size_t n, double low, int bits)
{
    double range = 0;
    bool whole = true;
    int exponent = 0;
    for (size_t i = 0; i < n; i++) {
        double above = values[i] - low;
        range = fmax(range, above);
        whole = whole && above == floor(above);
    }
    frexp(range, &exponent); /* range < 2^exponent */
    return whole && exponent <= bits ? 0 : bits - exponent;
}

struct cluster_interval scores_mean(const double *values, const size_t *clusters, size_t n,
                                    size_t count, struct scores_bounds bounds,
                                    const struct resample_settings *settings)
{
    struct stat_value mean = moments_mean(values, n);
    struct cluster_interval result = {.value = mean,
                                      .limits = stat_no_limits(mean.n, mean.reason),
                                      .method = CLUSTER_NONE,
                                      .df = (double)NAN};
    struct cluster_statistic rule = {.of = mean_of, .scale = JACKKNIFE_PLAIN, .holds = mean_holds};
    double low = n == 0 ? 0 : values[0];
    if (mean.reason != STAT_FINE)
        return result;
    for (size_t i = 0; i < n; i++)
        low = fmin(low, values[i]);
    int bits = bits_of(count * most_answers(clusters, n, count));
    int steps = steps_of(values, n, low, bits);
    int64_t *counts = (int64_t *)stat_cells(count * COLUMNS, sizeof *counts);
    for (size_t i = 0; i < n; i++) {
        counts[clusters[i] * COLUMNS + COLUMN_SUM] += llround(ldexp(values[i] - low, steps));
        counts[clusters[i] * COLUMNS + COLUMN_ANSWERS]++;
    }
    struct resample_data data = {.counts = counts, .clusters = count, .width = COLUMNS};
    cluster_intervals(&data, &rule, 1, settings, &result);
    free(counts);
    result.value = stat_fine(mean.value, result.value.n);
    if (result.limits.reason != STAT_FINE)
        return result;
    result.limits.low = fmax(bounds.least, low + ldexp(result.limits.low, -steps));
    result.limits.high = fmin(bounds.most, low + ldexp(result.limits.high, -steps));
    return result;
}
