/* One-line calls of the coefficients of agreement, for the tests of stat/. */
#ifndef UNIT_STAT_COEFFICIENTS_H
#define UNIT_STAT_COEFFICIENTS_H

#include "stat/agreement.h"
#include "stat/kappa.h"

#include "stat_coded.h"

/* The weights that the params of expected.csv describe, into weights; NULL for none. "same" are
 * those of the call before. */
static inline const double *coded_weights(const struct coded *coded, const char *params,
                                          double *weights)
{
    static char own[64];
    gsize q = coded->categories;
    if (strcmp(params, "same") == 0)
        params = own;
    g_strlcpy(own, params, sizeof own);
    if (strcmp(params, "linear") == 0)
        g_assert_true(weights_linear(coded->values, q, weights));
    else if (strcmp(params, "quadratic") == 0)
        g_assert_true(weights_quadratic(coded->values, q, weights));
    else if (g_str_has_prefix(params, "agreement weights"))
        g_assert_cmpuint(coded_numbers(params, weights, q * q), ==, q * q);
    else if (g_str_has_prefix(params, "distance 1, .5 when Chck"))
        for (gsize i = 0; i < 9; i++)
            weights[i] = i % 4 == 0 ? 1 : i / 3 == 2 || i % 3 == 2 ? .5 : 0;
    else if (strstr(params, "disagreement weights") != NULL) {
        double distance[9];
        g_assert_cmpuint(coded_numbers(params, distance, 9), ==, 9);
        g_assert_true(weights_from_distance(distance, q, weights));
    } else {
        return NULL;
    }
    return weights;
}

static inline struct stat_value coded_value(const struct coded *coded,
                                            struct agreement_coefficient coefficient)
{
    struct ratings ratings = coded_ratings(coded);
    struct rating_pairs pairs;
    rating_pairs_collapse(&pairs, &ratings, RATING_PAIRS_WITH_MARGINS);
    struct stat_value value = agreement_value(&pairs, &coefficient);
    rating_pairs_free(&pairs);
    return value;
}

static inline struct stat_value coded_simple(const struct coded *coded, enum agreement_kind kind)
{
    return coded_value(coded, (struct agreement_coefficient){.kind = kind});
}

static inline struct stat_value coded_alpha(const struct coded *coded, enum agreement_metric metric)
{
    return coded_value(coded, (struct agreement_coefficient){.kind = AGREEMENT_ALPHA,
                                                             .metric = metric,
                                                             .values = coded->values});
}

/* The metric of a word such as "ordinal". */
static inline enum agreement_metric coded_metric(const char *word)
{
    return g_str_has_suffix(word, "ordinal")    ? AGREEMENT_ORDINAL
           : g_str_has_suffix(word, "interval") ? AGREEMENT_INTERVAL
           : g_str_has_suffix(word, "ratio")    ? AGREEMENT_RATIO
                                                : AGREEMENT_NOMINAL;
}

/* Of two coders. */
static inline struct stat_value coded_kappa(const struct coded *coded, gsize first, gsize second,
                                            enum kappa_kind kind, const double *weights)
{
    struct ratings ratings = coded_ratings(coded);
    struct kappa_coefficient coefficient = {kind, weights};
    struct kappa_table table;
    kappa_collapse(&table, &ratings, first, second);
    struct stat_value value = kappa_value(&table, &coefficient);
    kappa_free(&table);
    return value;
}

static inline struct kappa_errors coded_errors(const struct coded *coded, gsize first, gsize second,
                                               const double *weights)
{
    struct ratings ratings = coded_ratings(coded);
    struct kappa_table table;
    kappa_collapse(&table, &ratings, first, second);
    struct kappa_errors errors = kappa_errors(&table, weights);
    kappa_free(&table);
    return errors;
}

#endif
