/* The mean of scores over persons. For one score a person the jackknife is Student's interval
 * (Efron & Tibshirani 1993, eq. 11.5); others were computed in Python by the formula. */
#include "stat/scores.h"

#include "stat/interval.h"

#include "stat_reference.h"

static const size_t apart[] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14,
                               15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29};

static struct cluster_interval mean(const double *values, const size_t *persons, size_t n,
                                    size_t count)
{
    struct resample_settings settings = RESAMPLE_DEFAULTS;
    return scores_mean(values, persons, n, count, (struct scores_bounds){NAN, NAN}, &settings);
}

static void check_student(const double *values, size_t n, double tolerance)
{
    struct cluster_interval score = mean(values, apart, n, n);
    struct stat_interval student = interval_mean(values, n, INTERVAL_ANY);
    g_assert_cmpint(score.method, ==, CLUSTER_JACKKNIFE);
    g_assert_cmpuint(score.limits.n, ==, n);
    assert_near("low", score.limits.low, student.low, tolerance);
    assert_near("high", score.limits.high, student.high, tolerance);
}

static void test_one_each(void)
{
    check_student((const double[]){1, 2, 4}, 3, 1e-12);
    check_student((const double[]){1, 5, 4, 4, 2, 3, 3, 5}, 8, 1e-12);
    check_student((const double[]){10.0 / 3, 3.25, 1.1, 4.9, 11.0 / 7}, 5, 1e-10);
    check_student((const double[]){-1e-9, 2e-9, 1e-9}, 3, 1e-18);
    check_student((const double[]){1e9 + 1, 1e9 + 2, 1e9 + 4}, 3, 1e-6);
    check_student((const double[]){-1e300, 2e299, 7e299}, 3, 1e289);
}

/* Persons gave 2, 1 and 3 answers, a fourth none: mean 19/6; left out one by one 14/4, 15/5, 9/3;
 * t(2) = √(2·.95²/(1 − .95²)). */
static void test_several_each(void)
{
    const double values[] = {1, 4, 4, 2, 3, 5};
    const size_t persons[] = {0, 0, 1, 2, 2, 2};
    const double without[] = {3.5, 3, 3};
    double middle = 9.5 / 3;
    double squares = 0;
    for (size_t i = 0; i < 3; i++)
        squares += (without[i] - middle) * (without[i] - middle);
    double reach = sqrt(2 * .9025 / .0975) * sqrt(2.0 / 3 * squares);
    struct cluster_interval score = mean(values, persons, 6, 4);
    assert_near("mean", score.value.value, 19.0 / 6, 1e-15);
    g_assert_cmpuint(score.value.n, ==, 3);
    assert_near("low", score.limits.low, 19.0 / 6 - reach, 1e-12);
    assert_near("high", score.limits.high, 19.0 / 6 + reach, 1e-12);
}

static void test_too_few(void)
{
    struct cluster_interval score = mean((const double[]){0}, apart, 0, 0);
    g_assert_cmpint(score.value.reason, ==, STAT_TOO_FEW);
    for (size_t n = 1; n < 3; n++) {
        score = mean((const double[]){2, 5}, apart, n, n);
        g_assert_cmpint(score.value.reason, ==, STAT_FINE);
        assert_near("mean", score.value.value, n == 1 ? 2 : 3.5, 0);
        g_assert_cmpint(score.limits.reason, ==, STAT_TOO_FEW);
        g_assert_true(isnan(score.limits.low) && isnan(score.limits.high));
    }
}

static void test_alike(void)
{
    double values[30];
    for (size_t i = 0; i < 30; i++)
        values[i] = 4.1;
    for (size_t n = 3; n <= 30; n += 27) {
        struct cluster_interval score = mean(values, apart, n, n);
        assert_near("mean", score.value.value, 4.1, 0);
        g_assert_cmpint(score.limits.reason, ==, STAT_NO_VARIATION);
        g_assert_true(isnan(score.limits.low));
    }
}

/* From 30 persons on the bootstrap: its limits move with the answers, to the bit where steps are
 * whole, and lie near Student's. */
static void test_thirty(void)
{
    double values[30];
    double moved[30];
    for (size_t i = 0; i < 30; i++) {
        values[i] = (double)(i * 7 % 5);
        moved[i] = values[i] + 1e9;
    }
    struct stat_interval student = interval_mean(values, 30, INTERVAL_ANY);
    struct cluster_interval score = mean(values, apart, 30, 30);
    struct cluster_interval offset = mean(moved, apart, 30, 30);
    g_assert_cmpint(score.method, ==, CLUSTER_BOOTSTRAP);
    g_assert_cmpuint(score.kept, ==, 10000);
    assert_near("low", score.limits.low, student.low, .05);
    assert_near("high", score.limits.high, student.high, .05);
    assert_near("moved low", offset.limits.low - 1e9, score.limits.low, 1e-6);
    assert_near("moved mean", offset.value.value - 1e9, score.value.value, 1e-6);
}

static void test_not_finite(void)
{
    struct cluster_interval score = mean((const double[]){1, NAN, 2}, apart, 3, 3);
    g_assert_cmpint(score.value.reason, ==, STAT_NOT_DEFINED);
    g_assert_cmpint(score.limits.reason, ==, STAT_NOT_DEFINED);
}

/* Limits do not leave the scale: 1 3 5 has 3 ± 4.97. */
static void test_bounds(void)
{
    struct resample_settings settings = RESAMPLE_DEFAULTS;
    const double values[] = {1, 3, 5};
    struct cluster_interval score =
        scores_mean(values, apart, 3, 3, (struct scores_bounds){1, 5}, &settings);
    assert_near("low", score.limits.low, 1, 0);
    assert_near("high", score.limits.high, 5, 0);
    score = scores_mean(values, apart, 3, 3, (struct scores_bounds){-9, NAN}, &settings);
    assert_near("low", score.limits.low, 3 - sqrt(2 * .9025 / .0975) * 2 / sqrt(3), 1e-12);
}

static void test_person(void)
{
    const double answers[] = {5, 4, 3, 1};
    assert_near("turned", scores_turn(2, 1, 5), 4, 0);
    assert_near("turned twice", scores_turn(scores_turn(6, 0, 6), 0, 6), 6, 0);
    assert_near("score", scores_person(answers, 4, 4).value, 3.25, 0);
    assert_near("score", scores_person(answers, 3, 2).value, 4, 0);
    g_assert_cmpint(scores_person(answers, 3, 4).reason, ==, STAT_TOO_FEW);
    g_assert_true(isnan(scores_person(answers, 3, 4).value));
    g_assert_cmpint(scores_person(answers, 0, 0).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(scores_person((const double[]){1, NAN}, 2, 1).reason, ==, STAT_NOT_DEFINED);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/scores/one-each", test_one_each);
    g_test_add_func("/stat/scores/several-each", test_several_each);
    g_test_add_func("/stat/scores/too-few", test_too_few);
    g_test_add_func("/stat/scores/alike", test_alike);
    g_test_add_func("/stat/scores/thirty", test_thirty);
    g_test_add_func("/stat/scores/not-finite", test_not_finite);
    g_test_add_func("/stat/scores/bounds", test_bounds);
    g_test_add_func("/stat/scores/person", test_person);
    return g_test_run();
}
