/* Intervals of shares, differences, means, and persons within wpb's. */
#include "stat/interval.h"

#include "stat_reference.h"

static const int64_t persons_k[] = {3, 2, 4, 0, 1};
static const int64_t persons_n[] = {4, 5, 4, 3, 6};

/* An empty cell is 0. */
static size_t cell_count(const struct reference *reference, guint row, const char *column)
{
    const char *cell = reference_cell(reference, row, column);
    return *cell == '\0' ? 0 : (size_t)g_ascii_strtoull(cell, NULL, 10);
}

/* The statistic of one row of stat_intervals.csv. */
static double row_value(const struct reference *reference, guint row)
{
    const char *statistic = reference_cell(reference, row, "statistic");
    size_t k_1 = cell_count(reference, row, "k_1");
    size_t n_1 = cell_count(reference, row, "n_1");
    gboolean low = g_str_has_suffix(statistic, "lower");
    struct stat_interval limits = stat_no_limits(0, STAT_NOT_DEFINED);
    if (g_str_has_prefix(statistic, "wilson"))
        limits = interval_wilson(k_1, n_1);
    else if (g_str_has_prefix(statistic, "clopper"))
        limits = interval_clopper_pearson(k_1, n_1);
    else if (g_str_has_prefix(statistic, "newcombe"))
        limits = interval_difference(k_1, n_1, cell_count(reference, row, "k_2"),
                                     cell_count(reference, row, "n_2"));
    else if (strcmp(statistic, "normal_quantile") == 0)
        return interval_normal_quantile(reference_number(reference, row, "k_1")).value;
    else if (strcmp(statistic, "t_quantile") == 0)
        return interval_t_quantile((double)k_1).value;
    else if (strcmp(statistic, "persons_deff") == 0)
        return interval_persons_within(persons_k, persons_n, 5).deff;
    else if (g_str_has_prefix(statistic, "persons"))
        limits = interval_persons_within(persons_k, persons_n, 5).limits;
    else if (g_str_has_prefix(statistic, "nobody"))
        limits = interval_persons_within((const int64_t[]){0, 0, 0, 0, 0}, persons_n, 5).limits;
    g_assert_cmpint(limits.reason, ==, STAT_FINE);
    return low ? limits.low : limits.high;
}

static void test_reference(void)
{
    struct reference reference = reference_read("tests/reference/stat_intervals.csv");
    g_assert_cmpuint(reference.rows->len, ==, 38);
    for (guint row = 0; row < reference.rows->len; row++) {
        char *what = g_strjoinv(",", (char **)g_ptr_array_index(reference.rows, row));
        assert_near(what, row_value(&reference, row), reference_number(&reference, row, "expected"),
                    reference_number(&reference, row, "tolerance"));
        g_free(what);
    }
    reference_free(&reference);
}

static void assert_none(struct stat_interval limits, enum stat_reason reason)
{
    g_assert_true(isnan(limits.low) && isnan(limits.high));
    g_assert_cmpint(limits.reason, ==, reason);
}

static void test_shares(void)
{
    assert_none(interval_wilson(0, 0), STAT_TOO_FEW);
    assert_none(interval_wilson(3, 2), STAT_NOT_DEFINED);
    assert_none(interval_wilson_effective(.5, 0), STAT_TOO_FEW);
    assert_none(interval_wilson_effective(1.1, 5), STAT_NOT_DEFINED);
    assert_none(interval_wilson_effective((double)NAN, 5), STAT_NOT_DEFINED);
    assert_none(interval_wilson_effective(.5, (double)NAN), STAT_NOT_DEFINED);
    assert_none(interval_clopper_pearson(0, 0), STAT_TOO_FEW);
    assert_none(interval_clopper_pearson(2, 1), STAT_NOT_DEFINED);
    assert_none(interval_difference(0, 0, 1, 2), STAT_TOO_FEW);
    assert_none(interval_difference(1, 2, 0, 0), STAT_TOO_FEW);
    assert_none(interval_difference(3, 2, 1, 2), STAT_NOT_DEFINED);
    for (size_t n = 1; n <= 1000; n += n < 12 ? 1 : 247) {
        assert_near("0 of n", interval_wilson(0, n).low, 0, 0);
        assert_near("n of n", interval_wilson(n, n).high, 1, 0);
        assert_near("0 of n", interval_clopper_pearson(0, n).low, 0, 0);
        assert_near("n of n", interval_clopper_pearson(n, n).high, 1, 0);
        for (size_t k = 0; k <= n; k++) {
            struct stat_interval limits = interval_wilson(k, n);
            g_assert_true(limits.low <= (double)k / (double)n &&
                          (double)k / (double)n <= limits.high);
            g_assert_cmpuint(limits.n, ==, n);
            g_assert_cmpfloat(interval_clopper_pearson(k, n).low, <=, limits.high);
        }
    }
    struct stat_interval large = interval_wilson(500000000, 1000000000);
    assert_near("1e9", large.high - large.low, 2 * 1.959963984540054 * .5 / sqrt(1e9), 1e-12);
    struct stat_interval extreme = interval_difference(5, 5, 0, 5);
    assert_near("1 - 0", extreme.high, 1, 0);
}

static void test_quantiles(void)
{
    g_assert_cmpint(interval_normal_quantile(0).reason, ==, STAT_NOT_DEFINED);
    g_assert_cmpint(interval_normal_quantile(1).reason, ==, STAT_NOT_DEFINED);
    g_assert_cmpint(interval_normal_quantile((double)NAN).reason, ==, STAT_NOT_DEFINED);
    g_assert_cmpint(interval_t_quantile(0).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(interval_t_quantile((double)NAN).reason, ==, STAT_TOO_FEW);
}

static void test_mean(void)
{
    struct reference reference = reference_read("tests/reference/stat_clusters.csv");
    const double x[] = {3. / 20, 5. / 18, 2. / 25, 6. / 22, 9. / 21, 7. / 19, 12. / 24, 8. / 23};
    struct stat_interval limits = interval_mean(x, 8, INTERVAL_SHARES);
    assert_reference(&reference, "mean_low", limits.low);
    assert_reference(&reference, "mean_high", limits.high);
    reference_free(&reference);
    const double wide[] = {0, 0, 1};
    const double alike[] = {.1, .1, .1, .1};
    const double missing[] = {1, 2, (double)NAN};
    const double offset[] = {1e9 + 1, 1e9 + 2, 1e9 + 3};
    assert_none(interval_mean(wide, 0, INTERVAL_ANY), STAT_TOO_FEW);
    assert_none(interval_mean(wide, 1, INTERVAL_ANY), STAT_TOO_FEW);
    assert_none(interval_mean(wide, 2, INTERVAL_ANY), STAT_TOO_FEW);
    assert_none(interval_mean(alike, 4, INTERVAL_SHARES), STAT_NO_VARIATION);
    assert_none(interval_mean(missing, 3, INTERVAL_ANY), STAT_NOT_DEFINED);
    assert_near("cut", interval_mean(wide, 3, INTERVAL_SHARES).low, 0, 0);
    assert_near("cut", interval_mean(wide, 3, INTERVAL_SHARES).high, 1, 0);
    g_assert_cmpfloat(interval_mean(wide, 3, INTERVAL_ANY).low, <, 0);
    limits = interval_mean(offset, 3, INTERVAL_ANY);
    assert_near("offset", limits.high - 1e9, 2 + 4.302652729749462 / sqrt(3), 1e-6);
}

static void test_persons(void)
{
    const int64_t k[] = {1, 2, 0, 3, 0};
    const int64_t n[] = {4, 4, 0, 4, 4};
    struct interval_persons within = interval_persons_within(k, n, 5);
    g_assert_cmpuint(within.limits.n, ==, 16);
    assert_near(
        "an empty wpb counts for nothing", within.deff,
        interval_persons_within((const int64_t[]){1, 2, 3, 0}, (const int64_t[]){4, 4, 4, 4}, 4)
            .deff,
        0);
    const int64_t even[] = {2, 2, 2};
    const int64_t four[] = {4, 4, 4};
    within = interval_persons_within(even, four, 3);
    assert_near("no more even than even", within.deff, 1, 0);
    assert_near("as if independent", within.limits.low, interval_wilson(6, 12).low, 1e-15);
    within = interval_persons_within(four, four, 3);
    assert_near("all", within.effective, 3, 0);
    assert_near("all", within.limits.low, interval_wilson(3, 3).low, 1e-15);
    assert_near("all", within.limits.high, 1, 0);
    assert_none(interval_persons_within(k, n, 0).limits, STAT_TOO_FEW);
    assert_none(interval_persons_within(k, n, 2).limits, STAT_TOO_FEW);
    assert_none(interval_persons_within(k, n, 3).limits, STAT_TOO_FEW);
    assert_none(interval_persons_within(four, even, 3).limits, STAT_NOT_DEFINED);
    assert_none(interval_persons_within((const int64_t[]){-1, 1, 1}, even, 3).limits,
                STAT_NOT_DEFINED);
}

/* Weil (1970): live young rats of 16 litters a group; the design effects of the invented key. */
static void test_litters(void)
{
    const char *path = "../shared/reference/vectors/weil1970_rats_32clusters.csv";
    if (!reference_there(path)) {
        g_test_skip("no ../shared");
        return;
    }
    static const double expected[] = {1.23249539430677, 3.95286062596407};
    struct reference data = reference_read(path);
    for (gsize group = 0; group < 2; group++) {
        int64_t k[32];
        int64_t n[32];
        gsize litters = 0;
        for (guint row = 0; row < data.rows->len; row++)
            if (strcmp(reference_cell(&data, row, "group"), group == 0 ? "CTRL" : "TREAT") == 0) {
                k[litters] = (int64_t)reference_number(&data, row, "y");
                n[litters++] = (int64_t)reference_number(&data, row, "n");
            }
        assert_near("deff", interval_persons_within(k, n, litters).deff, expected[group], 1e-12);
    }
    reference_free(&data);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/interval/reference", test_reference);
    g_test_add_func("/stat/interval/shares", test_shares);
    g_test_add_func("/stat/interval/quantiles", test_quantiles);
    g_test_add_func("/stat/interval/mean", test_mean);
    g_test_add_func("/stat/interval/persons", test_persons);
    g_test_add_func("/stat/interval/litters", test_litters);
    return g_test_run();
}
