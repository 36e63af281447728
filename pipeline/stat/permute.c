#include "stat/permute.h"

#include "stat/random.h"

#include <stdlib.h>
#include <string.h>

/* One test. The largest group is never dealt: its sums are what the others leave of all. */
struct permutation {
    const struct permute_data *data;
    const struct arrange_statistic *statistic;
    uint64_t seed;
    double threshold;
    double *all;      /* width sums over all clusters */
    uint32_t *labels; /* the observed labels; in order once every arrangement is to be made */
    uint32_t *dealt;  /* the labels of all but the largest group, in order */
    size_t dealt_count;
    size_t *sizes;
    size_t largest;
    struct arrange_counts counts;
};

static size_t sums_size(const struct permutation *test)
{
    return test->data->groups * test->data->width * sizeof(double);
}

/* T, after the sums of all groups but the largest stand in sums. */
static double value_complete(const struct permutation *test, double *sums)
{
    size_t width = test->data->width;
    double *rest = sums + test->largest * width;
    memcpy(rest, test->all, width * sizeof *rest);
    for (size_t group = 0; group < test->data->groups; group++)
        if (group != test->largest)
            arrange_add(rest, sums + group * width, width, -1);
    return test->statistic->of(sums, test->statistic->plan);
}

static double value_of_labels(const struct permutation *test, double *sums)
{
    const struct permute_data *data = test->data;
    memset(sums, 0, sums_size(test));
    for (size_t i = 0; i < data->clusters; i++)
        if (test->labels[i] != test->largest)
            arrange_add(sums + test->labels[i] * data->width, data->values + i * data->width,
                        data->width, 1);
    return value_complete(test, sums);
}

/* A partial Fisher-Yates shuffle: the first dealt_count of the shuffled clusters get the labels. */
static double value_of_deal(const struct permutation *test, struct random_stream *stream,
                            uint32_t *order, double *sums)
{
    const struct permute_data *data = test->data;
    memset(sums, 0, sums_size(test));
    for (size_t i = 0; i < data->clusters; i++)
        order[i] = (uint32_t)i;
    for (size_t i = 0; i < test->dealt_count; i++) {
        size_t j = i + random_below(stream, (uint32_t)(data->clusters - i));
        size_t cluster = order[j];
        order[j] = order[i];
        arrange_add(sums + test->dealt[i] * data->width, data->values + cluster * data->width,
                    data->width, 1);
    }
    return value_complete(test, sums);
}

static void deal_work(size_t from, size_t to, void *state)
{
    struct permutation *test = (struct permutation *)state;
    struct arrange_tally tally = {.threshold = test->threshold};
    double *sums = (double *)stat_cells(1, sums_size(test));
    uint32_t *order = (uint32_t *)stat_cells(test->data->clusters, sizeof *order);
    for (size_t replicate = from; replicate < to; replicate++) {
        struct random_stream stream;
        random_start(&stream, test->seed, replicate);
        arrange_count(&tally, value_of_deal(test, &stream, order, sums));
    }
    free(order);
    free(sums);
    arrange_merge(&test->counts, &tally);
}

static void labels_swap(uint32_t *labels, size_t i, size_t j)
{
    uint32_t kept = labels[i];
    labels[i] = labels[j];
    labels[j] = kept;
}

/* The next arrangement of labels in lexicographic order; false after the last one. n ≥ 1. */
static bool labels_next(uint32_t *labels, size_t n)
{
    size_t i = n - 1;
    while (i > 0 && labels[i - 1] >= labels[i])
        i--;
    if (i == 0)
        return false;
    size_t j = n - 1;
    while (labels[j] <= labels[i - 1])
        j--;
    labels_swap(labels, i - 1, j);
    for (size_t left = i, right = n - 1; left < right; left++, right--)
        labels_swap(labels, left, right);
    return true;
}

size_t permute_arrangements(const size_t *sizes, size_t groups)
{
    size_t total = 1;
    size_t seen = 0;
    for (size_t group = 0; group < groups; group++)
        for (size_t i = 1; i <= sizes[group]; i++) {
            total = total * ++seen / i;
            if (total > RESAMPLE_ALL_LIMIT)
                return 0;
        }
    return total;
}

/* Every arrangement once, beginning with the labels in order. */
static struct arrange_result every_deal(struct permutation *test, struct stat_value observed,
                                        size_t total, double *sums)
{
    struct arrange_tally tally = {.threshold = test->threshold};
    size_t n = 0;
    for (size_t group = 0; group < test->data->groups; group++)
        for (size_t i = 0; i < test->sizes[group]; i++)
            test->labels[n++] = (uint32_t)group;
    do {
        arrange_count(&tally, value_of_labels(test, sums));
    } while (labels_next(test->labels, n));
    return arrange_all(observed, &tally, total);
}

static enum stat_reason data_check(const struct permute_data *data)
{
    if (data->clusters < 2 || data->width == 0)
        return STAT_TOO_FEW;
    if (data->clusters > UINT32_MAX || !arrange_finite(data->values, data->clusters * data->width))
        return STAT_NOT_DEFINED;
    bool alike = true;
    for (size_t i = 0; i < data->clusters; i++) {
        if (data->labels[i] >= data->groups)
            return STAT_NOT_DEFINED;
        alike = alike && data->labels[i] == data->labels[0];
    }
    return alike ? STAT_TOO_FEW : STAT_FINE;
}

/* Sums over all clusters, sizes, the largest group and what is dealt. */
static void permutation_prepare(struct permutation *test)
{
    const struct permute_data *data = test->data;
    for (size_t i = 0; i < data->clusters; i++) {
        test->labels[i] = data->labels[i];
        test->sizes[data->labels[i]]++;
        arrange_add(test->all, data->values + i * data->width, data->width, 1);
    }
    for (size_t group = 0; group < data->groups; group++)
        if (test->sizes[group] > test->sizes[test->largest])
            test->largest = group;
    for (size_t group = 0; group < data->groups; group++)
        for (size_t i = 0; group != test->largest && i < test->sizes[group]; i++)
            test->dealt[test->dealt_count++] = (uint32_t)group;
}

static struct arrange_result permutation_run(struct permutation *test,
                                             const struct resample_settings *settings, double *sums)
{
    size_t clusters = test->data->clusters;
    struct stat_value observed = stat_fine(value_of_labels(test, sums), clusters);
    if (observed.reason != STAT_FINE)
        return arrange_none(clusters, observed.reason);
    test->threshold = arrange_threshold(observed.value);
    size_t total = permute_arrangements(test->sizes, test->data->groups);
    if (total > 0)
        return every_deal(test, observed, total, sums);
    resample_spread(settings->replicates, settings->threads, deal_work, test);
    return arrange_random(observed, &test->counts, settings->replicates);
}

struct arrange_result permute_groups(const struct permute_data *data,
                                     const struct arrange_statistic *statistic,
                                     const struct resample_settings *settings)
{
    enum stat_reason reason = data_check(data);
    if (reason != STAT_FINE)
        return arrange_none(data->clusters, reason);
    struct permutation test = {.data = data,
                               .statistic = statistic,
                               .seed = settings->seed,
                               .all = (double *)stat_cells(data->width, sizeof(double)),
                               .labels = (uint32_t *)stat_cells(data->clusters, sizeof(uint32_t)),
                               .dealt = (uint32_t *)stat_cells(data->clusters, sizeof(uint32_t)),
                               .sizes = (size_t *)stat_cells(data->groups, sizeof(size_t))};
    double *sums = (double *)stat_cells(1, sums_size(&test));
    permutation_prepare(&test);
    struct arrange_result result = permutation_run(&test, settings, sums);
    free(sums);
    free(test.sizes);
    free(test.dealt);
    free(test.labels);
    free(test.all);
    return result;
}
