#include "stat/icc.h"

#include "stat/quantile.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* n persons, k raters, and the mean squares. */
struct squares {
    double n;
    double k;
    double persons; /* BMS */
    double within;  /* WMS */
    double raters;  /* JMS */
    double rest;    /* EMS */
};

/* The upper quantile of F, NaN where it is out of reach. */
static double upper_of(double df_1, double df_2)
{
    return quantile_f(.975, df_1, df_2);
}

static size_t present_of(const double *row, size_t raters)
{
    size_t n = 0;
    for (size_t j = 0; j < raters; j++)
        n += isfinite(row[j]) != 0;
    return n;
}

/* Copies the persons whom everyone rated to the front of kept, and counts the others. */
static void persons_keep(const double *values, size_t persons, double *kept,
                         struct icc_result *result)
{
    size_t k = result->raters;
    for (size_t i = 0; i < persons; i++) {
        size_t present = present_of(values + i * k, k);
        if (present < k)
            result->left_out += present > 0;
        else
            memcpy(kept + result->persons++ * k, values + i * k, k * sizeof *kept);
    }
}

/* The mean squares of complete ratings: deviations from the grand mean first, so that a common
 * offset costs no digits. */
static struct squares squares_of(const double *values, size_t n, size_t k, double *of_rater)
{
    long double grand = 0;
    for (size_t i = 0; i < n * k; i++)
        grand += values[i] / (long double)(n * k);
    long double all = 0;
    long double between = 0;
    for (size_t i = 0; i < n; i++) {
        long double person = 0;
        for (size_t j = 0; j < k; j++) {
            long double away = values[i * k + j] - grand;
            person += away / (long double)k;
            of_rater[j] += (double)(away / (long double)n);
            all += away * away;
        }
        between += (long double)k * person * person;
    }
    long double judges = 0;
    for (size_t j = 0; j < k; j++)
        judges += (long double)n * of_rater[j] * of_rater[j];
    double persons = (double)n;
    double raters = (double)k;
    double within = (double)(all - between);
    double rest = within - (double)judges;
    double tiny = (double)all * 0x1p-44; /* what rounding leaves of a sum that is 0 */
    return (struct squares){.n = persons,
                            .k = raters,
                            .persons = (double)between / (persons - 1),
                            .within = within > tiny ? within / (persons * (raters - 1)) : 0,
                            .raters = (double)judges / (raters - 1),
                            .rest = rest > tiny ? rest / ((persons - 1) * (raters - 1)) : 0};
}

static struct stat_value ratio_of(double above, double below, size_t n)
{
    return below > 0 ? stat_fine(above / below, n) : stat_missing(n, STAT_NOT_DEFINED);
}

static void values_set(struct icc_result *result, const struct squares *s)
{
    size_t n = result->persons;
    double shift = (s->raters - s->rest) / s->n;
    double one_way = s->persons - s->within;
    double two_way = s->persons - s->rest;
    result->value[ICC_11] = ratio_of(one_way, s->persons + (s->k - 1) * s->within, n);
    result->value[ICC_21] = ratio_of(two_way, s->persons + (s->k - 1) * s->rest + s->k * shift, n);
    result->value[ICC_31] = ratio_of(two_way, s->persons + (s->k - 1) * s->rest, n);
    result->value[ICC_1K] = ratio_of(one_way, s->persons, n);
    result->value[ICC_2K] = ratio_of(two_way, s->persons + shift, n);
    result->value[ICC_3K] = ratio_of(two_way, s->persons, n);
}

/* Limits of one rater and of the mean of k from F = BMS/error with df of the error. None where all
 * persons have one mean: F = 0 would make an interval without width. */
static void limits_by_ratio(struct stat_interval *single, struct stat_interval *mean,
                            const struct squares *s, double error, double df)
{
    if (!(error > 0) || !(s->persons > 0))
        return;
    double ratio = s->persons / error;
    double low = ratio / upper_of(s->n - 1, df);
    double high = ratio * upper_of(df, s->n - 1);
    *single = stat_limits((low - 1) / (low + s->k - 1), (high - 1) / (high + s->k - 1), single->n);
    *mean = stat_limits(1 - 1 / low, 1 - 1 / high, mean->n);
}

/* Spearman-Brown: from one rater to the mean of k. */
static double stepped(double single, double k)
{
    return k * single / (1 + (k - 1) * single);
}

/* Limits of (2,1) and (2,k): the error is a sum of mean squares, whose df are Satterthwaite's. */
static void limits_two_way(struct icc_result *result, const struct squares *s)
{
    double icc = result->value[ICC_21].value;
    if (result->value[ICC_21].reason != STAT_FINE || !(s->rest > 0) || !(s->persons > 0) ||
        !(icc < 1))
        return;
    double a = s->k * icc / (s->n * (1 - icc)) * s->raters;
    double b = (1 + s->k * icc * (s->n - 1) / (s->n * (1 - icc))) * s->rest;
    double df = (a + b) * (a + b) / (a * a / (s->k - 1) + b * b / ((s->n - 1) * (s->k - 1)));
    double below = upper_of(s->n - 1, df);
    double above = upper_of(df, s->n - 1);
    double error = s->k * s->raters + (s->k * s->n - s->k - s->n) * s->rest;
    double low = s->n * (s->persons - below * s->rest) / (below * error + s->n * s->persons);
    double high = s->n * (above * s->persons - s->rest) / (error + s->n * above * s->persons);
    size_t n = result->persons;
    result->limits[ICC_21] = stat_limits(low, high, n);
    result->limits[ICC_2K] = stat_limits(stepped(low, s->k), stepped(high, s->k), n);
}

static void all_missing(struct icc_result *result, enum stat_reason reason)
{
    for (size_t i = 0; i < ICC_KINDS; i++) {
        result->value[i] = stat_missing(result->persons, reason);
        result->limits[i] = stat_no_limits(result->persons, reason);
    }
}

static void result_fill(struct icc_result *result, const struct squares *s)
{
    all_missing(result, STAT_NOT_DEFINED);
    values_set(result, s);
    limits_by_ratio(&result->limits[ICC_11], &result->limits[ICC_1K], s, s->within,
                    s->n * (s->k - 1));
    limits_by_ratio(&result->limits[ICC_31], &result->limits[ICC_3K], s, s->rest,
                    (s->n - 1) * (s->k - 1));
    limits_two_way(result, s);
    for (size_t i = 0; i < ICC_KINDS; i++)
        if (result->value[i].reason != STAT_FINE)
            result->limits[i] = stat_no_limits(result->persons, result->value[i].reason);
}

static bool all_alike(const double *values, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (values[i] != values[0])
            return false;
    return true;
}

struct icc_result icc_of(const double *values, size_t persons, size_t raters)
{
    struct icc_result result = {.raters = raters};
    double *kept = (double *)stat_cells(persons * raters, sizeof *kept);
    double *of_rater = (double *)stat_cells(raters, sizeof *of_rater);
    persons_keep(values, persons, kept, &result);
    if (result.persons < 2 || raters < 2) {
        all_missing(&result, STAT_TOO_FEW);
    } else if (all_alike(kept, result.persons * raters)) {
        all_missing(&result, STAT_NO_VARIATION);
    } else {
        struct squares squares = squares_of(kept, result.persons, raters, of_rater);
        result_fill(&result, &squares);
    }
    free(of_rater);
    free(kept);
    return result;
}
