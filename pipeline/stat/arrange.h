/* What permutations of labels (stat/permute.h) and sign flips (stat/flip.h) share: the statistic,
 * the counting of arrangements, the result. Every arrangement is made once where there are at most
 * RESAMPLE_ALL_LIMIT (1e6), the observed one among them: p = b/total. Else R are drawn at random:
 * p = (b + 1)/(R + 1) (Phipson & Smyth (2010), Permutation p-values should never be zero,
 * Statistical Applications in Genetics and Molecular Biology 9(1), 39). Two-sided: b counts |T*| ≥
 * |T| − 1e-9·|T|. Random arrangement r depends on (seed, r) only, so results are the same for any
 * number of threads. */
#ifndef STAT_ARRANGE_H
#define STAT_ARRANGE_H

#include "stat/resample.h"
#include "stat/stat.h"

#include <stdatomic.h>

/* A statistic T of sums over clusters: for permutations sums[group·width + column], for sign flips
 * sums[column] after flipping. NaN where undefined. Called from several threads at once; must not
 * write through plan. */
struct arrange_statistic {
    double (*of)(const double *sums, const void *plan);
    const void *plan;
};

enum arrange_way { ARRANGE_ALL, ARRANGE_RANDOM };

/* observed is T of the data; observed.n and p.n count clusters. extreme is b; total is the number
 * of arrangements, or R. undefined of them gave no finite T*: these count as extreme, so that p
 * errs upwards. smallest is the least p that any outcome with these values could have: for
 * ARRANGE_ALL the share of arrangements tied for the largest |T*|, else 1/(R + 1); NaN where p is.
 */
struct arrange_result {
    struct stat_value observed;
    struct stat_value p;
    double smallest;
    size_t extreme;
    size_t undefined;
    size_t total;
    enum arrange_way way;
};

/* Counts over some arrangements. Start with only the threshold set. most is the largest |T*| seen,
 * tied how many had it. */
struct arrange_tally {
    double threshold;
    size_t extreme;
    size_t undefined;
    double most;
    size_t tied;
};

/* Counts to which several threads add. */
struct arrange_counts {
    atomic_size_t extreme;
    atomic_size_t undefined;
};

/* |T| − 1e-9·|T|. */
double arrange_threshold(double observed);

/* Counts one T*. */
void arrange_count(struct arrange_tally *tally, double value);

/* Adds a thread's tally to the counts of all. */
void arrange_merge(struct arrange_counts *counts, const struct arrange_tally *tally);

/* sums[k] += factor·values[k] for k < width. */
void arrange_add(double *sums, const double *values, size_t width, double factor);

/* Whether count values are all finite. */
bool arrange_finite(const double *values, size_t count);

/* A result without p, for the reason, which is not STAT_FINE. */
struct arrange_result arrange_none(size_t clusters, enum stat_reason reason);

/* The result of a full enumeration of total arrangements. */
struct arrange_result arrange_all(struct stat_value observed, const struct arrange_tally *tally,
                                  size_t total);

/* The result of R random arrangements. */
struct arrange_result arrange_random(struct stat_value observed, struct arrange_counts *counts,
                                     size_t replicates);

#endif
