#include "stat/kappa.h"

#include "stat/agreement.h"
#include "stat/scratch.h"

#include <math.h>
#include <stdlib.h>

/* What a replicate's statistic is asked with. */
struct kappa_plan {
    const struct kappa_table *table;
    const struct kappa_coefficient *coefficient;
};

/* The cell of a unit in the table of all cells; SIZE_MAX if one of the two left it out. */
static size_t unit_cell(const struct ratings *ratings, size_t unit, size_t first, size_t second)
{
    int32_t one = ratings_at(ratings, unit, first);
    int32_t other = ratings_at(ratings, unit, second);
    if (one == RATINGS_MISSING || other == RATINGS_MISSING)
        return SIZE_MAX;
    return (size_t)one * ratings->categories + (size_t)other;
}

/* Makes a column of every cell that occurs; columns[cell] is the column plus 1. */
static void columns_make(struct kappa_table *table, uint32_t *columns)
{
    size_t cells = table->categories * table->categories;
    for (size_t i = 0; i < cells; i++)
        table->width += columns[i];
    table->cells = (struct kappa_cell *)stat_cells(table->width, sizeof *table->cells);
    uint32_t column = 0;
    for (size_t i = 0; i < cells; i++)
        if (columns[i] > 0) {
            table->cells[column] = (struct kappa_cell){(uint32_t)(i / table->categories),
                                                       (uint32_t)(i % table->categories)};
            columns[i] = ++column;
        }
}

void kappa_collapse(struct kappa_table *table, const struct ratings *ratings, size_t first,
                    size_t second)
{
    size_t q = ratings->categories;
    uint32_t *columns = (uint32_t *)stat_cells(q * q, sizeof *columns);
    *table = (struct kappa_table){.categories = q, .clusters = ratings->clusters};
    for (size_t unit = 0; unit < ratings->units; unit++) {
        size_t cell = unit_cell(ratings, unit, first, second);
        if (cell != SIZE_MAX)
            columns[cell] = 1;
    }
    columns_make(table, columns);
    table->counts = (int64_t *)stat_cells(table->clusters * table->width, sizeof *table->counts);
    table->total = (int64_t *)stat_cells(table->width, sizeof *table->total);
    for (size_t unit = 0; unit < ratings->units; unit++) {
        size_t cell = unit_cell(ratings, unit, first, second);
        size_t cluster = ratings->cluster == NULL ? 0 : ratings->cluster[unit];
        if (cell == SIZE_MAX)
            continue;
        table->counts[cluster * table->width + columns[cell] - 1]++;
        table->total[columns[cell] - 1]++;
    }
    free(columns);
}

void kappa_free(struct kappa_table *table)
{
    free(table->cells);
    free(table->counts);
    free(table->total);
    *table = (struct kappa_table){.categories = 0};
}

/* Σ w_ck p_ck; units counts them. NaN without units. */
static double observed_of(const struct kappa_table *table, const int64_t *sum,
                          const double *weights, double *units)
{
    double agreeing = 0;
    *units = 0;
    for (size_t i = 0; i < table->width; i++) {
        const struct kappa_cell *cell = &table->cells[i];
        double weight = weights_at(weights, table->categories, cell->first, cell->second);
        agreeing += weight * (double)sum[i];
        *units += (double)sum[i];
    }
    return agreeing / *units;
}

/* The margins, as shares, into rows and columns of q cells. */
static void margins_fill(const struct kappa_table *table, const int64_t *sum, double units,
                         double *rows, double *columns)
{
    for (size_t i = 0; i < table->width; i++) {
        rows[table->cells[i].first] += (double)sum[i];
        columns[table->cells[i].second] += (double)sum[i];
    }
    for (size_t k = 0; k < table->categories; k++) {
        rows[k] /= units;
        columns[k] /= units;
    }
}

static size_t used_of(const double *shares, size_t q)
{
    size_t used = 0;
    for (size_t k = 0; k < q; k++)
        used += shares[k] > 0;
    return used;
}

/* Pe of Cohen. */
static double chance_of(const double *rows, const double *columns, const double *weights, size_t q)
{
    double chance = 0;
    for (size_t c = 0; c < q; c++) {
        if (weights == NULL)
            chance += rows[c] * columns[c];
        for (size_t k = 0; weights != NULL && rows[c] > 0 && k < q; k++)
            chance += weights[c * q + k] * rows[c] * columns[k];
    }
    return chance;
}

/* Kappa, its largest value, or pi, from observed agreement and margins. */
static double corrected_of(const struct kappa_coefficient *coefficient, double observed,
                           const double *rows, const double *columns, size_t q)
{
    bool pi = coefficient->kind == KAPPA_PI;
    const double *weights = coefficient->kind == KAPPA_COHEN ? coefficient->weights : NULL;
    double largest = 0;
    double pooled = 0;
    size_t used = 0;
    for (size_t k = 0; k < q; k++) {
        double share = (rows[k] + columns[k]) / 2;
        largest += fmin(rows[k], columns[k]);
        pooled += share * share;
        used += share > 0;
    }
    if (pi ? used < 2 : used_of(rows, q) < 2 || used_of(columns, q) < 2)
        return (double)NAN;
    double chance = pi ? pooled : chance_of(rows, columns, weights, q);
    double agreeing = coefficient->kind == KAPPA_LARGEST ? largest : observed;
    return chance < 1 ? (agreeing - chance) / (1 - chance) : (double)NAN;
}

static double coefficient_of(const int64_t *sum, const void *opaque)
{
    const struct kappa_plan *plan = (const struct kappa_plan *)opaque;
    const struct kappa_table *table = plan->table;
    const struct kappa_coefficient *coefficient = plan->coefficient;
    bool weighted = coefficient->kind == KAPPA_COHEN || coefficient->kind == KAPPA_PERCENT;
    struct scratch scratch;
    size_t q = table->categories;
    double units;
    double value = observed_of(table, sum, weighted ? coefficient->weights : NULL, &units);
    if (coefficient->kind == KAPPA_PERCENT || units == 0)
        return value;
    double *rows = scratch_start(&scratch, 2 * q);
    margins_fill(table, sum, units, rows, rows + q);
    value = corrected_of(coefficient, value, rows, rows + q, q);
    scratch_end(&scratch);
    return value;
}

static size_t units_of(const struct kappa_table *table)
{
    int64_t units = 0;
    for (size_t i = 0; i < table->width; i++)
        units += table->total[i];
    return (size_t)units;
}

/* Whether the margins of all units leave the coefficient something to say. */
static bool margins_vary(const struct kappa_table *table, enum kappa_kind kind)
{
    size_t q = table->categories;
    struct scratch scratch;
    double *rows = scratch_start(&scratch, 2 * q);
    margins_fill(table, table->total, (double)units_of(table), rows, rows + q);
    bool vary = used_of(rows, q) > 1 && used_of(rows + q, q) > 1;
    if (kind == KAPPA_PI) {
        for (size_t k = 0; k < q; k++)
            rows[k] += rows[q + k];
        vary = used_of(rows, q) > 1;
    }
    scratch_end(&scratch);
    return vary;
}

struct stat_value kappa_value(const struct kappa_table *table,
                              const struct kappa_coefficient *coefficient)
{
    struct kappa_plan plan = {table, coefficient};
    size_t n = units_of(table);
    if (coefficient->kind != KAPPA_PERCENT && table->categories < 2)
        return stat_missing(n, STAT_NOT_DEFINED);
    if (n == 0)
        return stat_missing(0, STAT_TOO_FEW);
    double value = coefficient_of(table->total, &plan);
    if (isfinite(value))
        return stat_fine(value, n);
    bool vary = margins_vary(table, coefficient->kind);
    return stat_missing(n, vary ? STAT_NOT_DEFINED : STAT_NO_VARIATION);
}

static bool cluster_holds(const int64_t *counts, const void *opaque)
{
    const struct kappa_plan *plan = (const struct kappa_plan *)opaque;
    for (size_t i = 0; i < plan->table->width; i++)
        if (counts[i] > 0)
            return true;
    return false;
}

void kappa_intervals(const struct kappa_table *table, const struct kappa_coefficient *coefficients,
                     size_t count, const struct resample_settings *settings,
                     struct cluster_interval *results)
{
    struct resample_data data = {table->counts, table->clusters, table->width};
    struct kappa_plan *plans = (struct kappa_plan *)stat_cells(count, sizeof *plans);
    struct cluster_statistic *statistics =
        (struct cluster_statistic *)stat_cells(count, sizeof *statistics);
    for (size_t i = 0; i < count; i++) {
        bool share = coefficients[i].kind == KAPPA_PERCENT;
        plans[i] = (struct kappa_plan){table, &coefficients[i]};
        statistics[i] =
            (struct cluster_statistic){.of = coefficient_of,
                                       .plan = &plans[i],
                                       .scale = share ? JACKKNIFE_LOGIT : JACKKNIFE_FISHER,
                                       .minimum = share ? 0 : AGREEMENT_CLUSTERS,
                                       .holds = cluster_holds};
    }
    cluster_intervals(&data, statistics, count, settings, results);
    for (size_t i = 0; i < count; i++)
        cluster_reason(&results[i], kappa_value(table, &coefficients[i]));
    free(statistics);
    free(plans);
}
