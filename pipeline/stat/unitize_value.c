/* What is computed of continua that unitize.c has collapsed; formulas in stat/unitize.h. */
#include "stat/scratch.h"
#include "stat/unitize.h"

#include "stat/agreement.h"

#include <math.h>
#include <stdlib.h>

/* What a replicate's statistic is asked with. */
struct unitize_plan {
    const struct unitize *unitize;
    const struct unitize_coefficient *coefficient;
};

/* ℓ_c., ℓ_cc and K_c of each value, φ last; or of ℓ*, where φ is left out. */
struct lengths {
    double *margin;
    double *same;
    double *squares;
    double all;
    double all_squares;
    size_t values;
    size_t used;
};

/* The intersections of everything, or of valued pieces only. */
enum lengths_of { LENGTHS_ALL, LENGTHS_VALUED };

static void lengths_fill(const struct unitize *unitize, const int64_t *sum, enum lengths_of what,
                         struct lengths *lengths)
{
    size_t phi = unitize->categories;
    enum unitize_column squares = what == LENGTHS_ALL ? UNITIZE_SQUARES : UNITIZE_SHARED;
    for (size_t i = 0; i < unitize->width; i++) {
        const struct unitize_cell *cell = &unitize->cells[i];
        if (cell->column == squares)
            lengths->squares[cell->first] += (double)sum[i];
        if (cell->column != UNITIZE_MET || (what == LENGTHS_VALUED && cell->second == phi))
            continue;
        double length = (double)sum[i] * cell->in_values;
        lengths->margin[cell->first] += length;
        lengths->margin[cell->second] += length;
        lengths->same[cell->first] += cell->first == cell->second ? 2 * length : 0;
    }
    if (what == LENGTHS_ALL)
        lengths->squares[phi] = lengths->margin[phi];
    lengths->values = what == LENGTHS_ALL ? phi + 1 : phi;
    for (size_t c = 0; c < lengths->values; c++) {
        lengths->all += lengths->margin[c];
        lengths->all_squares += lengths->squares[c];
        lengths->used += lengths->margin[c] > 0;
    }
}

/* ℓ.. − ΣK/ℓ.., the divisor of e_ck; not above 0 where chance cannot be said. */
static double divisor_of(const struct lengths *lengths)
{
    return lengths->all - lengths->all_squares / lengths->all;
}

static double corrected(double observed, double expected)
{
    return expected > 0 ? 1 - observed / expected : (double)NAN;
}

/* u-alpha, or cu-alpha of ℓ*. Σ e = ℓ.. by the choice of the divisor. */
static double alpha_of(const struct lengths *lengths)
{
    double observed = lengths->all;
    double expected = observed;
    for (size_t c = 0; c < lengths->values; c++) {
        double margin = lengths->margin[c];
        observed -= lengths->same[c];
        expected -= (margin * margin - lengths->squares[c]) / divisor_of(lengths);
    }
    return corrected(observed, expected);
}

/* Valued or not: what φ shares with the values. */
static double binary_of(const struct lengths *lengths)
{
    size_t phi = lengths->values - 1;
    double gaps = lengths->margin[phi];
    return corrected(gaps - lengths->same[phi], gaps * (lengths->all - gaps) / divisor_of(lengths));
}

static double code_of(const struct lengths *lengths, size_t category)
{
    double margin = lengths->margin[category];
    double chance = margin * lengths->all - lengths->squares[category];
    double others = margin * (lengths->all - margin);
    if (!(chance > 0))
        return (double)NAN;
    return corrected(chance / margin * (margin - lengths->same[category]), others);
}

/* The coefficient and, where it is missing, the reason. */
static double coefficient_reason(const struct unitize *unitize,
                                 const struct unitize_coefficient *coefficient,
                                 const struct lengths *lengths, const double *everything,
                                 enum stat_reason *reason)
{
    enum unitize_kind kind = coefficient->kind;
    bool of_code = kind == UNITIZE_CODE || kind == UNITIZE_CODE_COVERAGE;
    *reason = STAT_TOO_FEW;
    if (of_code && coefficient->category >= unitize->categories)
        *reason = STAT_NOT_DEFINED;
    else if (kind == UNITIZE_CODE_COVERAGE)
        return lengths->margin[coefficient->category] / everything[coefficient->category];
    if (lengths->all == 0 || *reason == STAT_NOT_DEFINED)
        return (double)NAN;
    if (of_code && lengths->margin[coefficient->category] == 0)
        return (double)NAN;
    *reason = lengths->used < 2 ? STAT_NO_VARIATION : STAT_NOT_DEFINED;
    if (lengths->used < 2 || !(divisor_of(lengths) > 0))
        return (double)NAN;
    if (kind == UNITIZE_CODE)
        return code_of(lengths, coefficient->category);
    if (kind == UNITIZE_BINARY) {
        *reason = lengths->margin[unitize->categories] > 0 ? STAT_NOT_DEFINED : STAT_NO_VARIATION;
        return binary_of(lengths);
    }
    return alpha_of(lengths);
}

static double coefficient_of_sum(const int64_t *sum, const struct unitize_plan *plan,
                                 enum stat_reason *reason)
{
    const struct unitize *unitize = plan->unitize;
    enum unitize_kind kind = plan->coefficient->kind;
    bool whole = kind == UNITIZE_ALPHA || kind == UNITIZE_BINARY;
    size_t values = unitize->categories + 1;
    struct scratch scratch;
    double *cells = scratch_start(&scratch, 6 * values);
    struct lengths lengths = {cells, cells + values, cells + 2 * values, 0, 0, 0, 0};
    struct lengths all = {cells + 3 * values, cells + 4 * values, cells + 5 * values, 0, 0, 0, 0};
    lengths_fill(unitize, sum, whole ? LENGTHS_ALL : LENGTHS_VALUED, &lengths);
    if (kind == UNITIZE_CODE_COVERAGE)
        lengths_fill(unitize, sum, LENGTHS_ALL, &all);
    double value = coefficient_reason(unitize, plan->coefficient, &lengths, all.margin, reason);
    scratch_end(&scratch);
    return value;
}

static double coefficient_of(const int64_t *sum, const void *opaque)
{
    enum stat_reason ignored;
    return coefficient_of_sum(sum, (const struct unitize_plan *)opaque, &ignored);
}

static bool vector_holds(const struct unitize *unitize, const int64_t *counts, bool valued)
{
    for (size_t i = 0; i < unitize->met; i++)
        if (counts[i] > 0 && (!valued || unitize->cells[i].second < unitize->categories))
            return true;
    return false;
}

struct stat_value unitize_value(const struct unitize *unitize,
                                const struct unitize_coefficient *coefficient)
{
    struct unitize_plan plan = {unitize, coefficient};
    enum stat_reason reason;
    size_t n = 0;
    for (size_t i = 0; i < unitize->clusters; i++)
        n += vector_holds(unitize, unitize->counts + i * unitize->width, false);
    double value = coefficient_of_sum(unitize->total, &plan, &reason);
    return isfinite(value) ? stat_fine(value, n) : stat_missing(n, reason);
}

/* Whether a continuum was coded by two, and for coefficients of codes, valued by two somewhere. */
static bool cluster_holds(const int64_t *counts, const void *opaque)
{
    const struct unitize_plan *plan = (const struct unitize_plan *)opaque;
    enum unitize_kind kind = plan->coefficient->kind;
    return vector_holds(plan->unitize, counts, kind == UNITIZE_CODES || kind == UNITIZE_CODE);
}

void unitize_intervals(const struct unitize *unitize,
                       const struct unitize_coefficient *coefficients, size_t count,
                       const struct resample_settings *settings, struct cluster_interval *results)
{
    struct resample_data data = {unitize->counts, unitize->clusters, unitize->width};
    struct unitize_plan *plans = (struct unitize_plan *)stat_cells(count, sizeof *plans);
    struct cluster_statistic *statistics =
        (struct cluster_statistic *)stat_cells(count, sizeof *statistics);
    for (size_t i = 0; i < count; i++) {
        bool share = coefficients[i].kind == UNITIZE_CODE_COVERAGE;
        plans[i] = (struct unitize_plan){unitize, &coefficients[i]};
        statistics[i] =
            (struct cluster_statistic){.of = coefficient_of,
                                       .plan = &plans[i],
                                       .scale = share ? JACKKNIFE_LOGIT : JACKKNIFE_FISHER,
                                       .minimum = share ? 0 : AGREEMENT_CLUSTERS,
                                       .holds = cluster_holds};
    }
    cluster_intervals(&data, statistics, count, settings, results);
    for (size_t i = 0; i < count; i++)
        cluster_reason(&results[i], unitize_value(unitize, &coefficients[i]));
    free(statistics);
    free(plans);
}
