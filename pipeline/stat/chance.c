#include "stat/chance.h"

#include "stat/scratch.h"

#include <math.h>

double chance_observed(const struct rating_pairs *pairs, const int64_t *sum, const double *weights)
{
    double agreeing = 0;
    double units = 0;
    size_t q = pairs->categories;
    for (size_t i = 0; i < pairs->met; i++) {
        const struct rating_pairs_cell *cell = &pairs->cells[i];
        double count = (double)sum[i] * cell->in_units;
        units += count;
        if (weights != NULL)
            agreeing += count *
                        (weights_at(weights, q, cell->first, cell->second) +
                         weights_at(weights, q, cell->second, cell->first)) /
                        2;
        else if (cell->first == cell->second)
            agreeing += count;
    }
    return units == 0 ? (double)NAN : agreeing / units;
}

bool chance_shares(const struct rating_pairs *pairs, const int64_t *sum, double *shares)
{
    double units = 0;
    for (size_t k = 0; k < pairs->categories; k++)
        shares[k] = 0;
    for (size_t i = 0; i < pairs->singles; i++) {
        const struct rating_pairs_cell *cell = &pairs->cells[i];
        double count = (double)sum[i] * (i < pairs->met ? cell->in_units / 2 : 1);
        shares[cell->first] += count;
        units += count;
        if (i >= pairs->met)
            continue;
        shares[cell->second] += count;
        units += count;
    }
    for (size_t k = 0; k < pairs->categories && units > 0; k++)
        shares[k] /= units;
    return units > 0;
}

double chance_ratings(const struct rating_pairs *pairs, const int64_t *sum, size_t category,
                      double *of_category)
{
    double all = 0;
    *of_category = 0;
    for (size_t i = 0; i < pairs->singles; i++) {
        const struct rating_pairs_cell *cell = &pairs->cells[i];
        bool met = i < pairs->met;
        double count = (double)sum[i] * (met ? cell->in_values : 1);
        all += met ? 2 * count : count;
        *of_category += cell->first == category ? count : 0;
        *of_category += met && cell->second == category ? count : 0;
    }
    return all;
}

bool chance_varies(const struct rating_pairs *pairs, const int64_t *sum)
{
    size_t used = SIZE_MAX;
    for (size_t i = 0; i < pairs->met; i++) {
        const struct rating_pairs_cell *cell = &pairs->cells[i];
        if (sum[i] == 0)
            continue;
        if (cell->first != cell->second || (used != SIZE_MAX && used != cell->first))
            return true;
        used = cell->first;
    }
    return false;
}

double chance_weights(const double *weights, size_t q)
{
    double all = 0;
    for (size_t i = 0; weights != NULL && i < q * q; i++)
        all += weights[i];
    return weights == NULL ? (double)q : all;
}

/* Σ w_kl x_k y_l. */
static double product_sum(const double *x, const double *y, const double *weights, size_t q)
{
    double sum = 0;
    for (size_t k = 0; k < q; k++) {
        if (weights == NULL)
            sum += x[k] * y[k];
        for (size_t l = 0; weights != NULL && x[k] != 0 && l < q; l++)
            sum += weights[k * q + l] * x[k] * y[l];
    }
    return sum;
}

double chance_fleiss(const double *shares, const double *weights, size_t q)
{
    return product_sum(shares, shares, weights, q);
}

double chance_gwet(const double *shares, const double *weights, size_t q)
{
    double spread = 0;
    for (size_t k = 0; k < q; k++)
        spread += shares[k] * (1 - shares[k]);
    return chance_weights(weights, q) / ((double)q * (double)(q - 1)) * spread;
}

double chance_brennan(const double *weights, size_t q)
{
    return chance_weights(weights, q) / ((double)q * (double)q);
}

size_t chance_coders(const struct rating_pairs *pairs, const int64_t *sum, double *shares,
                     size_t *varying)
{
    size_t q = pairs->categories;
    size_t raters = 0;
    for (size_t i = pairs->singles; i < pairs->width; i++)
        shares[pairs->cells[i].second * q + pairs->cells[i].first] = (double)sum[i];
    *varying = 0;
    for (size_t coder = 0; coder < pairs->coders; coder++) {
        double *of_coder = shares + coder * q;
        double all = 0;
        size_t used = 0;
        for (size_t k = 0; k < q; k++) {
            all += of_coder[k];
            used += of_coder[k] > 0;
        }
        for (size_t k = 0; k < q && all > 0; k++)
            of_coder[k] /= all;
        raters += used > 0;
        *varying += used > 1;
    }
    return raters;
}

double chance_conger(const double *shares, const double *weights, size_t q, size_t coders,
                     size_t raters)
{
    struct scratch scratch;
    double *all = scratch_start(&scratch, q);
    double themselves = 0;
    for (size_t coder = 0; coder < coders; coder++) {
        const double *of_coder = shares + coder * q;
        for (size_t k = 0; k < q; k++)
            all[k] += of_coder[k];
        themselves += product_sum(of_coder, of_coder, weights, q);
    }
    double pairs = (double)raters * (double)(raters - 1);
    double chance = (product_sum(all, all, weights, q) - themselves) / pairs;
    scratch_end(&scratch);
    return chance;
}
