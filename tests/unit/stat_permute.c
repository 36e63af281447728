/* Permutations of labels and sign flips. */
#include "stat/flip.h"
#include "stat/permute.h"
#include "stat/random.h"

#include "stat_reference.h"

/* Groups of (following, turns): the difference of the pooled shares of group 0 and 1. */
static double pooled_difference(const double *sums, const void *plan)
{
    (void)plan;
    return sums[0] / sums[1] - sums[2] / sums[3];
}

/* Groups of (value, 1): the difference of the groups' means. */
static double mean_difference(const double *sums, const void *plan)
{
    return pooled_difference(sums, plan);
}

/* Groups of (value, 1): the sum of squares between the three groups, but for a constant. */
static double between_three(const double *sums, const void *plan)
{
    double total = 0;
    (void)plan;
    for (gsize group = 0; group < 3; group++)
        total += sums[2 * group] * sums[2 * group] / sums[2 * group + 1];
    return total;
}

static double sum_itself(const double *sums, const void *plan)
{
    (void)plan;
    return sums[0];
}

static double never_defined(const double *sums, const void *plan)
{
    (void)sums;
    (void)plan;
    return (double)NAN;
}

static const struct resample_settings defaults = {.seed = 20220401, .replicates = 10000};

/* Vector B3 with pooled shares and with means of mentors' shares. */
static void test_clusters(void)
{
    struct reference reference = reference_read("tests/reference/stat_clusters.csv");
    struct reference rows = reference_read("tests/reference/stat_cluster8.csv");
    double counts[16];
    double shares[16];
    uint32_t labels[8];
    for (guint i = 0; i < 8; i++) {
        counts[2 * i] = reference_number(&rows, i, "following_turns");
        counts[2 * i + 1] = reference_number(&rows, i, "mentor_turns");
        shares[2 * i] = counts[2 * i] / counts[2 * i + 1];
        shares[2 * i + 1] = 1;
        labels[i] = strcmp(reference_cell(&rows, i, "condition"), "pre") == 0 ? 1 : 0;
    }
    struct permute_data data = {counts, 8, 2, labels, 2};
    struct arrange_statistic pooled = {pooled_difference, NULL};
    struct arrange_result result = permute_groups(&data, &pooled, &defaults);
    assert_reference(&reference, "pooled_difference", result.observed.value);
    assert_reference(&reference, "permutation_p_pooled", result.p.value);
    g_assert_cmpint(result.way, ==, ARRANGE_ALL);
    g_assert_cmpuint(result.total, ==, 70);
    g_assert_cmpuint(result.extreme, ==, 2);
    g_assert_cmpuint(result.observed.n, ==, 8);
    assert_near("smallest", result.smallest, 2. / 70, 1e-15);
    struct arrange_statistic means = {mean_difference, NULL};
    data.values = shares;
    result = permute_groups(&data, &means, &defaults);
    assert_reference(&reference, "permutation_p_mean", result.p.value);
    reference_free(&rows);
    reference_free(&reference);
}

/* Vector B4. */
static void test_pairs(void)
{
    struct reference reference = reference_read("tests/reference/stat_clusters.csv");
    struct reference rows = reference_read("tests/reference/stat_paired6.csv");
    double values[6];
    g_assert_cmpuint(rows.rows->len, ==, 6);
    for (guint i = 0; i < 6; i++)
        values[i] =
            reference_number(&rows, i, "post_following") /
                reference_number(&rows, i, "post_turns") -
            reference_number(&rows, i, "pre_following") / reference_number(&rows, i, "pre_turns");
    struct arrange_statistic sum = {sum_itself, NULL};
    struct arrange_result result = flip_signs(values, 6, 1, &sum, &defaults);
    assert_reference(&reference, "mean_difference", result.observed.value / 6);
    assert_reference(&reference, "signflip_p", result.p.value);
    g_assert_cmpuint(result.total, ==, 64);
    g_assert_cmpint(result.way, ==, ARRANGE_ALL);
    assert_near("smallest", result.smallest, 2. / 64, 1e-15);
    reference_free(&rows);
    reference_free(&reference);
}

static void test_three_groups(void)
{
    const double values[] = {1, 1, 2, 1, 3, 1, 10, 1, 11, 1, 20, 1, 21, 1};
    const uint32_t labels[] = {0, 0, 0, 1, 1, 2, 2};
    struct permute_data data = {values, 7, 2, labels, 3};
    struct arrange_statistic between = {between_three, NULL};
    struct arrange_result result = permute_groups(&data, &between, &defaults);
    g_assert_cmpuint(result.total, ==, 210); /* 7!/(3!·2!·2!) */
    g_assert_cmpuint(result.extreme, ==, 2); /* itself, and with the two pairs exchanged */
    assert_near("p", result.p.value, 2. / 210, 1e-15);
}

static void test_arrangements(void)
{
    g_assert_cmpuint(permute_arrangements((const size_t[]){4, 4}, 2), ==, 70);
    g_assert_cmpuint(permute_arrangements((const size_t[]){3, 2, 2}, 3), ==, 210);
    g_assert_cmpuint(permute_arrangements((const size_t[]){11, 11}, 2), ==, 705432);
    g_assert_cmpuint(permute_arrangements((const size_t[]){12, 12}, 2), ==, 0);
    g_assert_cmpuint(permute_arrangements((const size_t[]){1, 999999}, 2), ==, 1000000);
    g_assert_cmpuint(permute_arrangements((const size_t[]){1, 1000000}, 2), ==, 0);
    g_assert_cmpuint(permute_arrangements((const size_t[]){0, 5}, 2), ==, 1);
}

/* Twice n values on an offset of 1e9 in two groups; the second group is moved by shift. */
static void two_groups(double *values, uint32_t *labels, gsize n, double shift)
{
    struct random_stream stream;
    random_start(&stream, 5, n);
    for (gsize i = 0; i < 2 * n; i++) {
        labels[i] = i % 2;
        values[2 * i] = 1e9 + random_below(&stream, 1000) + (labels[i] == 1 ? shift : 0);
        values[2 * i + 1] = 1;
    }
}

/* Random dealing agrees with the full enumeration of nearly the same data, is the same for any
 * number of threads, and never gives 0. */
static void test_random(void)
{
    double values[400];
    uint32_t labels[200];
    struct arrange_statistic means = {mean_difference, NULL};
    struct permute_data data = {values, 200, 2, labels, 2};
    two_groups(values, labels, 100, 0);
    struct resample_settings settings = defaults;
    struct arrange_result one = permute_groups(&data, &means, &settings);
    g_assert_cmpint(one.way, ==, ARRANGE_RANDOM);
    g_assert_cmpuint(one.total, ==, 10000);
    assert_near("p", one.p.value, ((double)one.extreme + 1) / 10001, 1e-15);
    assert_near("smallest", one.smallest, 1. / 10001, 1e-15);
    double sum[2] = {0, 0};
    double square = 0;
    for (gsize i = 0; i < 200; i++)
        sum[labels[i]] += values[2 * i] - 1e9;
    double mean = (sum[0] + sum[1]) / 200;
    for (gsize i = 0; i < 200; i++)
        square += (values[2 * i] - 1e9 - mean) * (values[2 * i] - 1e9 - mean);
    double z = (sum[0] - sum[1]) / 100 / sqrt(square / 199 * 4 / 200);
    assert_near("normal approximation", one.p.value, erfc(fabs(z) / sqrt(2)), .02);
    for (settings.threads = 2; settings.threads < 9; settings.threads++) {
        struct arrange_result many = permute_groups(&data, &means, &settings);
        g_assert_cmpuint(many.extreme, ==, one.extreme);
    }
    two_groups(values, labels, 100, 5000);
    one = permute_groups(&data, &means, &defaults);
    assert_near("never 0", one.p.value, 1. / 10001, 1e-15);
}

/* 19 flips are enumerated, 20 drawn; both of the same distribution. */
static void test_flips(void)
{
    double values[100];
    struct arrange_statistic sum = {sum_itself, NULL};
    struct random_stream stream;
    random_start(&stream, 9, 0);
    for (gsize i = 0; i < 100; i++)
        values[i] = (double)random_below(&stream, 101) - 40;
    values[19] = 0;
    struct arrange_result all = flip_signs(values, 19, 1, &sum, &defaults);
    struct arrange_result drawn = flip_signs(values, 20, 1, &sum, &defaults);
    g_assert_cmpuint(all.total, ==, 1 << 19);
    g_assert_cmpint(drawn.way, ==, ARRANGE_RANDOM);
    assert_near("both ways", drawn.p.value, all.p.value, .02);
    struct resample_settings settings = defaults;
    struct arrange_result one = flip_signs(values, 100, 1, &sum, &settings);
    settings.threads = 5;
    g_assert_cmpuint(flip_signs(values, 100, 1, &sum, &settings).extreme, ==, one.extreme);
}

static void assert_none(struct arrange_result result, enum stat_reason reason)
{
    g_assert_true(isnan(result.p.value) && isnan(result.observed.value) && isnan(result.smallest));
    g_assert_cmpint(result.p.reason, ==, reason);
    g_assert_cmpint(result.observed.reason, ==, reason);
}

static void test_edges(void)
{
    const double values[] = {1, 1, 2, 1, 3, 1};
    const double missing[] = {1, 1, (double)NAN, 1, 3, 1};
    const double alike[] = {2, 1, 2, 1, 2, 1};
    const uint32_t labels[] = {0, 1, 1};
    const uint32_t same[] = {1, 1, 1};
    const uint32_t wrong[] = {0, 1, 2};
    struct arrange_statistic means = {mean_difference, NULL};
    struct arrange_statistic sum = {sum_itself, NULL};
    struct arrange_statistic never = {never_defined, NULL};
    struct permute_data data = {values, 3, 2, labels, 2};
    assert_none(permute_groups(&data, &never, &defaults), STAT_NOT_DEFINED);
    assert_none(permute_groups(&(struct permute_data){values, 0, 2, labels, 2}, &means, &defaults),
                STAT_TOO_FEW);
    assert_none(permute_groups(&(struct permute_data){values, 1, 2, labels, 2}, &means, &defaults),
                STAT_TOO_FEW);
    assert_none(permute_groups(&(struct permute_data){values, 3, 2, same, 2}, &means, &defaults),
                STAT_TOO_FEW);
    assert_none(permute_groups(&(struct permute_data){values, 3, 2, wrong, 2}, &means, &defaults),
                STAT_NOT_DEFINED);
    assert_none(permute_groups(&(struct permute_data){missing, 3, 2, labels, 2}, &means, &defaults),
                STAT_NOT_DEFINED);
    assert_none(flip_signs(values, 0, 1, &sum, &defaults), STAT_TOO_FEW);
    assert_none(flip_signs(missing, 3, 1, &sum, &defaults), STAT_NOT_DEFINED);
    assert_none(flip_signs(values, 3, 1, &never, &defaults), STAT_NOT_DEFINED);
    data.clusters = 2;
    assert_near("two clusters", permute_groups(&data, &means, &defaults).p.value, 1, 0);
    assert_near(
        "ties",
        permute_groups(&(struct permute_data){alike, 3, 2, labels, 2}, &means, &defaults).p.value,
        1, 0);
    assert_near("one flip", flip_signs(values, 1, 1, &sum, &defaults).p.value, 1, 0);
}

/* A group whose turns are all 0 after dealing has no share: such arrangements count as extreme. */
static void test_undefined(void)
{
    const double counts[] = {1, 2, 0, 0, 0, 0, 3, 4};
    const uint32_t labels[] = {0, 0, 1, 1};
    const uint32_t apart[] = {1, 0, 0, 1};
    struct arrange_statistic pooled = {pooled_difference, NULL};
    assert_none(permute_groups(&(struct permute_data){counts, 4, 2, apart, 2}, &pooled, &defaults),
                STAT_NOT_DEFINED);
    struct arrange_result result =
        permute_groups(&(struct permute_data){counts, 4, 2, labels, 2}, &pooled, &defaults);
    g_assert_cmpuint(result.total, ==, 6);
    g_assert_cmpuint(result.undefined, ==, 2);
    assert_near("p", result.p.value, 1, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/permute/clusters", test_clusters);
    g_test_add_func("/stat/permute/pairs", test_pairs);
    g_test_add_func("/stat/permute/three-groups", test_three_groups);
    g_test_add_func("/stat/permute/arrangements", test_arrangements);
    g_test_add_func("/stat/permute/random", test_random);
    g_test_add_func("/stat/permute/flips", test_flips);
    g_test_add_func("/stat/permute/edges", test_edges);
    g_test_add_func("/stat/permute/undefined", test_undefined);
    return g_test_run();
}
