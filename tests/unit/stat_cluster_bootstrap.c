/* The interval rule from 30 clusters on: percentiles, shared draws, dropped replicates. */
#include "stat/cluster.h"
#include "stat/order.h"

#include "stat_clusters.h"
#include "stat_reference.h"

static void test_bootstrap(void)
{
    int64_t counts[80];
    many_clusters(counts, 40);
    struct resample_data data = {counts, 40, 2};
    struct resample_statistic plain = {share, NULL};
    double *values = g_new(double, 10000);
    g_assert_true(resample_bootstrap(&data, &plain, 1, &defaults, values));
    struct stat_interval expected = order_percentile_limits(values, 10000);
    struct cluster_interval result = interval_of(counts, 40, &share_statistic);
    g_assert_cmpint(result.method, ==, CLUSTER_BOOTSTRAP);
    g_assert_cmpuint(result.kept, ==, 10000);
    g_assert_cmpuint(result.limits.n, ==, 40);
    g_assert_true(isnan(result.df));
    assert_near("low", result.limits.low, expected.low, 0);
    assert_near("high", result.limits.high, expected.high, 0);
    g_assert_cmpint(interval_of(counts, 29, &share_statistic).method, ==, CLUSTER_JACKKNIFE);
    g_assert_cmpint(interval_of(counts, 30, &share_statistic).method, ==, CLUSTER_BOOTSTRAP);
    g_free(values);
}

/* Statistic i of 70 has its own limits, whatever block it stands in and however many threads. */
static void test_many(void)
{
    int64_t counts[80];
    struct cluster_statistic statistics[70];
    struct cluster_interval results[70];
    many_clusters(counts, 40);
    struct resample_data data = {counts, 40, 2};
    struct resample_settings settings = {.seed = 20220401, .replicates = 10000, .threads = 3};
    for (gsize i = 0; i < 70; i++)
        statistics[i] = i % 3 == 0 ? share_statistic
                                   : (struct cluster_statistic){.of = i % 3 == 1 ? rate : index_of};
    cluster_intervals(&data, statistics, 70, &settings, results);
    for (gsize i = 0; i < 70; i++) {
        struct cluster_interval alone = interval_of(counts, 40, &statistics[i]);
        assert_near("low", results[i].limits.low, alone.limits.low, 0);
        assert_near("high", results[i].limits.high, alone.limits.high, 0);
    }
}

static double first_sum(const int64_t *sum, const void *plan)
{
    (void)plan;
    return (double)sum[0];
}

/* Undefined replicates are dropped up to exactly 5 % of them; one more, and there are no limits. */
static void test_dropped(void)
{
    int64_t counts[80];
    int64_t least = 0;
    many_clusters(counts, 40);
    struct cluster_statistic rare = {.of = seldom, .plan = &least, .scale = JACKKNIFE_PLAIN};
    struct resample_statistic plain = {first_sum, NULL};
    double *sums = g_new(double, 10000);
    g_assert_true(
        resample_bootstrap(&(struct resample_data){counts, 40, 2}, &plain, 1, &defaults, sums));
    gsize below = 0;
    for (least = (int64_t)order_select(sums, 10000, 500); below <= 500; least++) {
        below = 0;
        for (gsize i = 0; i < 10000; i++)
            below += sums[i] < (double)least;
        struct cluster_interval result = interval_of(counts, 40, &rare);
        g_assert_cmpuint(result.dropped, ==, below);
        g_assert_cmpuint(result.kept, ==, 10000 - below);
        g_assert_cmpint(result.value.reason, ==, STAT_FINE);
        g_assert_cmpint(result.method, ==, below <= 500 ? CLUSTER_BOOTSTRAP : CLUSTER_NONE);
        if (below > 500)
            assert_none(result, STAT_NOT_DEFINED);
    }
    g_assert_cmpuint(below, <, 600);
    g_free(sums);
}

static void test_replicates_alike(void)
{
    int64_t counts[80];
    for (gsize g = 0; g < 40; g++)
        counts[2 * g + 1] = 2 * (counts[2 * g] = 1 + (int64_t)g);
    assert_none(interval_of(counts, 40, &share_statistic), STAT_NO_VARIATION);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/cluster-bootstrap/percentiles", test_bootstrap);
    g_test_add_func("/stat/cluster-bootstrap/many", test_many);
    g_test_add_func("/stat/cluster-bootstrap/dropped", test_dropped);
    g_test_add_func("/stat/cluster-bootstrap/replicates-alike", test_replicates_alike);
    return g_test_run();
}
