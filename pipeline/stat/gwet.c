#include "stat/gwet.h"

#include "stat/chance.h"
#include "stat/interval.h"

#include <math.h>
#include <stdlib.h>

/* What the terms x_i need. A rating of category k by coder g adds parts[g·q + k] to Pe_i, over r_i
 * where the parts are a mean of the unit's ratings. */
struct frame {
    const struct ratings *ratings;
    const double *weights;
    double *parts;
    double constant;
    bool mean;
    double n;
    double n_pairs;
    double chance;
    double value;
};

/* The parts of Fleiss, Pe_i = Σ_k r_ik/r_i Σ_l w_kl π_l, and of Gwet, Σ_k r_ik/r_i
 * Σw/(q(q − 1))(1 − π_k). */
static void parts_shared(struct frame *frame, enum agreement_kind kind, const double *shares)
{
    size_t q = frame->ratings->categories;
    double scale = chance_weights(frame->weights, q) / ((double)q * (double)(q - 1));
    for (size_t k = 0; k < q; k++) {
        double part = scale * (1 - shares[k]);
        if (kind == AGREEMENT_FLEISS) {
            part = 0;
            for (size_t l = 0; l < q; l++)
                part += weights_at(frame->weights, q, k, l) * shares[l];
        }
        for (size_t coder = 0; coder < frame->ratings->coders; coder++)
            frame->parts[coder * q + k] = part;
    }
    frame->mean = true;
}

/* Coder g's parts of Conger's: with B_k = Σ_l w_lk Σ_{h ≠ g} p_hl and B their mean over g's
 * ratings, n/n_g (B_k − B)/(raters(raters − 1)), since p_gk is a ratio of two means over units. */
static void parts_conger(struct frame *frame, const struct rating_pairs *pairs,
                         const double *shares, size_t coder, double arrangements)
{
    size_t q = pairs->categories;
    double *parts = frame->parts + coder * q;
    double mean = 0;
    double said = 0;
    for (size_t i = pairs->singles; i < pairs->width; i++)
        said += pairs->cells[i].second == coder ? (double)pairs->total[i] : 0;
    for (size_t k = 0; k < q; k++) {
        for (size_t other = 0; other < pairs->coders; other++)
            for (size_t l = 0; other != coder && l < q; l++)
                parts[k] += weights_at(frame->weights, q, l, k) * shares[other * q + l];
        mean += parts[k] * shares[coder * q + k];
    }
    for (size_t k = 0; k < q && said > 0; k++)
        parts[k] = frame->n / said * (parts[k] - mean) / arrangements;
}

/* Pe and its parts. */
static void frame_chance(struct frame *frame, const struct rating_pairs *pairs,
                         enum agreement_kind kind)
{
    size_t q = pairs->categories;
    size_t varying;
    double *shares = (double *)stat_cells(pairs->coders * q + q, sizeof *shares);
    if (kind == AGREEMENT_FLEISS || kind == AGREEMENT_GWET) {
        chance_shares(pairs, pairs->total, shares);
        parts_shared(frame, kind, shares);
        frame->chance = kind == AGREEMENT_FLEISS ? chance_fleiss(shares, frame->weights, q)
                                                 : chance_gwet(shares, frame->weights, q);
    } else if (kind == AGREEMENT_CONGER) {
        size_t raters = chance_coders(pairs, pairs->total, shares, &varying);
        frame->chance = chance_conger(shares, frame->weights, q, pairs->coders, raters);
        frame->constant = frame->chance;
        for (size_t coder = 0; coder < pairs->coders; coder++)
            parts_conger(frame, pairs, shares, coder, (double)raters * (double)(raters - 1));
    } else if (kind == AGREEMENT_BRENNAN_PREDIGER) {
        frame->chance = chance_brennan(frame->weights, q);
        frame->constant = frame->chance;
    }
    free(shares);
}

/* The share of agreeing pairs of a unit of r ≥ 2 ratings. */
static double unit_agreement(const struct frame *frame, size_t unit, size_t r)
{
    const struct ratings *ratings = frame->ratings;
    double agreeing = 0;
    for (size_t g = 0; g < ratings->coders; g++)
        for (size_t h = g + 1; h < ratings->coders; h++) {
            int32_t one = ratings_at(ratings, unit, g);
            int32_t other = ratings_at(ratings, unit, h);
            if (one != RATINGS_MISSING && other != RATINGS_MISSING)
                agreeing +=
                    weights_at(frame->weights, ratings->categories, (size_t)one, (size_t)other);
        }
    return agreeing / ((double)r * (double)(r - 1) / 2);
}

/* x_i of a unit of r ≥ 1 ratings. */
static double unit_term(const struct frame *frame, size_t unit, size_t r)
{
    const struct ratings *ratings = frame->ratings;
    double parts = 0;
    for (size_t coder = 0; coder < ratings->coders; coder++) {
        int32_t code = ratings_at(ratings, unit, coder);
        if (code != RATINGS_MISSING)
            parts += frame->parts[coder * ratings->categories + (size_t)code];
    }
    double chance = frame->constant + (frame->mean ? parts / (double)r : parts);
    double rest = 1 - frame->chance;
    double term = -2 * (1 - frame->value) * (chance - frame->chance) / rest;
    if (r >= 2)
        term += frame->n / frame->n_pairs * (unit_agreement(frame, unit, r) - frame->chance) / rest;
    return term;
}

/* The standard error from all terms. */
static double frame_error(const struct frame *frame)
{
    double squares = 0;
    for (size_t unit = 0; unit < frame->ratings->units; unit++) {
        size_t r = ratings_of_unit(frame->ratings, unit);
        if (r == 0)
            continue;
        double away = unit_term(frame, unit, r) - frame->value;
        squares += away * away;
    }
    return sqrt(squares / (frame->n * (frame->n - 1)));
}

static bool has_error(const struct agreement_coefficient *coefficient, size_t q)
{
    switch (coefficient->kind) {
    case AGREEMENT_PERCENT:
    case AGREEMENT_FLEISS:
    case AGREEMENT_CONGER:
    case AGREEMENT_GWET:
    case AGREEMENT_BRENNAN_PREDIGER:
        return weights_symmetric(coefficient->weights, q);
    default:
        return false;
    }
}

static struct gwet_result result_none(struct stat_value value, size_t n, enum stat_reason reason)
{
    return (struct gwet_result){
        .value = value, .error = stat_missing(n, reason), .limits = stat_no_limits(n, reason)};
}

struct gwet_result gwet_error(const struct ratings *ratings,
                              const struct agreement_coefficient *coefficient)
{
    struct ratings together = *ratings;
    together.cluster = NULL;
    together.clusters = 1;
    size_t n = 0;
    for (size_t unit = 0; unit < ratings->units; unit++)
        n += ratings_of_unit(ratings, unit) > 0;
    struct rating_pairs pairs;
    rating_pairs_collapse(&pairs, &together, RATING_PAIRS_WITH_MARGINS);
    struct gwet_result result = result_none(agreement_value(&pairs, coefficient), n, STAT_TOO_FEW);
    if (!has_error(coefficient, ratings->categories)) {
        result = result_none(result.value, n, STAT_NOT_DEFINED);
    } else if (result.value.reason != STAT_FINE) {
        result = result_none(result.value, n, result.value.reason);
    } else if (n >= 2) {
        struct frame frame = {.ratings = &together,
                              .weights = coefficient->weights,
                              .n = (double)n,
                              .n_pairs = (double)rating_pairs_units(&pairs, pairs.total),
                              .value = result.value.value};
        frame.parts =
            (double *)stat_cells(ratings->coders * ratings->categories, sizeof *frame.parts);
        frame_chance(&frame, &pairs, coefficient->kind);
        result.error = stat_fine(frame_error(&frame), n);
        free(frame.parts);
        double reach = interval_t_quantile((double)(n - 1)).value * result.error.value;
        result.limits = stat_limits(fmax(-1, result.value.value - reach),
                                    fmin(1, result.value.value + reach), n);
    }
    rating_pairs_free(&pairs);
    return result;
}
