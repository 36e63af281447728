#include "stat/arrange.h"

#include <math.h>

static const double tolerance = 1e-9;

/* GCC's vector extension, which clang shares: two columns at a time. */
typedef double columns __attribute__((vector_size(16), aligned(8), may_alias));

double arrange_threshold(double observed)
{
    return fabs(observed) - tolerance * fabs(observed);
}

void arrange_count(struct arrange_tally *tally, double value)
{
    double size = fabs(value);
    if (!isfinite(value)) {
        tally->undefined++;
        tally->extreme++;
        return;
    }
    tally->extreme += size >= tally->threshold;
    if (size > tally->most + tolerance * tally->most) {
        tally->most = size;
        tally->tied = 1;
    } else if (size >= tally->most - tolerance * tally->most) {
        tally->tied++;
    }
}

void arrange_merge(struct arrange_counts *counts, const struct arrange_tally *tally)
{
    atomic_fetch_add(&counts->extreme, tally->extreme);
    atomic_fetch_add(&counts->undefined, tally->undefined);
}

void arrange_add(double *sums, const double *values, size_t width, double factor)
{
    size_t k = 0;
    for (; k + 4 <= width; k += 4) {
        columns *to = (columns *)(sums + k);
        const columns *from = (const columns *)(values + k);
        to[0] += factor * from[0];
        to[1] += factor * from[1];
    }
    for (; k < width; k++)
        sums[k] += factor * values[k];
}

bool arrange_finite(const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i]))
            return false;
    return true;
}

struct arrange_result arrange_none(size_t clusters, enum stat_reason reason)
{
    return (struct arrange_result){.observed = stat_missing(clusters, reason),
                                   .p = stat_missing(clusters, reason),
                                   .smallest = (double)NAN};
}

struct arrange_result arrange_all(struct stat_value observed, const struct arrange_tally *tally,
                                  size_t total)
{
    return (struct arrange_result){
        .observed = observed,
        .p = stat_fine((double)tally->extreme / (double)total, observed.n),
        .smallest = (double)tally->tied / (double)total,
        .extreme = tally->extreme,
        .undefined = tally->undefined,
        .total = total,
        .way = ARRANGE_ALL};
}

struct arrange_result arrange_random(struct stat_value observed, struct arrange_counts *counts,
                                     size_t replicates)
{
    double tries = (double)replicates + 1;
    size_t extreme = atomic_load(&counts->extreme);
    return (struct arrange_result){.observed = observed,
                                   .p = stat_fine(((double)extreme + 1) / tries, observed.n),
                                   .smallest = 1 / tries,
                                   .extreme = extreme,
                                   .undefined = atomic_load(&counts->undefined),
                                   .total = replicates,
                                   .way = ARRANGE_RANDOM};
}
