/* The interval rule for clusters: which method, which limits, which reason. */
#include "stat/cluster.h"
#include "stat/interval.h"
#include "stat/order.h"

#include "stat_clusters.h"
#include "stat_reference.h"

static double median_position(const int64_t *sum, const void *plan)
{
    (void)plan;
    return order_lower_median_counts(sum, 2).value;
}

static bool has_turns(const int64_t *counts, const void *plan)
{
    (void)plan;
    return counts[1] > 0;
}

static void counts_read(int64_t *counts)
{
    struct reference rows = reference_read("tests/reference/stat_cluster8.csv");
    g_assert_cmpuint(rows.rows->len, ==, 8);
    for (guint i = 0; i < 8; i++) {
        counts[2 * i] = (int64_t)reference_number(&rows, i, "following_turns");
        counts[2 * i + 1] = (int64_t)reference_number(&rows, i, "mentor_turns");
    }
    reference_free(&rows);
}

static void test_jackknife(void)
{
    static const struct {
        const char *low;
        const char *high;
        struct cluster_statistic statistic;
    } cases[] = {
        {"jackknife_logit_low", "jackknife_logit_high", {.of = share, .scale = JACKKNIFE_LOGIT}},
        {"jackknife_log_low", "jackknife_log_high", {.of = rate, .scale = JACKKNIFE_LOG}},
        {"jackknife_plain_low", "jackknife_plain_high", {.of = share, .scale = JACKKNIFE_PLAIN}},
        {"jackknife_fisher_low",
         "jackknife_fisher_high",
         {.of = index_of, .scale = JACKKNIFE_FISHER}}};
    struct reference reference = reference_read("tests/reference/stat_clusters.csv");
    int64_t counts[16];
    counts_read(counts);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct cluster_interval result = interval_of(counts, 8, &cases[i].statistic);
        g_assert_cmpint(result.method, ==, CLUSTER_JACKKNIFE);
        assert_near("df", result.df, 7, 0);
        g_assert_cmpuint(result.value.n, ==, 8);
        g_assert_cmpuint(result.limits.n, ==, 8);
        g_assert_cmpuint(result.kept + result.dropped, ==, 0);
        assert_reference(&reference, cases[i].low, result.limits.low);
        assert_reference(&reference, cases[i].high, result.limits.high);
    }
    reference_free(&reference);
}

/* The herds of Lesnoff and others (2004): the published key's delete-one-herd standard error. */
static void test_herds(void)
{
    const char *path = "../shared/reference/vectors/cbpp_lesnoff2004.csv";
    if (!reference_there(path)) {
        g_test_skip("no ../shared");
        return;
    }
    struct reference rows = reference_read(path);
    int64_t counts[30] = {0};
    for (guint i = 0; i < rows.rows->len; i++) {
        gsize herd = (gsize)reference_number(&rows, i, "herd") - 1;
        counts[2 * herd] += (int64_t)reference_number(&rows, i, "incidence");
        counts[2 * herd + 1] += (int64_t)reference_number(&rows, i, "size");
    }
    struct cluster_statistic plain = {.of = share, .scale = JACKKNIFE_PLAIN};
    struct cluster_interval result = interval_of(counts, 15, &plain);
    assert_near("pooled", result.value.value, .117577197149644, 1e-12);
    assert_near("se", (result.limits.high - result.limits.low) / 2 / interval_t_quantile(14).value,
                .0230954170567228, 1e-12);
    reference_free(&rows);
}

static void test_few(void)
{
    const int64_t counts[] = {1, 2, 2, 5, 3, 5, 2, 4, 1, 3};
    struct cluster_statistic alpha = {.of = index_of, .scale = JACKKNIFE_FISHER, .minimum = 5};
    struct cluster_statistic median = {.of = median_position, .minimum = CLUSTER_BOOTSTRAP_FROM};
    struct cluster_interval none = interval_of(counts, 0, &share_statistic);
    assert_none(none, STAT_TOO_FEW);
    g_assert_cmpint(none.value.reason, ==, STAT_TOO_FEW);
    for (gsize clusters = 1; clusters < 3; clusters++) {
        none = interval_of(counts, clusters, &share_statistic);
        assert_none(none, STAT_TOO_FEW);
        g_assert_cmpuint(none.value.n, ==, clusters);
        g_assert_cmpint(none.value.reason, ==, STAT_FINE);
    }
    assert_near("value of 2", none.value.value, 3. / 7, 1e-15);
    g_assert_cmpint(interval_of(counts, 3, &share_statistic).method, ==, CLUSTER_JACKKNIFE);
    assert_none(interval_of(counts, 4, &alpha), STAT_TOO_FEW);
    g_assert_cmpint(interval_of(counts, 5, &alpha).method, ==, CLUSTER_JACKKNIFE);
    assert_none(interval_of(counts, 5, &median), STAT_TOO_FEW);
    assert_near("median", interval_of(counts, 5, &median).value.value, 1, 0);
}

static void test_none(void)
{
    const int64_t alike[] = {2, 5, 4, 10, 6, 15, 8, 20};
    const int64_t one_has[] = {0, 9, 0, 5, 2, 7, 0, 3};
    const int64_t empty[] = {0, 0, 0, 0, 0, 0};
    const int64_t least = 3;
    struct cluster_statistic rates = {.of = rate, .scale = JACKKNIFE_LOG};
    struct cluster_statistic rare = {.of = seldom, .plan = &least, .scale = JACKKNIFE_PLAIN};
    assert_none(interval_of(alike, 4, &share_statistic), STAT_NO_VARIATION);
    assert_none(interval_of(alike, 4, &rates), STAT_NO_VARIATION);
    assert_none(interval_of(one_has, 4, &share_statistic), STAT_NOT_DEFINED); /* logit of 0 */
    assert_none(interval_of(one_has, 4, &rates), STAT_NOT_DEFINED);
    assert_none(interval_of(one_has, 4, &rare), STAT_NOT_DEFINED);
    assert_none(interval_of(empty, 3, &share_statistic), STAT_NOT_DEFINED);
    const int64_t huge[] = {INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX};
    assert_none(interval_of(huge, 3, &share_statistic), STAT_NOT_DEFINED);
}

static void test_wilson(void)
{
    int64_t counts[80];
    for (gsize clusters = 2; clusters <= 40; clusters++)
        for (int64_t ones = 0; ones < 2; ones++) {
            for (gsize g = 0; g < clusters; g++) {
                counts[2 * g + 1] = 3 + (int64_t)g % 4;
                counts[2 * g] = ones * counts[2 * g + 1];
            }
            struct cluster_interval result = interval_of(counts, clusters, &share_statistic);
            if (clusters < 3) {
                assert_none(result, STAT_TOO_FEW);
                continue;
            }
            struct stat_interval wilson = interval_wilson(ones ? clusters : 0, clusters);
            g_assert_cmpint(result.method, ==, CLUSTER_WILSON);
            assert_near("low", result.limits.low, wilson.low, 0);
            assert_near("high", result.limits.high, wilson.high, 0);
            g_assert_true(isnan(result.df));
        }
}

/* Clusters that hold nothing of the statistic are not counted. */
static void test_holds(void)
{
    const int64_t counts[] = {1, 2, 0, 0, 2, 5, 0, 0, 3, 5, 0, 0};
    const int64_t without[] = {1, 2, 2, 5, 3, 5};
    struct cluster_statistic held = share_statistic;
    held.holds = has_turns;
    struct cluster_interval result = interval_of(counts, 6, &held);
    struct cluster_interval expected = interval_of(without, 3, &share_statistic);
    g_assert_cmpuint(result.value.n, ==, 3);
    assert_near("low", result.limits.low, expected.limits.low, 0);
    assert_near("high", result.limits.high, expected.limits.high, 0);
    assert_none(interval_of(counts, 4, &held), STAT_TOO_FEW);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/cluster/jackknife", test_jackknife);
    g_test_add_func("/stat/cluster/herds", test_herds);
    g_test_add_func("/stat/cluster/few", test_few);
    g_test_add_func("/stat/cluster/none", test_none);
    g_test_add_func("/stat/cluster/wilson", test_wilson);
    g_test_add_func("/stat/cluster/holds", test_holds);
    return g_test_run();
}
