#include "stat/paired.h"

#include "stat/concordance.h"
#include "stat/lattice.h"
#include "stat/moments.h"

#include <math.h>
#include <stdlib.h>

/* The vector of a pair, in places of the lattice. */
enum { PAIR_ONE, PAIR_X, PAIR_Y, PAIR_XX, PAIR_YY, PAIR_XY, PAIR_WIDTH };

static double mean_of(const int64_t *sum, int column, const struct lattice *lattice)
{
    long double n = (long double)sum[PAIR_ONE];
    if (sum[PAIR_ONE] == 0)
        return (double)NAN;
    return (double)((n * (long double)lattice->origin + (long double)sum[column]) /
                    (n * (long double)lattice->steps));
}

static double x_mean_of(const int64_t *sum, const void *plan)
{
    return mean_of(sum, PAIR_X, (const struct lattice *)plan);
}

static double y_mean_of(const int64_t *sum, const void *plan)
{
    return mean_of(sum, PAIR_Y, (const struct lattice *)plan);
}

static double difference_of(const int64_t *sum, const void *plan)
{
    const struct lattice *lattice = (const struct lattice *)plan;
    long double below = (long double)sum[PAIR_ONE] * (long double)lattice->steps;
    if (sum[PAIR_ONE] == 0)
        return (double)NAN;
    return (double)((long double)(sum[PAIR_Y] - sum[PAIR_X]) / below);
}

static double concordance_of(const int64_t *sum, const void *plan)
{
    (void)plan;
    return concordance_of_sums(sum[PAIR_ONE], sum[PAIR_X], sum[PAIR_Y], sum[PAIR_XX], sum[PAIR_YY],
                               sum[PAIR_XY]);
}

static int64_t *vectors_new(const double *x, const double *y, size_t n,
                            const struct lattice *lattice)
{
    int64_t *vectors = (int64_t *)stat_cells(n * PAIR_WIDTH, sizeof *vectors);
    for (size_t i = 0; i < n; i++) {
        int64_t *vector = vectors + i * PAIR_WIDTH;
        vector[PAIR_ONE] = 1;
        vector[PAIR_X] = lattice_place(lattice, x[i]);
        vector[PAIR_Y] = lattice_place(lattice, y[i]);
        vector[PAIR_XX] = vector[PAIR_X] * vector[PAIR_X];
        vector[PAIR_YY] = vector[PAIR_Y] * vector[PAIR_Y];
        vector[PAIR_XY] = vector[PAIR_X] * vector[PAIR_Y];
    }
    return vectors;
}

static struct stat_value mean_difference(const double *x, const double *y, size_t n)
{
    double *apart = (double *)stat_cells(n, sizeof *apart);
    for (size_t i = 0; i < n; i++)
        apart[i] = y[i] - x[i];
    struct stat_value mean = moments_mean(apart, n);
    free(apart);
    return mean;
}

/* The value as it is without rounding; one that is not fine has no limits. */
static void interval_settle(struct cluster_interval *interval, struct stat_value value)
{
    interval->value = value;
    if (value.reason == STAT_FINE)
        return;
    interval->limits = stat_no_limits(value.n, value.reason);
    interval->method = CLUSTER_NONE;
}

void paired_intervals(const double *x, const double *y, size_t n,
                      const struct resample_settings *settings, struct paired *pairs)
{
    struct lattice lattice = lattice_find_both(x, y, n);
    const struct cluster_statistic statistics[] = {
        {.of = x_mean_of, .plan = &lattice, .scale = JACKKNIFE_PLAIN},
        {.of = y_mean_of, .plan = &lattice, .scale = JACKKNIFE_PLAIN},
        {.of = difference_of, .plan = &lattice, .scale = JACKKNIFE_PLAIN},
        {.of = concordance_of, .scale = JACKKNIFE_FISHER, .minimum = PAIRED_MINIMUM}};
    struct cluster_interval results[4];
    int64_t *vectors = lattice.steps > 0 ? vectors_new(x, y, n, &lattice) : NULL;
    struct resample_data data = {
        .counts = vectors, .clusters = lattice.steps > 0 ? n : 0, .width = PAIR_WIDTH};
    cluster_intervals(&data, statistics, 4, settings, results);
    free(vectors);
    *pairs = (struct paired){results[0], results[1],    results[2],
                             results[3], lattice.exact, lattice.steps};
    if (!lattice.exact) {
        interval_settle(&pairs->x_mean, moments_mean(x, n));
        interval_settle(&pairs->y_mean, moments_mean(y, n));
        interval_settle(&pairs->difference, mean_difference(x, y, n));
    }
    interval_settle(&pairs->concordance, concordance_lin(x, y, n));
}
