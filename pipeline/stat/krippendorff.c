#include "stat/krippendorff.h"

#include "stat/scratch.h"

#include <math.h>

/* n_c of every category; returns their sum. */
static double values_count(const struct rating_pairs *pairs, const int64_t *sum, double *n)
{
    double all = 0;
    for (size_t i = 0; i < pairs->met; i++) {
        const struct rating_pairs_cell *cell = &pairs->cells[i];
        double count = (double)sum[i] * cell->in_values;
        n[cell->first] += count;
        n[cell->second] += count;
        all += 2 * count;
    }
    return all;
}

/* With the middle of each category on the line of all ranked values, the ordinal difference is the
 * square of a distance: n_c/2 + n_{c+1} + … + n_k/2 = middle_k − middle_c. */
static void middles_fill(const double *n, size_t q, double *middles)
{
    double below = 0;
    for (size_t c = 0; c < q; c++) {
        middles[c] = below + n[c] / 2;
        below += n[c];
    }
}

/* d_ck of c ≠ k; line holds the values or middles. */
static double difference(const struct agreement_coefficient *coefficient, const double *line,
                         size_t q, size_t c, size_t k)
{
    double apart = 1;
    switch (coefficient->metric) {
    case AGREEMENT_NOMINAL:
        return 1;
    case AGREEMENT_DISTANCE:
        return coefficient->distance[c * q + k];
    case AGREEMENT_ORDINAL:
    case AGREEMENT_INTERVAL:
        apart = line[c] - line[k];
        break;
    case AGREEMENT_RATIO:
        apart = line[c] == line[k] ? 0 : (line[c] - line[k]) / (line[c] + line[k]);
        break;
    }
    return apart * apart;
}

static double observed_of(const struct rating_pairs *pairs, const int64_t *sum,
                          const struct agreement_coefficient *coefficient, const double *line)
{
    double observed = 0;
    for (size_t i = 0; i < pairs->met; i++) {
        const struct rating_pairs_cell *cell = &pairs->cells[i];
        if (cell->first != cell->second && sum[i] != 0)
            observed += 2 * (double)sum[i] * cell->in_values *
                        difference(coefficient, line, pairs->categories, cell->first, cell->second);
    }
    return observed;
}

static double expected_of(const double *n, size_t q,
                          const struct agreement_coefficient *coefficient, const double *line)
{
    double expected = 0;
    for (size_t c = 0; c < q; c++) {
        if (n[c] == 0)
            continue;
        double others = 0;
        for (size_t k = c + 1; k < q; k++)
            if (n[k] != 0)
                others += n[k] * difference(coefficient, line, q, c, k);
        expected += 2 * n[c] * others;
    }
    return expected;
}

/* Whether every category that is used has a value on the metric's scale. */
static bool values_fit(const struct agreement_coefficient *coefficient, const double *n, size_t q)
{
    const double *values = coefficient->values;
    enum agreement_metric metric = coefficient->metric;
    if (metric != AGREEMENT_INTERVAL && metric != AGREEMENT_RATIO)
        return metric != AGREEMENT_DISTANCE || coefficient->distance != NULL;
    for (size_t c = 0; c < q; c++)
        if (values == NULL || (n[c] != 0 && !isfinite(values[c])) ||
            (n[c] != 0 && metric == AGREEMENT_RATIO && values[c] < 0))
            return false;
    return true;
}

enum stat_reason krippendorff_parts(const struct rating_pairs *pairs, const int64_t *sum,
                                    const struct agreement_coefficient *coefficient,
                                    struct krippendorff *parts)
{
    struct scratch scratch;
    size_t q = pairs->categories;
    double *n = scratch_start(&scratch, 2 * q);
    double *middles = n + q;
    enum stat_reason reason = STAT_FINE;
    double all = values_count(pairs, sum, n);
    const double *line = coefficient->values;
    if (coefficient->metric == AGREEMENT_ORDINAL) {
        middles_fill(n, q, middles);
        line = middles;
    }
    if (all == 0)
        reason = STAT_TOO_FEW;
    else if (!values_fit(coefficient, n, q))
        reason = STAT_NOT_DEFINED;
    if (reason == STAT_FINE) {
        parts->values = all;
        parts->observed = observed_of(pairs, sum, coefficient, line) / all;
        parts->expected = expected_of(n, q, coefficient, line) / (all * (all - 1));
        if (!(parts->expected > 0))
            reason = isnan(parts->expected) ? STAT_NOT_DEFINED : STAT_NO_VARIATION;
    }
    scratch_end(&scratch);
    return reason;
}
