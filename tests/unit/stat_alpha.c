/* Alpha and its company on ten invented persons and five items; expected values from numpy.cov and
 * numpy.corrcoef by the formulas of stat/alpha.h. */
#include "stat/alpha.h"

#include "stat_reference.h"

enum { PERSONS = 10, ITEMS = 5 };

static const double answers[PERSONS * ITEMS] = {
    1, 2, 2, 3, 1, 2, 2, 3, 3, 2, 3, 3, 3, 4, 4, 4, 5, 4, 4, 3, 5, 4, 5, 5, 4,
    2, 1, 2, 2, 3, 3, 4, 2, 5, 3, 4, 4, 5, 3, 5, 1, 2, 1, 2, 2, 5, 5, 4, 4, 5,
};

static struct covariance listwise(const double *values, size_t persons, size_t items)
{
    return covariance_of(values, persons, items, COVARIANCE_LISTWISE);
}

static void assert_missing(struct stat_value value, enum stat_reason reason)
{
    g_assert_true(isnan(value.value));
    g_assert_cmpint(value.reason, ==, reason);
}

/* The values of ten persons, whatever is added to all answers. */
static void check_ten(double offset)
{
    const double rest[] = {.9718419337454248, .8334725005576391, .7991617974454724,
                           .6375355777548622, .7486727089337937};
    const double without[] = {.8635658914728681, .8949199721642311, .9019807008633824,
                              .9313261648745519, .9118028534370947};
    double values[PERSONS * ITEMS];
    for (size_t i = 0; i < PERSONS * ITEMS; i++)
        values[i] = offset + answers[i];
    struct covariance covariance = listwise(values, PERSONS, ITEMS);
    g_assert_cmpuint(covariance.n, ==, PERSONS);
    assert_near("alpha", alpha_raw(&covariance).value, .9207516339869282, 1e-12);
    assert_near("standard", alpha_standard(&covariance).value, .9185140378357686, 1e-12);
    assert_near("mean r", alpha_mean_correlation(&covariance).value, .6927246872227277, 1e-12);
    for (size_t i = 0; i < ITEMS; i++) {
        assert_near("rest", alpha_item_rest(&covariance, i).value, rest[i], 1e-12);
        assert_near("without", alpha_without(&covariance, i).value, without[i], 1e-12);
    }
    covariance_free(&covariance);
}

static void test_ten(void)
{
    check_ten(0);
    check_ten(1e9);
    check_ten(-1e9);
}

/* Two persons, two items: (1, 2), (3, 3): variances 2 and .5, covariance 1; alpha = 2(1 - 2.5/4.5).
 */
static void test_two(void)
{
    const double values[] = {1, 2, 3, 3};
    struct covariance covariance = listwise(values, 2, 2);
    assert_near("alpha", alpha_raw(&covariance).value, 8.0 / 9, 1e-15);
    assert_near("standard", alpha_standard(&covariance).value, 1, 1e-15);
    assert_near("rest", alpha_item_rest(&covariance, 0).value, 1, 1e-15);
    assert_missing(alpha_without(&covariance, 0), STAT_TOO_FEW);
    covariance_free(&covariance);
}

static void test_too_few(void)
{
    for (size_t persons = 0; persons < 2; persons++) {
        struct covariance covariance = listwise(answers, persons, ITEMS);
        assert_missing(alpha_raw(&covariance), STAT_TOO_FEW);
        assert_missing(alpha_standard(&covariance), STAT_TOO_FEW);
        assert_missing(alpha_item_rest(&covariance, 0), STAT_TOO_FEW);
        covariance_free(&covariance);
    }
    struct covariance one = listwise(answers, PERSONS * ITEMS, 1);
    assert_missing(alpha_raw(&one), STAT_TOO_FEW);
    assert_missing(alpha_standard(&one), STAT_TOO_FEW);
    assert_missing(alpha_item_rest(&one, 0), STAT_TOO_FEW);
    covariance_free(&one);
    struct covariance none = listwise(answers, PERSONS, 0);
    assert_missing(alpha_raw(&none), STAT_TOO_FEW);
    covariance_free(&none);
}

/* Everybody answered the same: torture s04. One item alike leaves raw alpha, not the standard one.
 */
static void test_no_variation(void)
{
    const double alike[] = {4, 4, 4, 4, 4, 4, 4, 4, 4};
    const double one[] = {4, 1, 2, 4, 2, 3, 4, 3, 5};
    const double opposed[] = {1, 5, 2, 4, 4, 2, 5, 1};
    struct covariance covariance = listwise(alike, 3, 3);
    assert_missing(alpha_raw(&covariance), STAT_NO_VARIATION);
    assert_missing(alpha_standard(&covariance), STAT_NO_VARIATION);
    assert_missing(alpha_item_rest(&covariance, 1), STAT_NO_VARIATION);
    assert_missing(alpha_without(&covariance, 1), STAT_NO_VARIATION);
    covariance_free(&covariance);
    covariance = listwise(one, 3, 3);
    g_assert_cmpint(alpha_raw(&covariance).reason, ==, STAT_FINE);
    assert_missing(alpha_standard(&covariance), STAT_NO_VARIATION);
    assert_missing(alpha_item_rest(&covariance, 0), STAT_NO_VARIATION);
    covariance_free(&covariance);
    covariance = listwise(opposed, 4, 2); /* the sum is 6 for everybody */
    assert_missing(alpha_raw(&covariance), STAT_NO_VARIATION);
    assert_missing(alpha_standard(&covariance), STAT_NO_VARIATION);
    assert_near("rest", alpha_item_rest(&covariance, 0).value, -1, 1e-15);
    covariance_free(&covariance);
}

/* Torture s06: the second item is the first one, the third its opposite. */
static void test_collinear(void)
{
    const double same[] = {2, 2, 2, 3, 3, 3, 4, 4, 4, 1, 1, 1};
    const double turned[] = {2, 2, 4, 3, 3, 3, 4, 4, 2, 1, 1, 5};
    struct covariance covariance = listwise(same, 4, 3);
    assert_near("alpha", alpha_raw(&covariance).value, 1, 1e-15);
    assert_near("rest", alpha_item_rest(&covariance, 0).value, 1, 1e-15);
    g_assert_cmpint(alpha_feldt(alpha_raw(&covariance).value, 4, 3).reason, ==, STAT_NO_VARIATION);
    covariance_free(&covariance);
    covariance = listwise(turned, 4, 3); /* var 5/3 each, total 5/3: alpha = 3/2 * (1 - 3) */
    assert_near("alpha", alpha_raw(&covariance).value, -3, 1e-12);
    assert_missing(alpha_item_rest(&covariance, 0), STAT_NO_VARIATION);
    assert_near("rest", alpha_item_rest(&covariance, 2).value, -1, 1e-12);
    covariance_free(&covariance);
}

/* (1, 2), (2, missing), (3, 5), (missing, 3), (5, 6). Listwise 1 3 5 with 2 5 6: covariance 4,
 * variances 4 and 13/3. Pairwise: variances of 1 2 3 5 (35/12) and of 2 5 3 6 (10/3). With
 * the medians 2.5 and 4 in place of what is missing: numpy.cov. */
static void test_missing(void)
{
    const double values[] = {1, 2, 2, NAN, 3, 5, NAN, 3, 5, 6};
    struct covariance covariance = listwise(values, 5, 2);
    g_assert_cmpuint(covariance.n, ==, 3);
    assert_near("listwise", covariance.cells[1], 4, 1e-15);
    assert_near("listwise", covariance.cells[3], 13.0 / 3, 1e-15);
    covariance_free(&covariance);
    covariance = covariance_of(values, 5, 2, COVARIANCE_PAIRWISE);
    g_assert_cmpuint(covariance.n, ==, 3);
    assert_near("pairwise", covariance.cells[0], 35.0 / 12, 1e-15);
    assert_near("pairwise", covariance.cells[2], 4, 1e-15);
    assert_near("pairwise", covariance.cells[3], 10.0 / 3, 1e-15);
    covariance_free(&covariance);
    covariance = covariance_of(values, 5, 2, COVARIANCE_MEDIAN);
    g_assert_cmpuint(covariance.n, ==, 5);
    assert_near("median", covariance.cells[0], 2.2, 1e-15);
    assert_near("median", covariance.cells[1], 2.125, 1e-15);
    assert_near("median", covariance.cells[3], 2.5, 1e-15);
    covariance_free(&covariance);
}

static void test_nothing_left(void)
{
    const double values[] = {1, NAN, 2, NAN, NAN, 3, NAN, 4};
    const double unanswered[] = {1, NAN, 2, NAN};
    struct covariance covariance = listwise(values, 4, 2);
    assert_missing(alpha_raw(&covariance), STAT_TOO_FEW);
    covariance_free(&covariance);
    covariance = covariance_of(values, 4, 2, COVARIANCE_PAIRWISE);
    assert_missing(alpha_raw(&covariance), STAT_TOO_FEW);
    covariance_free(&covariance);
    covariance = covariance_of(unanswered, 2, 2, COVARIANCE_MEDIAN);
    assert_missing(alpha_raw(&covariance), STAT_TOO_FEW);
    covariance_free(&covariance);
    covariance = listwise((const double[]){1, INFINITY, 2, 3}, 2, 2);
    assert_missing(alpha_raw(&covariance), STAT_NOT_DEFINED);
    covariance_free(&covariance);
}

/* Covariances that no data can have, as pairwise ones may: each sum would vary by less than 0. */
static void test_impossible(void)
{
    double cells[] = {1, -.9, -.9, -.9, 1, -.9, -.9, -.9, 1};
    struct covariance covariance = {cells, 3, 9, STAT_FINE};
    assert_missing(alpha_raw(&covariance), STAT_NOT_DEFINED);
    assert_missing(alpha_standard(&covariance), STAT_NOT_DEFINED);
    assert_missing(alpha_item_rest(&covariance, 0), STAT_NOT_DEFINED);
}

/* F(29, 116) has the quantiles .52946 and 1.70416: bisected in Python from the density, integrated
 * by Simpson's rule. */
static void test_feldt(void)
{
    struct stat_interval limits = alpha_feldt(.8, 30, 5);
    assert_near("low", limits.low, 1 - .2 * 1.7041562388558387, 1e-9);
    assert_near("high", limits.high, 1 - .2 * .5294632627888033, 1e-9);
    g_assert_cmpint(alpha_feldt(.8, 1, 5).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(alpha_feldt(.8, 30, 1).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(alpha_feldt(NAN, 30, 5).reason, ==, STAT_NOT_DEFINED);
    g_assert_cmpint(alpha_feldt(1, 30, 5).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(alpha_feldt(-3, 2, 2).reason, ==, STAT_FINE);
    g_assert_cmpint(alpha_feldt(.8, 1000000, 60).reason, ==, STAT_FINE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/alpha/ten", test_ten);
    g_test_add_func("/stat/alpha/two", test_two);
    g_test_add_func("/stat/alpha/too-few", test_too_few);
    g_test_add_func("/stat/alpha/no-variation", test_no_variation);
    g_test_add_func("/stat/alpha/collinear", test_collinear);
    g_test_add_func("/stat/alpha/missing", test_missing);
    g_test_add_func("/stat/alpha/nothing-left", test_nothing_left);
    g_test_add_func("/stat/alpha/impossible", test_impossible);
    g_test_add_func("/stat/alpha/feldt", test_feldt);
    return g_test_run();
}
