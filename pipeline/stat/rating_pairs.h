/* The ratings of any number of coders, collapsed to one small integer vector per cluster: how often
 * each pair of categories met within a unit of m ratings. Every coefficient of stat/agreement.h is
 * a function of such a vector, so it can be resampled. Cells that are 0 in every cluster have no
 * column; the pairs of units with different m stand apart because each m has its own divisor. */
#ifndef STAT_RATING_PAIRS_H
#define STAT_RATING_PAIRS_H

#include "stat/ratings.h"
#include "stat/resample.h"

enum rating_pairs_kind {
    RATING_PAIRS_MET,    /* unordered pairs of first ≤ second within units of m ≥ 2 ratings */
    RATING_PAIRS_SINGLE, /* ratings of category first in units of one rating */
    RATING_PAIRS_MARGIN  /* ratings of category first by coder second */
};

/* What a column counts. For RATING_PAIRS_MET ratings is m, in_units 2/(m(m − 1)), what one pair is
 * of all pairs of its unit, and in_values 1/(m − 1), what it counts in Krippendorff's coincidences;
 * else ratings is 1 and these are 0. */
struct rating_pairs_cell {
    enum rating_pairs_kind kind;
    uint32_t first;
    uint32_t second;
    uint32_t ratings;
    double in_units;
    double in_values;
};

/* Conger's kappa needs to know who said what; nothing else does, and it costs coders·categories
 * columns. */
enum rating_pairs_margins { RATING_PAIRS_WITHOUT_MARGINS, RATING_PAIRS_WITH_MARGINS };

/* cells[column] says what counts[cluster·width + column] counts; columns of a kind stand together,
 * RATING_PAIRS_MET before met, then RATING_PAIRS_SINGLE before singles, then RATING_PAIRS_MARGIN
 * coder by coder before width. coders counts all, also those who rated nothing. total is the sum
 * over clusters. */
struct rating_pairs {
    size_t categories;
    size_t coders;
    size_t clusters;
    size_t met;
    size_t singles;
    size_t width;
    struct rating_pairs_cell *cells;
    int64_t *counts;
    int64_t *total;
    enum rating_pairs_margins margins;
};

/* Collapses ratings, which are not kept. Always succeeds; without a rating width is 0. Allocates;
 * release with rating_pairs_free. */
void rating_pairs_collapse(struct rating_pairs *pairs, const struct ratings *ratings,
                           enum rating_pairs_margins margins);

void rating_pairs_free(struct rating_pairs *pairs);

/* The collapsed vectors as the resampling engine takes them; borrows pairs. */
struct resample_data rating_pairs_data(const struct rating_pairs *pairs);

/* The number of units with at least two ratings in a (summed) vector of pairs. */
size_t rating_pairs_units(const struct rating_pairs *pairs, const int64_t *sum);

#endif
