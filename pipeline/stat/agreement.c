#include "stat/agreement.h"

#include "stat/krippendorff.h"
#include "stat/chance.h"
#include "stat/scratch.h"

#include <math.h>
#include <stdlib.h>

/* What a replicate's statistic is asked with. */
struct agreement_plan {
    const struct rating_pairs *pairs;
    const struct agreement_coefficient *coefficient;
};

/* (Pa − Pe)/(1 − Pe). */
static double corrected(double observed, double chance)
{
    return chance < 1 ? (observed - chance) / (1 - chance) : (double)NAN;
}

/* Of a category against all others: 1 − (share of pairs with one of the two)/(2π(1 − π)). */
static double category_of(const struct rating_pairs *pairs, const int64_t *sum, size_t category,
                          double share)
{
    double units = 0;
    double differing = 0;
    bool some = false;
    bool others = false;
    for (size_t i = 0; i < pairs->met; i++) {
        const struct rating_pairs_cell *cell = &pairs->cells[i];
        double count = (double)sum[i] * cell->in_units;
        bool first = cell->first == category;
        bool second = cell->second == category;
        units += count;
        differing += first != second ? count : 0;
        some = some || (count > 0 && (first || second));
        others = others || (count > 0 && (!first || !second));
    }
    if (!some || !others)
        return (double)NAN;
    return 1 - differing / units / (2 * share * (1 - share));
}

static double conger_of(const struct rating_pairs *pairs, const int64_t *sum, const double *weights)
{
    struct scratch scratch;
    size_t q = pairs->categories;
    size_t varying;
    double *shares = scratch_start(&scratch, pairs->coders * q);
    size_t raters = chance_coders(pairs, sum, shares, &varying);
    double kappa = (double)NAN;
    if (raters > 2 || varying == raters)
        kappa = corrected(chance_observed(pairs, sum, weights),
                          chance_conger(shares, weights, q, pairs->coders, raters));
    scratch_end(&scratch);
    return kappa;
}

/* The coefficients whose chance is made of the shares π. */
static double shared_of(const struct rating_pairs *pairs, const int64_t *sum,
                        const struct agreement_coefficient *coefficient)
{
    struct scratch scratch;
    size_t q = pairs->categories;
    double *shares = scratch_start(&scratch, q);
    double value = (double)NAN;
    if (!chance_shares(pairs, sum, shares))
        value = (double)NAN;
    else if (coefficient->kind == AGREEMENT_FLEISS_CATEGORY)
        value = category_of(pairs, sum, coefficient->category, shares[coefficient->category]);
    else if (coefficient->kind == AGREEMENT_FLEISS)
        value = corrected(chance_observed(pairs, sum, coefficient->weights),
                          chance_fleiss(shares, coefficient->weights, q));
    else
        value = corrected(chance_observed(pairs, sum, coefficient->weights),
                          chance_gwet(shares, coefficient->weights, q));
    scratch_end(&scratch);
    return value;
}

static double alpha_of(const struct rating_pairs *pairs, const int64_t *sum,
                       const struct agreement_coefficient *coefficient)
{
    struct krippendorff parts;
    if (krippendorff_parts(pairs, sum, coefficient, &parts) != STAT_FINE)
        return (double)NAN;
    return 1 - parts.observed / parts.expected;
}

static double prevalence_of(const struct rating_pairs *pairs, const int64_t *sum, size_t category)
{
    double of_category;
    double all = chance_ratings(pairs, sum, category, &of_category);
    return all > 0 ? of_category / all : (double)NAN;
}

static bool of_category(enum agreement_kind kind)
{
    return kind == AGREEMENT_FLEISS_CATEGORY || kind == AGREEMENT_PREVALENCE;
}

static bool is_share(enum agreement_kind kind)
{
    return kind == AGREEMENT_PERCENT || kind == AGREEMENT_PREVALENCE;
}

/* Whether the coefficient can be asked of such data at all. */
static bool askable(const struct rating_pairs *pairs,
                    const struct agreement_coefficient *coefficient)
{
    enum agreement_kind kind = coefficient->kind;
    if (of_category(kind) && coefficient->category >= pairs->categories)
        return false;
    if (kind == AGREEMENT_PABAK)
        return pairs->categories == 2;
    if (kind == AGREEMENT_CONGER && pairs->margins != RATING_PAIRS_WITH_MARGINS)
        return false;
    return is_share(kind) || pairs->categories >= 2;
}

/* Any coefficient of a summed vector, NaN where it is not defined. */
static double coefficient_of(const int64_t *sum, const void *opaque)
{
    const struct agreement_plan *plan = (const struct agreement_plan *)opaque;
    const struct rating_pairs *pairs = plan->pairs;
    const struct agreement_coefficient *coefficient = plan->coefficient;
    if (!askable(pairs, coefficient))
        return (double)NAN;
    switch (coefficient->kind) {
    case AGREEMENT_PERCENT:
        return chance_observed(pairs, sum, coefficient->weights);
    case AGREEMENT_PREVALENCE:
        return prevalence_of(pairs, sum, coefficient->category);
    case AGREEMENT_ALPHA:
        return alpha_of(pairs, sum, coefficient);
    default:
        break;
    }
    if (!chance_varies(pairs, sum))
        return (double)NAN;
    if (coefficient->kind == AGREEMENT_CONGER)
        return conger_of(pairs, sum, coefficient->weights);
    if (coefficient->kind == AGREEMENT_PABAK)
        return 2 * chance_observed(pairs, sum, NULL) - 1;
    if (coefficient->kind == AGREEMENT_BRENNAN_PREDIGER)
        return corrected(chance_observed(pairs, sum, coefficient->weights),
                         chance_brennan(coefficient->weights, pairs->categories));
    return shared_of(pairs, sum, coefficient);
}

/* Why there is no value; total holds at least one pair, and askable is true. */
static enum stat_reason reason_of(const struct rating_pairs *pairs,
                                  const struct agreement_coefficient *coefficient)
{
    struct krippendorff parts;
    if (coefficient->kind == AGREEMENT_ALPHA)
        return krippendorff_parts(pairs, pairs->total, coefficient, &parts);
    if (coefficient->kind == AGREEMENT_FLEISS_CATEGORY || coefficient->kind == AGREEMENT_CONGER ||
        !chance_varies(pairs, pairs->total))
        return STAT_NO_VARIATION;
    return STAT_NOT_DEFINED;
}

struct stat_value agreement_value(const struct rating_pairs *pairs,
                                  const struct agreement_coefficient *coefficient)
{
    struct agreement_plan plan = {pairs, coefficient};
    double ignored;
    size_t n = rating_pairs_units(pairs, pairs->total);
    if (coefficient->kind == AGREEMENT_PREVALENCE)
        n = (size_t)llround(chance_ratings(pairs, pairs->total, 0, &ignored));
    if (!askable(pairs, coefficient))
        return stat_missing(n, STAT_NOT_DEFINED);
    if (n == 0)
        return stat_missing(0, STAT_TOO_FEW);
    double value = coefficient_of(pairs->total, &plan);
    return isfinite(value) ? stat_fine(value, n) : stat_missing(n, reason_of(pairs, coefficient));
}

/* Whether a cluster has a pair, or for coefficients on which single ratings bear, a rating. */
static bool cluster_holds(const int64_t *counts, const void *opaque)
{
    const struct agreement_plan *plan = (const struct agreement_plan *)opaque;
    enum agreement_kind kind = plan->coefficient->kind;
    bool pairs_only = kind == AGREEMENT_PERCENT || kind == AGREEMENT_ALPHA ||
                      kind == AGREEMENT_PABAK || kind == AGREEMENT_BRENNAN_PREDIGER;
    size_t end = pairs_only ? plan->pairs->met : plan->pairs->singles;
    for (size_t i = 0; i < end; i++)
        if (counts[i] > 0)
            return true;
    return false;
}

void agreement_intervals(const struct rating_pairs *pairs,
                         const struct agreement_coefficient *coefficients, size_t count,
                         const struct resample_settings *settings, struct cluster_interval *results)
{
    struct resample_data data = rating_pairs_data(pairs);
    struct agreement_plan *plans = (struct agreement_plan *)stat_cells(count, sizeof *plans);
    struct cluster_statistic *statistics =
        (struct cluster_statistic *)stat_cells(count, sizeof *statistics);
    for (size_t i = 0; i < count; i++) {
        bool share = is_share(coefficients[i].kind);
        plans[i] = (struct agreement_plan){pairs, &coefficients[i]};
        statistics[i] =
            (struct cluster_statistic){.of = coefficient_of,
                                       .plan = &plans[i],
                                       .scale = share ? JACKKNIFE_LOGIT : JACKKNIFE_FISHER,
                                       .minimum = share ? 0 : AGREEMENT_CLUSTERS,
                                       .holds = cluster_holds};
    }
    cluster_intervals(&data, statistics, count, settings, results);
    for (size_t i = 0; i < count; i++)
        cluster_reason(&results[i], agreement_value(pairs, &coefficients[i]));
    free(statistics);
    free(plans);
}

bool agreement_parts(struct stat_value kappa, struct stat_value ac1)
{
    if (kappa.reason != STAT_FINE || ac1.reason != STAT_FINE)
        return false;
    return fabs(ac1.value - kappa.value) >= AGREEMENT_APART - 1e-9;
}
