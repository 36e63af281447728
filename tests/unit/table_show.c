/* How numbers are shown to people. The expected texts follow from the rules in table/show.h; U+00A0
 * stands before the Dutch per cent sign, U+2212 is the minus, U+2013 says "not known". */

#include "table/show.h"

#include <glib.h>
#include <math.h>

/* Frees what is shown. */
static void shown(char *text, const char *expected)
{
    g_assert_cmpstr(text, ==, expected);
    g_free(text);
}

static void test_counts(void)
{
    shown(show_count(0, SHOW_DUTCH), "0");
    shown(show_count(7, SHOW_DUTCH), "7");
    shown(show_count(1234, SHOW_DUTCH), "1234");
    shown(show_count(12345, SHOW_DUTCH), "12\u202f345");
    shown(show_count(1234567, SHOW_ENGLISH), "1\u202f234\u202f567");
    shown(show_count(-1, SHOW_DUTCH), "–");
    shown(show_of(5, 7, SHOW_DUTCH), "5 van de 7");
    shown(show_of(5, 7, SHOW_ENGLISH), "5 of 7");
}

static void test_decimals(void)
{
    shown(show_decimal(12.34, 1, SHOW_DUTCH), "12,3");
    shown(show_decimal(12.34, 1, SHOW_ENGLISH), "12.3");
    shown(show_decimal(-0.43, 2, SHOW_DUTCH), "−0,43");
    shown(show_decimal(-0.001, 2, SHOW_DUTCH), "0,00");
    shown(show_decimal(NAN, 2, SHOW_DUTCH), "–");
    shown(show_decimal(INFINITY, 2, SHOW_DUTCH), "–");
    shown(show_decimal(1e300, 2, SHOW_DUTCH), "–");
}

static void test_shares(void)
{
    shown(show_share(5.0 / 7, 7, SHOW_DUTCH), "0,71");
    shown(show_share(0.5, 9, SHOW_DUTCH), "0,50");
    shown(show_share(0.5, 10, SHOW_DUTCH), "50\u00a0%");
    shown(show_share(0.235, 99, SHOW_DUTCH), "24\u00a0%");
    shown(show_share(0.235, 100, SHOW_DUTCH), "23,5\u00a0%");
    shown(show_share(0.235, 100, SHOW_ENGLISH), "23.5%");
    shown(show_share(0.5, -1, SHOW_DUTCH), "0,50");
    shown(show_share(NAN, 40, SHOW_DUTCH), "–");
}

/* What was seen is not shown as if it were nothing, nor as if it were everything. */
static void test_shares_at_the_ends(void)
{
    shown(show_share(0, 50, SHOW_DUTCH), "0\u00a0%");
    shown(show_share(1, 50, SHOW_DUTCH), "100\u00a0%");
    shown(show_share(0.0002, 5000, SHOW_DUTCH), "<\u00a00,1\u00a0%");
    shown(show_share(0.9998, 5000, SHOW_ENGLISH), ">\u00a099.9%");
    shown(show_share(0.001, 50, SHOW_DUTCH), "<\u00a01\u00a0%");
    shown(show_share(0.999, 50, SHOW_DUTCH), ">\u00a099\u00a0%");
}

static void test_limits(void)
{
    shown(show_limits(0.3589, 0.9178, 7, SHOW_DUTCH), "0,36 tot 0,92");
    shown(show_limits(0.3589, 0.9178, 70, SHOW_DUTCH), "36 tot 92\u00a0%");
    shown(show_limits(0.3589, 0.9178, 700, SHOW_ENGLISH), "35.9 to 91.8%");
    shown(show_limits(0.004, 0.1, 70, SHOW_DUTCH), "0 tot 10\u00a0%");
    shown(show_limits(NAN, 0.9, 70, SHOW_DUTCH), "–");
    shown(show_between(0.3589, 0.9178, 7, SHOW_DUTCH), "tussen 0,36 en 0,92");
    shown(show_between(0.3589, 0.9178, 70, SHOW_DUTCH), "tussen 36 en 92 procent");
    shown(show_between(0.3589, 0.9178, 70, SHOW_ENGLISH), "between 36 and 92 per cent");
}

static struct result analysis_of(const char *analysis, const char *statistic, double value,
                                 int64_t n)
{
    struct result result = result_empty(analysis);

    result.statistic = statistic;
    result.value = value;
    result.n = n;
    return result;
}

static struct result result_of(const char *statistic, double value, int64_t n)
{
    return analysis_of("count", statistic, value, n);
}

static void value_is(const char *statistic, double value, int64_t n, const char *expected)
{
    struct result result = result_of(statistic, value, n);

    shown(show_value(&result, SHOW_DUTCH), expected);
}

static void test_values(void)
{
    value_is("segments", 75, 75, "75");
    value_is("mainly_share", 5.0 / 7, 7, "5 van de 7");
    value_is("mainly_share", 17.0 / 30, 30, "57\u00a0%");
    value_is("rate_turns", 12, 300, "12,0");
    value_is("position", 9, 75, "9");
    value_is("position", 8.5, 75, "8,5");
    value_is("index", -0.2, 75, "−0,20");
    value_is("share", NAN, 0, "–");
    value_is("share", NAN, -1, "–");
}

/* A mean of seven shares that happens to be 3/7 is not 3 of 7 persons. */
static void test_a_mean_is_not_of(void)
{
    struct result mean = result_of("share_mean", 3.0 / 7, 7);
    int64_t k;

    mean.method = "unit=turn; person=wpb; estimand=mean; interval=t; df=6; clusters=7";
    g_assert_false(show_is_of(&mean, &k));
    shown(show_value(&mean, SHOW_DUTCH), "0,43");
    mean.method = "unit=turn; person=wpb; estimand=ratio";
    g_assert_true(show_is_of(&mean, &k));
    g_assert_cmpint(k, ==, 3);
}

static void test_intervals(void)
{
    struct result index = result_of("index", -0.2, 75);
    struct result rate = result_of("rate_turns", 12, 300);

    shown(show_interval(&index, SHOW_DUTCH), "–");
    index.low = -0.543;
    index.high = 0.2;
    shown(show_interval(&index, SHOW_DUTCH), "−0,54 tot 0,20");
    rate.low = 9.96;
    rate.high = 14;
    shown(show_interval(&rate, SHOW_ENGLISH), "10.0 to 14.0");
}

static void survey_is(const char *statistic, double value, int64_t n, const char *expected)
{
    struct result result = analysis_of("describe", statistic, value, n);

    shown(show_value(&result, SHOW_DUTCH), expected);
}

static void test_scores(void)
{
    struct result mean = analysis_of("describe", "mean", 3.4567, 99);

    survey_is("mean", 3.4567, 99, "3,5");
    survey_is("mean", 3.4567, 100, "3,46");
    survey_is("mean", 3.4567, -1, "3,5");
    survey_is("mean", 4, 12, "4,0");
    survey_is("mean", -0.04, 12, "0,0");
    survey_is("sd", 0.8449, 12, "0,8");
    survey_is("mean", NAN, 0, "–");
    mean.low = 3.21;
    mean.high = 4;
    shown(show_interval(&mean, SHOW_DUTCH), "3,2 tot 4,0");
    mean.n = 250;
    shown(show_interval(&mean, SHOW_ENGLISH), "3.21 to 4.00");
    mean.persons_student = 40; /* 250 answers of 40 persons */
    shown(show_value(&mean, SHOW_DUTCH), "3,5");
}

static void test_coefficients(void)
{
    struct result alpha = analysis_of("describe", "alpha", 0.7849, 12);

    survey_is("alpha", 0.7849, 12, "0,78");
    survey_is("alpha", 0.7849, 1200, "0,78");
    survey_is("alpha", -1.25, 12, "−1,25");
    survey_is("alpha", 1, 12, "1,00");
    survey_is("alpha", 0.9949, 12, "0,99");
    survey_is("alpha", 0.9951, 12, ">\u00a00,99");
    survey_is("alpha", NAN, 12, "–");
    shown(show_interval(&alpha, SHOW_DUTCH), "–");
    alpha.low = -0.051;
    alpha.high = 0.996;
    shown(show_interval(&alpha, SHOW_DUTCH), "−0,05 tot 1,00");
}

static void test_languages(void)
{
    g_assert_cmpint(show_language("nl"), ==, SHOW_DUTCH);
    g_assert_cmpint(show_language("en"), ==, SHOW_ENGLISH);
    g_assert_cmpint(show_language("de"), ==, -1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/table/show/counts", test_counts);
    g_test_add_func("/table/show/decimals", test_decimals);
    g_test_add_func("/table/show/shares", test_shares);
    g_test_add_func("/table/show/shares-at-the-ends", test_shares_at_the_ends);
    g_test_add_func("/table/show/limits", test_limits);
    g_test_add_func("/table/show/values", test_values);
    g_test_add_func("/table/show/a-mean-is-not-of", test_a_mean_is_not_of);
    g_test_add_func("/table/show/intervals", test_intervals);
    g_test_add_func("/table/show/scores", test_scores);
    g_test_add_func("/table/show/coefficients", test_coefficients);
    g_test_add_func("/table/show/languages", test_languages);
    return g_test_run();
}
