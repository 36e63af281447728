/* What stat/kappa.h says of standard errors and of more than two coders. */
#include "stat/kappa.h"
#include "stat/scratch.h"

#include <math.h>

/* The margins and what follows from them: near[c] = Σ_k s_k w_ck, far[k] = Σ_c r_c w_ck. */
struct margins {
    double *rows;
    double *columns;
    double *near;
    double *far;
    double chance;
};

static void margins_fill(const struct kappa_table *table, const double *weights, double n,
                         struct margins *margins)
{
    size_t q = table->categories;
    for (size_t i = 0; i < table->width; i++) {
        margins->rows[table->cells[i].first] += (double)table->total[i] / n;
        margins->columns[table->cells[i].second] += (double)table->total[i] / n;
    }
    margins->chance = 0;
    for (size_t c = 0; c < q; c++)
        for (size_t k = 0; k < q; k++) {
            double weight = weights_at(weights, q, c, k);
            margins->near[c] += margins->columns[k] * weight;
            margins->far[k] += margins->rows[c] * weight;
            margins->chance += margins->rows[c] * margins->columns[k] * weight;
        }
}

/* n(1 − Pe)² times the variance. */
static double spread_of(const struct kappa_table *table, const double *weights, double n,
                        const struct margins *margins, double kappa)
{
    double spread = 0;
    for (size_t i = 0; i < table->width; i++) {
        size_t c = table->cells[i].first;
        size_t k = table->cells[i].second;
        double term = weights_at(weights, table->categories, c, k) -
                      (margins->near[c] + margins->far[k]) * (1 - kappa);
        spread += (double)table->total[i] / n * term * term;
    }
    double rest = kappa - margins->chance * (1 - kappa);
    return spread - rest * rest;
}

/* The same if kappa were 0: the cells are then as the margins say. */
static double spread_null(size_t q, const double *weights, const struct margins *margins)
{
    double spread = 0;
    for (size_t c = 0; c < q; c++)
        for (size_t k = 0; k < q; k++) {
            double term = weights_at(weights, q, c, k) - margins->near[c] - margins->far[k];
            spread += margins->rows[c] * margins->columns[k] * term * term;
        }
    return spread - margins->chance * margins->chance;
}

struct kappa_errors kappa_errors(const struct kappa_table *table, const double *weights)
{
    struct kappa_coefficient cohen = {KAPPA_COHEN, weights};
    struct stat_value kappa = kappa_value(table, &cohen);
    if (kappa.reason != STAT_FINE)
        return (struct kappa_errors){kappa, kappa};
    struct scratch scratch;
    size_t q = table->categories;
    double n = (double)kappa.n;
    double *cells = scratch_start(&scratch, 4 * q);
    struct margins margins = {cells, cells + q, cells + 2 * q, cells + 3 * q, 0};
    margins_fill(table, weights, n, &margins);
    double scale = sqrt(n) * (1 - margins.chance);
    double error = sqrt(fmax(0, spread_of(table, weights, n, &margins, kappa.value))) / scale;
    double null = sqrt(fmax(0, spread_null(q, weights, &margins))) / scale;
    scratch_end(&scratch);
    return (struct kappa_errors){stat_fine(error, kappa.n), stat_fine(null, kappa.n)};
}

struct stat_value kappa_light(const struct ratings *ratings)
{
    static const struct kappa_coefficient cohen = {KAPPA_COHEN, NULL};
    double sum = 0;
    size_t pairs = 0;
    for (size_t first = 0; first < ratings->coders; first++)
        for (size_t second = first + 1; second < ratings->coders; second++) {
            if (ratings_used(ratings, first) == 0 || ratings_used(ratings, second) == 0)
                continue;
            struct kappa_table table;
            kappa_collapse(&table, ratings, first, second);
            struct stat_value kappa = kappa_value(&table, &cohen);
            kappa_free(&table);
            pairs++;
            if (kappa.reason != STAT_FINE)
                return stat_missing(pairs, kappa.reason);
            sum += kappa.value;
        }
    return pairs == 0 ? stat_missing(0, STAT_TOO_FEW) : stat_fine(sum / (double)pairs, pairs);
}
