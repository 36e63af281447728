/* The cluster bootstrap: against a plain loop, against a full enumeration, over threads and widths.
 */
#include "stat/moments.h"
#include "stat/narrow.h"
#include "stat/order.h"
#include "stat/random.h"
#include "stat/resample.h"

#include "stat_reference.h"

/* Sum of a column; the plan is the column. */
static double column_sum(const int64_t *sum, const void *plan)
{
    return (double)sum[*(const size_t *)plan];
}

static double first_share(const int64_t *sum, const void *plan)
{
    (void)plan;
    return sum[1] == 0 ? (double)NAN : (double)sum[0] / (double)sum[1];
}

static int64_t *some_counts(gsize clusters, gsize width, uint64_t bound, gboolean negative)
{
    int64_t *counts = g_new(int64_t, clusters * width);
    struct random_stream stream;
    random_start(&stream, 11, clusters + width);
    for (gsize i = 0; i < clusters * width; i++)
        counts[i] = (int64_t)(random_next(&stream) % bound) - (negative ? (int64_t)bound / 2 : 0);
    counts[0] = (int64_t)bound - 1;
    return counts;
}

/* One replicate of one column as the header defines it, draw by draw in 64 bits. */
static double plain_sum(const struct resample_data *data, uint64_t seed, uint64_t replicate,
                        gsize column)
{
    int64_t sum = 0;
    struct random_stream stream;
    random_start(&stream, seed, replicate);
    for (gsize i = 0; i < data->clusters; i++)
        sum += data->counts[random_below(&stream, (uint32_t)data->clusters) * data->width + column];
    return (double)sum;
}

static void assert_plain(gsize clusters, gsize width, uint64_t bound, gboolean negative)
{
    int64_t *counts = some_counts(clusters, width, bound, negative);
    struct resample_data data = {counts, clusters, width};
    struct resample_settings settings = {.seed = 42, .replicates = 23, .threads = 1};
    struct resample_statistic *statistics = g_new(struct resample_statistic, width);
    size_t *columns = g_new(size_t, width);
    double *values = g_new(double, width *settings.replicates);
    double *again = g_new(double, width *settings.replicates);
    for (gsize k = 0; k < width; k++) {
        columns[k] = k;
        statistics[k] = (struct resample_statistic){column_sum, &columns[k]};
    }
    g_assert_true(resample_bootstrap(&data, statistics, width, &settings, values));
    for (gsize k = 0; k < width; k++)
        for (gsize r = 0; r < settings.replicates; r++)
            assert_near("sum", values[k * settings.replicates + r], plain_sum(&data, 42, r, k), 0);
    for (settings.threads = 0; settings.threads < 100; settings.threads += 7) {
        memset(again, 0, width * settings.replicates * sizeof *again);
        g_assert_true(resample_bootstrap(&data, statistics, width, &settings, again));
        g_assert_true(memcmp(again, values, width * settings.replicates * sizeof *again) == 0);
    }
    g_free(again);
    g_free(values);
    g_free(columns);
    g_free(statistics);
    g_free(counts);
}

/* Clusters below and above a chunk of draws, odd and even; cells of 16, 32 and 64 bits; one block
 * and several. The largest bounds would overflow if a narrow sum were carried too late. */
static void test_plain(void)
{
    static const gsize clusters[] = {1, 2, 3, 10, 511, 513, 1190, 70001};
    static const uint64_t bounds[] = {1, 2, 60, 2048, 2049, 65537, 1u << 27, UINT64_C(1) << 40};
    for (gsize i = 0; i < G_N_ELEMENTS(clusters) - 1; i++)
        for (gsize k = 0; k < G_N_ELEMENTS(bounds); k++)
            assert_plain(clusters[i], 1 + (i * 7 + k * 5) % 34, bounds[k], FALSE);
    assert_plain(1190, 78, 60, FALSE);
    assert_plain(97, 3, 1000, TRUE);
    assert_plain(clusters[7], 2, 60, FALSE);
}

static void test_cells(void)
{
    static const struct {
        int64_t largest;
        enum narrow_cell cell;
    } cases[] = {{0, NARROW_16},    {40, NARROW_16},      {2047, NARROW_16},
                 {2048, NARROW_32}, {1 << 26, NARROW_32}, {INT64_C(1) << 32, NARROW_64},
                 {-1, NARROW_64}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct narrow narrow;
        const int64_t counts[] = {0, cases[i].largest};
        g_assert_true(narrow_pack(&narrow, counts, 2, 1));
        g_assert_cmpint(narrow.cell, ==, cases[i].cell);
        g_assert_cmpuint(narrow.padded, ==, 16);
        narrow_free(&narrow);
    }
    struct narrow narrow;
    const int64_t huge[] = {INT64_MAX / 2, INT64_MAX / 2 + 2};
    const int64_t least[] = {INT64_MIN};
    g_assert_false(narrow_pack(&narrow, huge, 2, 1));
    g_assert_true(narrow_sums_fit(huge, 1, 1));
    g_assert_false(narrow_sums_fit(least, 1, 1));
    g_assert_false(narrow_pack(&narrow, huge, 0, 1));
    g_assert_false(narrow_pack(&narrow, huge, 2, 0));
}

/* Vector B3: all 4^4 = 256 resamples of the pre condition. */
static void test_all(void)
{
    struct reference reference = reference_read("tests/reference/stat_clusters.csv");
    struct reference rows = reference_read("tests/reference/stat_cluster8.csv");
    int64_t counts[8];
    for (guint i = 0; i < 4; i++) {
        g_assert_cmpstr(reference_cell(&rows, i, "condition"), ==, "pre");
        counts[2 * i] = (int64_t)reference_number(&rows, i, "following_turns");
        counts[2 * i + 1] = (int64_t)reference_number(&rows, i, "mentor_turns");
    }
    double values[256];
    struct resample_data data = {counts, 4, 2};
    struct resample_statistic statistic = {first_share, NULL};
    g_assert_cmpuint(resample_all_count(4), ==, 256);
    g_assert_true(resample_bootstrap_all(&data, &statistic, values));
    assert_reference(&reference, "bootstrap_mean", moments_mean(values, 256).value);
    assert_reference(&reference, "bootstrap_sd",
                     sqrt(moments_variance(values, 256).value * 255 / 256));
    struct stat_interval limits = order_percentile_limits(values, 256);
    assert_reference(&reference, "bootstrap_low", limits.low);
    assert_reference(&reference, "bootstrap_high", limits.high);
    reference_free(&rows);
    reference_free(&reference);
}

static void test_all_counts(void)
{
    g_assert_cmpuint(resample_all_count(0), ==, 0);
    g_assert_cmpuint(resample_all_count(1), ==, 1);
    g_assert_cmpuint(resample_all_count(7), ==, 823543);
    g_assert_cmpuint(resample_all_count(8), ==, 0);
    g_assert_cmpuint(resample_all_count(SIZE_MAX), ==, 0);
}

/* Random resamples of B3 tend to the enumerated mean and sd. */
static void test_random_to_all(void)
{
    const int64_t counts[] = {3, 20, 5, 18, 2, 25, 6, 22};
    struct resample_data data = {counts, 4, 2};
    struct resample_statistic statistic = {first_share, NULL};
    struct resample_settings settings = RESAMPLE_DEFAULTS;
    double *values = g_new(double, settings.replicates);
    g_assert_cmpuint(settings.seed, ==, 20220401);
    g_assert_cmpuint(settings.replicates, ==, 10000);
    g_assert_true(resample_bootstrap(&data, &statistic, 1, &settings, values));
    assert_near("mean", moments_mean(values, 10000).value, .190023263788853, .0018);
    assert_near("sd", moments_sd(values, 10000).value, .0435607632400151, .0012);
    g_free(values);
}

static void test_none(void)
{
    double value = 5;
    const int64_t counts[] = {INT64_MAX, INT64_MAX};
    struct resample_statistic statistic = {first_share, NULL};
    struct resample_settings settings = {.seed = 1, .replicates = 1};
    g_assert_false(resample_bootstrap(&(struct resample_data){counts, 0, 2}, &statistic, 1,
                                      &settings, &value));
    g_assert_false(resample_bootstrap(&(struct resample_data){counts, 2, 1}, &statistic, 1,
                                      &settings, &value));
    g_assert_false(
        resample_bootstrap_all(&(struct resample_data){counts, 0, 2}, &statistic, &value));
    g_assert_false(
        resample_bootstrap_all(&(struct resample_data){counts, 2, 1}, &statistic, &value));
    assert_near("untouched", value, 5, 0);
    settings.replicates = 0;
    g_assert_true(resample_bootstrap(&(struct resample_data){counts, 1, 2}, &statistic, 1,
                                     &settings, &value));
    assert_near("untouched", value, 5, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/resample/plain", test_plain);
    g_test_add_func("/stat/resample/cells", test_cells);
    g_test_add_func("/stat/resample/all", test_all);
    g_test_add_func("/stat/resample/all-counts", test_all_counts);
    g_test_add_func("/stat/resample/random-to-all", test_random_to_all);
    g_test_add_func("/stat/resample/none", test_none);
    return g_test_run();
}
