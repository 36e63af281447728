#include "stat/flip.h"

#include "stat/random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct flips {
    const double *values;
    size_t clusters;
    size_t width;
    const struct arrange_statistic *statistic;
    uint64_t seed;
    double threshold;
    struct arrange_counts counts;
};

/* T with cluster i flipped where bit i mod 64 of bits(i / 64) is set: from mask while stream is
 * NULL (fewer than 64 clusters), else from the stream. */
static double flipped_value(const struct flips *flips, uint64_t mask, struct random_stream *stream,
                            double *sums)
{
    uint64_t bits = mask;
    memset(sums, 0, flips->width * sizeof *sums);
    for (size_t i = 0; i < flips->clusters; i++, bits >>= 1) {
        if (stream != NULL && i % 64 == 0)
            bits = random_next(stream);
        arrange_add(sums, flips->values + i * flips->width, flips->width, (bits & 1) != 0 ? -1 : 1);
    }
    return flips->statistic->of(sums, flips->statistic->plan);
}

static void flip_work(size_t from, size_t to, void *state)
{
    struct flips *flips = (struct flips *)state;
    struct arrange_tally tally = {.threshold = flips->threshold};
    double *sums = (double *)stat_cells(flips->width, sizeof *sums);
    for (size_t replicate = from; replicate < to; replicate++) {
        struct random_stream stream;
        random_start(&stream, flips->seed, replicate);
        arrange_count(&tally, flipped_value(flips, 0, &stream, sums));
    }
    free(sums);
    arrange_merge(&flips->counts, &tally);
}

struct arrange_result flip_signs(const double *values, size_t clusters, size_t width,
                                 const struct arrange_statistic *statistic,
                                 const struct resample_settings *settings)
{
    if (clusters == 0 || width == 0)
        return arrange_none(clusters, STAT_TOO_FEW);
    if (!arrange_finite(values, clusters * width))
        return arrange_none(clusters, STAT_NOT_DEFINED);
    struct flips flips = {.values = values,
                          .clusters = clusters,
                          .width = width,
                          .statistic = statistic,
                          .seed = settings->seed};
    double *sums = (double *)stat_cells(width, sizeof *sums);
    size_t total = clusters < 20 ? (size_t)1 << clusters : 0; /* 2^19 ≤ RESAMPLE_ALL_LIMIT < 2^20 */
    for (size_t i = 0; total == 0 && i < clusters; i++)
        arrange_add(sums, values + i * width, width, 1);
    double t =
        total > 0 ? flipped_value(&flips, 0, NULL, sums) : statistic->of(sums, statistic->plan);
    struct stat_value observed = stat_fine(t, clusters);
    flips.threshold = arrange_threshold(t);
    struct arrange_tally tally = {.threshold = flips.threshold};
    for (size_t mask = 0; observed.reason == STAT_FINE && mask < total; mask++)
        arrange_count(&tally, flipped_value(&flips, mask, NULL, sums));
    free(sums);
    if (observed.reason != STAT_FINE)
        return arrange_none(clusters, observed.reason);
    if (total > 0)
        return arrange_all(observed, &tally, total);
    resample_spread(settings->replicates, settings->threads, flip_work, &flips);
    return arrange_random(observed, &flips.counts, settings->replicates);
}
