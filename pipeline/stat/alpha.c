#include "stat/alpha.h"

#include "stat/quantile.h"

#include <math.h>

/* A sum of cells that is no more than this part of their sizes is 0 but for rounding. */
static const double rounding = 1e-12;

static double cell(const struct covariance *covariance, size_t i, size_t j)
{
    return covariance->cells[i * covariance->items + j];
}

/* The items that count: all, but the one with index `without`. */
struct part {
    size_t items;
    double variances; /* Σ var(item) */
    double total;     /* var(Σ item) */
    double size;      /* Σ |cell| */
};

static struct part part_of(const struct covariance *covariance, size_t without)
{
    struct part part = {0};
    for (size_t i = 0; i < covariance->items; i++) {
        if (i == without)
            continue;
        part.items++;
        part.variances += cell(covariance, i, i);
        for (size_t j = 0; j < covariance->items; j++) {
            if (j == without)
                continue;
            part.total += cell(covariance, i, j);
            part.size += fabs(cell(covariance, i, j));
        }
    }
    return part;
}

/* 1 where the sum varies, 0 where it does not, -1 where its variance would be negative. */
static int part_varies(const struct part *part)
{
    if (fabs(part->total) <= rounding * part->size)
        return 0;
    return part->total > 0 ? 1 : -1;
}

static struct stat_value alpha_of(const struct covariance *covariance, size_t without)
{
    struct part part = part_of(covariance, without);
    if (covariance->reason != STAT_FINE)
        return stat_missing(covariance->n, covariance->reason);
    if (part.items < 2)
        return stat_missing(covariance->n, STAT_TOO_FEW);
    if (part_varies(&part) != 1)
        return stat_missing(covariance->n,
                            part_varies(&part) == 0 ? STAT_NO_VARIATION : STAT_NOT_DEFINED);
    double k = (double)part.items;
    return stat_fine(k / (k - 1) * (1 - part.variances / part.total), covariance->n);
}

struct stat_value alpha_raw(const struct covariance *covariance)
{
    return alpha_of(covariance, covariance->items);
}

struct stat_value alpha_without(const struct covariance *covariance, size_t item)
{
    return alpha_of(covariance, item);
}

struct stat_value alpha_mean_correlation(const struct covariance *covariance)
{
    size_t k = covariance->items;
    double sum = 0;
    if (covariance->reason != STAT_FINE)
        return stat_missing(covariance->n, covariance->reason);
    if (k < 2)
        return stat_missing(covariance->n, STAT_TOO_FEW);
    for (size_t i = 0; i < k; i++)
        if (!(cell(covariance, i, i) > 0))
            return stat_missing(covariance->n, STAT_NO_VARIATION);
    for (size_t i = 0; i < k; i++)
        for (size_t j = i + 1; j < k; j++)
            sum += cell(covariance, i, j) /
                   (sqrt(cell(covariance, i, i)) * sqrt(cell(covariance, j, j)));
    return stat_fine(sum / ((double)k * (double)(k - 1) / 2), covariance->n);
}

struct stat_value alpha_standard(const struct covariance *covariance)
{
    struct stat_value mean = alpha_mean_correlation(covariance);
    if (mean.reason != STAT_FINE)
        return mean;
    double k = (double)covariance->items;
    double below = 1 + (k - 1) * mean.value;
    if (fabs(below) <= rounding * k)
        return stat_missing(mean.n, STAT_NO_VARIATION);
    if (below < 0)
        return stat_missing(mean.n, STAT_NOT_DEFINED);
    return stat_fine(k * mean.value / below, mean.n);
}

struct stat_value alpha_item_rest(const struct covariance *covariance, size_t item)
{
    struct part rest = part_of(covariance, item);
    double own = cell(covariance, item, item);
    double with = 0;
    if (covariance->reason != STAT_FINE)
        return stat_missing(covariance->n, covariance->reason);
    if (rest.items < 1)
        return stat_missing(covariance->n, STAT_TOO_FEW);
    if (!(own > 0) || part_varies(&rest) == 0)
        return stat_missing(covariance->n, STAT_NO_VARIATION);
    if (part_varies(&rest) < 0)
        return stat_missing(covariance->n, STAT_NOT_DEFINED);
    for (size_t j = 0; j < covariance->items; j++)
        with += j == item ? 0 : cell(covariance, item, j);
    double r = with / (sqrt(own) * sqrt(rest.total));
    if (fabs(r) > 1 + 1e-9)
        return stat_missing(covariance->n, STAT_NOT_DEFINED);
    return stat_fine(fmax(-1, fmin(1, r)), covariance->n);
}

struct stat_interval alpha_feldt(double alpha, size_t n, size_t items)
{
    if (n < 2 || items < 2)
        return stat_no_limits(n, STAT_TOO_FEW);
    if (!isfinite(alpha))
        return stat_no_limits(n, STAT_NOT_DEFINED);
    if (alpha >= 1 - rounding)
        return stat_no_limits(n, STAT_NO_VARIATION);
    double above = (double)(n - 1);
    double below = above * (double)(items - 1);
    return stat_limits(1 - (1 - alpha) * quantile_f(.975, above, below),
                       1 - (1 - alpha) * quantile_f(.025, above, below), n);
}
