/* Sorting, quantiles, medians, selection. */
#include "stat/order.h"
#include "stat/random.h"

#include "stat_reference.h"

#include <stdlib.h>

static void assert_missing(struct stat_value value, enum stat_reason reason)
{
    g_assert_true(isnan(value.value));
    g_assert_cmpint(value.reason, ==, reason);
}

static void test_quantiles(void)
{
    static const char *const places[] = {"0",    "0.025", "0.1",   "0.25", "0.5",
                                         "0.75", "0.9",   "0.975", "1"};
    struct reference reference = reference_read("tests/reference/stat_clusters.csv");
    double x[] = {3. / 20, 5. / 18, 2. / 25, 6. / 22, 9. / 21, 7. / 19, 12. / 24, 8. / 23};
    g_assert_true(order_sort(x, 8));
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        char *statistic = g_strconcat("quantile_", places[i], NULL);
        struct stat_value value = order_quantile(x, 8, g_ascii_strtod(places[i], NULL));
        g_assert_cmpuint(value.n, ==, 8);
        assert_reference(&reference, statistic, value.value);
        g_free(statistic);
    }
    assert_near("median", order_median(x, 8).value, order_quantile(x, 8, .5).value, 0);
    reference_free(&reference);
}

static void test_edges(void)
{
    double one[] = {4};
    double two[] = {2, 1};
    double alike[] = {.1, .1, .1, .1, .1, .1, .1};
    assert_missing(order_quantile(one, 0, .5), STAT_TOO_FEW);
    assert_missing(order_median(one, 0), STAT_TOO_FEW);
    assert_missing(order_lower_median(one, 0), STAT_TOO_FEW);
    assert_missing(order_quantile(one, 1, 1.1), STAT_NOT_DEFINED);
    assert_missing(order_quantile(one, 1, (double)NAN), STAT_NOT_DEFINED);
    assert_near("one", order_quantile(one, 1, .3).value, 4, 0);
    assert_near("lower median of one", order_lower_median(one, 1).value, 4, 0);
    g_assert_true(order_sort(two, 2));
    assert_near("median of two", order_median(two, 2).value, 1.5, 0);
    assert_near("lower median of two", order_lower_median(two, 2).value, 1, 0);
    for (gsize i = 0; i <= 100; i++)
        assert_near("ties", order_quantile(alike, 7, (double)i / 100).value, .1, 0);
    double large[] = {1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 8};
    assert_near("offset", order_quantile(large, 4, .5).value, 1e9 + 3, 0);
}

static void test_nan(void)
{
    double values[] = {3, (double)NAN, 1};
    double infinite[] = {(double)-INFINITY, 2};
    g_assert_false(order_sort(values, 3));
    assert_near("untouched", values[0], 3, 0);
    assert_near("untouched", values[2], 1, 0);
    g_assert_true(order_sort(infinite, 2));
    assert_missing(order_quantile(infinite, 2, .5), STAT_NOT_DEFINED);
    g_assert_true(order_sort(values, 0));
}

static void test_counts(void)
{
    static const struct {
        int64_t counts[5];
        double expected;
    } cases[] = {{{1, 0, 0, 0, 0}, 0}, {{0, 0, 0, 0, 7}, 4}, {{1, 1, 0, 0, 0}, 0},
                 {{1, 2, 0, 0, 0}, 1}, {{2, 0, 0, 0, 2}, 0}, {{2, 0, 0, 1, 2}, 3},
                 {{3, 0, 0, 1, 2}, 0}, {{1, 1, 1, 1, 1}, 2}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_near("lower median", order_lower_median_counts(cases[i].counts, 5).value,
                    cases[i].expected, 0);
    const int64_t none[] = {0, 0, 0};
    const int64_t negative[] = {2, -1, 3};
    const int64_t many[] = {INT64_MAX / 2, INT64_MAX / 2, 1};
    assert_missing(order_lower_median_counts(none, 3), STAT_TOO_FEW);
    assert_missing(order_lower_median_counts(none, 0), STAT_TOO_FEW);
    assert_missing(order_lower_median_counts(negative, 3), STAT_NOT_DEFINED);
    assert_near("large", order_lower_median_counts(many, 3).value, 1, 0);
}

/* order_lower_median_counts on counts and order_lower_median on the values they count. */
static void test_counts_against_values(void)
{
    struct random_stream stream;
    random_start(&stream, 3, 0);
    for (gsize round = 0; round < 500; round++) {
        int64_t counts[6];
        double values[60];
        gsize n = 0;
        for (gsize i = 0; i < 6; i++) {
            counts[i] = random_below(&stream, 10);
            for (int64_t k = 0; k < counts[i]; k++)
                values[n++] = (double)i;
        }
        struct stat_value by_counts = order_lower_median_counts(counts, 6);
        struct stat_value by_values = order_lower_median(values, n);
        g_assert_cmpint(by_counts.reason, ==, by_values.reason);
        if (n > 0)
            assert_near("both", by_counts.value, by_values.value, 0);
    }
}

static int by_value(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Values of a kind: at random, with many ties, rising, falling, all alike, organ pipes. */
static double some_value(struct random_stream *stream, gsize kind, gsize i, gsize n)
{
    switch (kind) {
    case 0:
        return (double)random_next(stream);
    case 1:
        return random_below(stream, 4);
    case 2:
        return (double)i;
    case 3:
        return -(double)i;
    case 4:
        return 7;
    default:
        return (double)(i < n / 2 ? i : n - i);
    }
}

static void test_select(void)
{
    static const gsize sizes[] = {1, 2, 3, 10, 601, 5000, 10000};
    struct random_stream stream;
    random_start(&stream, 20220401, 0);
    for (gsize kind = 0; kind < 6; kind++)
        for (gsize s = 0; s < G_N_ELEMENTS(sizes); s++) {
            gsize n = sizes[s];
            double *values = g_new(double, n);
            double *sorted = g_new(double, n);
            for (gsize i = 0; i < n; i++)
                sorted[i] = values[i] = some_value(&stream, kind, i, n);
            qsort(sorted, n, sizeof *sorted, by_value);
            for (gsize round = 0; round < 20; round++) {
                gsize k = random_below(&stream, (uint32_t)n);
                assert_near("selected", order_select(values, n, k), sorted[k], 0);
                for (gsize i = 0; i < n; i++)
                    g_assert_true(i < k ? values[i] <= values[k] : values[i] >= values[k]);
            }
            struct stat_interval limits = order_percentile_limits(values, n);
            assert_near("low", limits.low, sorted[(n * 25 + 999) / 1000 - 1], 0);
            assert_near("high", limits.high, sorted[(n * 975 + 999) / 1000 - 1], 0);
            g_assert_cmpuint(limits.n, ==, n);
            qsort(values, n, sizeof *values, by_value);
            g_assert_true(memcmp(values, sorted, n * sizeof *values) == 0);
            g_free(sorted);
            g_free(values);
        }
}

static void test_limits(void)
{
    double values[10001];
    for (gsize i = 0; i < 10001; i++)
        values[i] = (double)(10001 - i);
    struct stat_interval limits = order_percentile_limits(values, 10001);
    assert_near("ceiling of 250.025", limits.low, 251, 0);
    assert_near("ceiling of 9750.975", limits.high, 9751, 0);
    for (gsize i = 0; i < 10000; i++)
        values[i] = (double)(i + 1);
    limits = order_percentile_limits(values, 10000);
    assert_near("250 exactly", limits.low, 250, 0);
    assert_near("9750 exactly", limits.high, 9750, 0);
    g_assert_cmpint(order_percentile_limits(values, 0).reason, ==, STAT_TOO_FEW);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/order/quantiles", test_quantiles);
    g_test_add_func("/stat/order/edges", test_edges);
    g_test_add_func("/stat/order/nan", test_nan);
    g_test_add_func("/stat/order/counts", test_counts);
    g_test_add_func("/stat/order/counts-against-values", test_counts_against_values);
    g_test_add_func("/stat/order/select", test_select);
    g_test_add_func("/stat/order/limits", test_limits);
    return g_test_run();
}
