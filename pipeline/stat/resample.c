#include "stat/resample.h"

#include "stat/narrow.h"
#include "stat/quartet.h"
#include "stat/random.h"
#include "stat/stat.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define DRAWS_AT_ONCE 512
#define MOST_THREADS 64

struct spread_part {
    pthread_t thread;
    bool started;
    size_t from;
    size_t to;
    void (*work)(size_t from, size_t to, void *state);
    void *state;
};

static void *part_run(void *argument)
{
    struct spread_part *part = (struct spread_part *)argument;
    part->work(part->from, part->to, part->state);
    return NULL;
}

void resample_spread(size_t replicates, unsigned threads,
                     void (*work)(size_t from, size_t to, void *state), void *state)
{
    struct spread_part parts[MOST_THREADS];
    size_t count = threads < 1 ? 1 : threads;
    count = count > MOST_THREADS ? MOST_THREADS : count;
    count = count > replicates ? replicates : count;
    for (size_t i = 0; i < count; i++) {
        size_t share = replicates / count;
        size_t extra = replicates % count;
        struct spread_part *part = &parts[i];
        *part = (struct spread_part){.work = work, .state = state};
        part->from = i * share + (i < extra ? i : extra);
        part->to = part->from + share + (i < extra ? 1 : 0);
        if (i + 1 < count)
            part->started = pthread_create(&part->thread, NULL, part_run, part) == 0;
        if (!part->started)
            part_run(part);
    }
    for (size_t i = 0; i < count; i++)
        if (parts[i].started)
            pthread_join(parts[i].thread, NULL);
}

struct bootstrap {
    struct narrow narrow;
    const struct resample_statistic *statistics;
    size_t count;
    const struct resample_settings *settings;
    double *values;
};

/* The sum of one replicate's draws, by its own stream. */
static void single_sum(const struct bootstrap *bootstrap, size_t replicate, int64_t *sum)
{
    uint32_t drawn[DRAWS_AT_ONCE];
    const struct narrow *narrow = &bootstrap->narrow;
    struct random_stream stream;
    random_start(&stream, bootstrap->settings->seed, replicate);
    memset(sum, 0, narrow->padded * sizeof *sum);
    for (size_t left = narrow->clusters; left > 0;) {
        size_t now = left < DRAWS_AT_ONCE ? left : DRAWS_AT_ONCE;
        random_fill(&stream, (uint32_t)narrow->clusters, drawn, now);
        narrow_add(narrow, drawn, now, 2, sum);
        left -= now;
    }
}

/* The sums of replicates first … first + 3, padded cells each. False if a draw was refused. */
static bool quartet_sums(const struct bootstrap *bootstrap, size_t first, int64_t *sums)
{
    uint32_t drawn[DRAWS_AT_ONCE * QUARTET];
    const struct narrow *narrow = &bootstrap->narrow;
    struct quartet quartet;
    quartet_start(&quartet, bootstrap->settings->seed, first);
    memset(sums, 0, QUARTET * narrow->padded * sizeof *sums);
    for (size_t left = narrow->clusters; left > 0;) {
        size_t now = left < DRAWS_AT_ONCE ? left : DRAWS_AT_ONCE;
        if (!quartet_fill(&quartet, (uint32_t)narrow->clusters, drawn, (now + 1) / 2))
            return false;
        for (size_t i = 0; i < QUARTET; i++)
            narrow_add(narrow, drawn + 2 * i, now, 2 * QUARTET, sums + i * narrow->padded);
        left -= now;
    }
    return true;
}

static void values_of(const struct bootstrap *bootstrap, size_t replicate, const int64_t *sum)
{
    for (size_t i = 0; i < bootstrap->count; i++) {
        const struct resample_statistic *statistic = &bootstrap->statistics[i];
        bootstrap->values[i * bootstrap->settings->replicates + replicate] =
            statistic->of(sum, statistic->plan);
    }
}

/* Replicates from … to, four at a time where that pays. Both ways draw the same numbers. */
static void bootstrap_work(size_t from, size_t to, void *state)
{
    const struct bootstrap *bootstrap = (const struct bootstrap *)state;
    size_t padded = bootstrap->narrow.padded;
    bool pays = quartet_pays((uint32_t)bootstrap->narrow.clusters, bootstrap->narrow.clusters);
    int64_t *sums = (int64_t *)stat_cells(QUARTET * padded, sizeof *sums);
    for (size_t replicate = from; replicate < to;) {
        size_t now = pays && to - replicate >= QUARTET ? QUARTET : 1;
        bool together = now == QUARTET && quartet_sums(bootstrap, replicate, sums);
        for (size_t i = 0; i < now; i++) {
            if (!together)
                single_sum(bootstrap, replicate + i, sums + i * padded);
            values_of(bootstrap, replicate + i, sums + i * padded);
        }
        replicate += now;
    }
    free(sums);
}

bool resample_bootstrap(const struct resample_data *data,
                        const struct resample_statistic *statistics, size_t count,
                        const struct resample_settings *settings,
                        double *values) // NOLINT(readability-non-const-parameter): threads write it
{
    struct bootstrap bootstrap = {
        .statistics = statistics, .count = count, .settings = settings, .values = values};
    if (!narrow_pack(&bootstrap.narrow, data->counts, data->clusters, data->width))
        return false;
    resample_spread(settings->replicates, settings->threads, bootstrap_work, &bootstrap);
    narrow_free(&bootstrap.narrow);
    return true;
}

size_t resample_all_count(size_t clusters)
{
    size_t total = clusters == 0 ? 0 : 1;
    for (size_t i = 0; i < clusters && total > 0; i++)
        total = total > RESAMPLE_ALL_LIMIT / clusters ? 0 : total * clusters;
    return total;
}

bool resample_bootstrap_all(const struct resample_data *data,
                            const struct resample_statistic *statistic, double *values)
{
    struct narrow narrow;
    size_t total = resample_all_count(data->clusters);
    if (total == 0 || !narrow_pack(&narrow, data->counts, data->clusters, data->width))
        return false;
    int64_t *sum = (int64_t *)stat_cells(narrow.padded, sizeof *sum);
    for (size_t i = 0; i < total; i++) {
        uint32_t drawn[DRAWS_AT_ONCE];
        memset(sum, 0, narrow.padded * sizeof *sum);
        for (size_t k = 0, rest = i; k < data->clusters; k++, rest /= data->clusters)
            drawn[k] = (uint32_t)(rest % data->clusters);
        narrow_add(&narrow, drawn, data->clusters, 2, sum);
        values[i] = statistic->of(sum, statistic->plan);
    }
    free(sum);
    narrow_free(&narrow);
    return true;
}
