/* Intervals of agreement over conversations. */
#include "stat/random.h"

#include "stat_coefficients.h"

static const struct resample_settings settings = {.seed = 20220401, .replicates = 2000};

/* Units dealt over clusters: unit i to cluster i mod count. */
static struct ratings clustered(const struct coded *coded, uint32_t *cluster, gsize count)
{
    struct ratings ratings = coded_ratings(coded);
    for (gsize i = 0; i < coded->units; i++)
        cluster[i] = (uint32_t)(i % count);
    ratings.cluster = cluster;
    ratings.clusters = count;
    return ratings;
}

static struct cluster_interval interval_of(const struct ratings *ratings,
                                           const struct agreement_coefficient *coefficient,
                                           unsigned threads)
{
    struct resample_settings own = settings;
    struct cluster_interval result;
    struct rating_pairs pairs;
    own.threads = threads;
    rating_pairs_collapse(&pairs, ratings, RATING_PAIRS_WITH_MARGINS);
    agreement_intervals(&pairs, coefficient, 1, &own, &result);
    rating_pairs_free(&pairs);
    return result;
}

/* The value without one cluster. */
static double without(const struct coded *coded, const struct ratings *ratings, uint32_t left,
                      const struct agreement_coefficient *coefficient)
{
    struct coded some = *coded;
    some.codes = g_new(int32_t, coded->units * coded->coders + 1);
    some.units = 0;
    for (gsize i = 0; i < coded->units; i++) {
        if (ratings->cluster[i] == left)
            continue;
        memcpy(some.codes + some.units++ * coded->coders, coded->codes + i * coded->coders,
               coded->coders * sizeof *coded->codes);
    }
    double value = coded_value(&some, *coefficient).value;
    g_free(some.codes);
    return value;
}

/* Design section 10 done by hand: the jackknife on Fisher's z with t(G − 1). */
static void test_jackknife(void)
{
    static const enum agreement_kind kinds[] = {AGREEMENT_FLEISS, AGREEMENT_CONGER, AGREEMENT_ALPHA,
                                                AGREEMENT_GWET, AGREEMENT_BRENNAN_PREDIGER};
    uint32_t cluster[80];
    struct coded coded = coded_random(80, 3, 4, TRUE, 11);
    struct ratings ratings = clustered(&coded, cluster, 8);
    for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++) {
        struct agreement_coefficient coefficient = {.kind = kinds[k], .metric = AGREEMENT_ORDINAL};
        double t[8];
        double mean = 0;
        double squares = 0;
        for (uint32_t g = 0; g < 8; g++) {
            t[g] = atanh(without(&coded, &ratings, g, &coefficient));
            mean += t[g] / 8;
        }
        for (gsize g = 0; g < 8; g++)
            squares += (t[g] - mean) * (t[g] - mean);
        double all = coded_value(&coded, coefficient).value;
        double reach = 2.364624251592785 * sqrt(7. / 8 * squares);
        struct cluster_interval result = interval_of(&ratings, &coefficient, 1);
        g_assert_cmpint(result.method, ==, CLUSTER_JACKKNIFE);
        assert_near("value", result.value.value, all, 1e-12);
        assert_near("low", result.limits.low, tanh(atanh(all) - reach), 1e-10);
        assert_near("high", result.limits.high, tanh(atanh(all) + reach), 1e-10);
    }
    coded_free(&coded);
}

static void test_clusters(void)
{
    uint32_t cluster[120];
    struct coded coded = coded_random(120, 3, 4, TRUE, 12);
    struct agreement_coefficient alpha = {.kind = AGREEMENT_ALPHA};
    struct agreement_coefficient percent = {.kind = AGREEMENT_PERCENT};
    struct ratings ratings = clustered(&coded, cluster, 4);
    struct cluster_interval few = interval_of(&ratings, &alpha, 1);
    g_assert_cmpint(few.limits.reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(few.value.reason, ==, STAT_FINE);
    struct cluster_interval share = interval_of(&ratings, &percent, 1);
    g_assert_cmpint(share.method, ==, CLUSTER_JACKKNIFE);
    ratings = clustered(&coded, cluster, 40);
    struct cluster_interval many = interval_of(&ratings, &alpha, 1);
    g_assert_cmpint(many.method, ==, CLUSTER_BOOTSTRAP);
    g_assert_cmpfloat(many.limits.low, <, many.value.value);
    g_assert_cmpfloat(many.limits.high, >, many.value.value);
    struct cluster_interval threads = interval_of(&ratings, &alpha, 3);
    assert_near("threads", threads.limits.low, many.limits.low, 0);
    assert_near("threads", threads.limits.high, many.limits.high, 0);
    for (gsize i = 0; i < coded.units; i++) /* in one conversation nobody is the second coder */
        if (cluster[i] == 7)
            coded.codes[3 * i + 1] = coded.codes[3 * i + 2] = RATINGS_MISSING;
    many = interval_of(&ratings, &alpha, 1);
    g_assert_cmpuint(many.value.n, ==, 39);
    coded_free(&coded);
}

/* Where the value is missing, value and limits say why; a share of 1 has Wilson's limits. */
static void test_reasons(void)
{
    uint32_t cluster[60];
    struct coded coded = coded_random(60, 2, 3, FALSE, 13);
    struct ratings ratings = clustered(&coded, cluster, 35);
    struct agreement_coefficient percent = {.kind = AGREEMENT_PERCENT};
    struct agreement_coefficient pabak = {.kind = AGREEMENT_PABAK};
    struct agreement_coefficient alpha = {.kind = AGREEMENT_ALPHA};
    struct cluster_interval none = interval_of(&ratings, &pabak, 1);
    g_assert_cmpint(none.value.reason, ==, STAT_NOT_DEFINED);
    for (gsize i = 0; i < 120; i++)
        coded.codes[i] = 1;
    none = interval_of(&ratings, &alpha, 1);
    g_assert_cmpint(none.value.reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(none.limits.reason, ==, STAT_NO_VARIATION);
    struct cluster_interval share = interval_of(&ratings, &percent, 1);
    g_assert_cmpint(share.method, ==, CLUSTER_WILSON);
    for (gsize i = 0; i < 120; i++)
        coded.codes[i] = RATINGS_MISSING;
    none = interval_of(&ratings, &alpha, 1);
    g_assert_cmpint(none.value.reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(none.limits.reason, ==, STAT_TOO_FEW);
    coded_free(&coded);
}

/* Two coders by their table and by pairs: the same draws, the same interval. */
static void test_kappa(void)
{
    uint32_t cluster[90];
    struct coded coded = coded_random(90, 2, 4, FALSE, 14);
    struct ratings ratings = clustered(&coded, cluster, 45);
    struct agreement_coefficient conger = {.kind = AGREEMENT_CONGER};
    static const struct kappa_coefficient kappas[] = {
        {KAPPA_COHEN, NULL}, {KAPPA_PI, NULL}, {KAPPA_PERCENT, NULL}, {KAPPA_LARGEST, NULL}};
    struct cluster_interval results[4];
    struct kappa_table table;
    kappa_collapse(&table, &ratings, 0, 1);
    kappa_intervals(&table, kappas, 4, &settings, results);
    kappa_free(&table);
    struct cluster_interval several = interval_of(&ratings, &conger, 1);
    assert_near("low", results[0].limits.low, several.limits.low, 1e-12);
    assert_near("high", results[0].limits.high, several.limits.high, 1e-12);
    for (gsize i = 0; i < 4; i++) {
        g_assert_cmpint(results[i].limits.reason, ==, STAT_FINE);
        g_assert_cmpfloat(results[i].limits.low, <, results[i].limits.high);
        g_assert_cmpuint(results[i].value.n, ==, 45);
    }
    for (gsize i = 0; i < 90; i++)
        coded.codes[2 * i + 1] = 2;
    kappa_collapse(&table, &ratings, 0, 1);
    kappa_intervals(&table, kappas, 4, &settings, results);
    kappa_free(&table);
    g_assert_cmpint(results[0].value.reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(results[0].limits.reason, ==, STAT_NO_VARIATION);
    coded_free(&coded);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/agreement/jackknife", test_jackknife);
    g_test_add_func("/stat/agreement/clusters", test_clusters);
    g_test_add_func("/stat/agreement/reasons", test_reasons);
    g_test_add_func("/stat/agreement/kappa", test_kappa);
    return g_test_run();
}
