/* Quantiles of F: closed forms, and df for which GSL's own inverse fails. */
#include "stat/quantile.h"

#include "stat/stat.h"
#include "stat_reference.h"

static const double places[] = {.001, .025, .3, .5, .975, .999};

/* P(F(2, d) <= x) = 1 - (1 + 2x/d)^(-d/2), and F(d, 2) is 1/F(2, d). */
static void test_two(void)
{
    const double df[] = {.5, 1, 2, 7, 116, 1e6};
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
        for (gsize j = 0; j < G_N_ELEMENTS(df); j++) {
            double x = df[j] / 2 * expm1(-2 / df[j] * log1p(-places[i]));
            assert_near("F(2, d)", quantile_f(places[i], 2, df[j]) / x, 1, 1e-9);
            assert_near("F(d, 2)", quantile_f(1 - places[i], df[j], 2) * x, 1, 1e-9);
        }
}

/* The root of F(1, 1) has half a Cauchy distribution: x = tan²(πp/2). */
static void test_one(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
        double root = tan(G_PI_2 * places[i]);
        assert_near("F(1, 1)", quantile_f(places[i], 1, 1) / (root * root), 1, 1e-9);
    }
}

/* F(29, 116): bisected in Python from the density, integrated by Simpson's rule. */
static void test_between(void)
{
    assert_near("upper", quantile_f(.975, 29, 116), 1.7041562388558387, 1e-9);
    assert_near("lower", quantile_f(.025, 29, 116), .5294632627888033, 1e-9);
}

/* The median of F(d, d) is 1, also for df below 1. */
static void test_median(void)
{
    const double df[] = {.01, .3, 1, 40, 1e5, 1e6, 1.1e6, 1e9, 1e13};
    for (gsize i = 0; i < G_N_ELEMENTS(df); i++)
        assert_near("median", quantile_f(.5, df[i], df[i]), 1, 1e-9);
}

/* For many df ln F is normal with variance 2/above + 2/below, but for terms of their inverse; what
 * is computed in two ways on both sides of a million joins there, as 1/F does. */
static void test_many(void)
{
    const double z = 1.959963984540054;
    const double df[] = {1e6, 1e7, 1e10, 1e13};
    for (gsize i = 0; i < G_N_ELEMENTS(df); i++)
        for (gsize j = 0; j < G_N_ELEMENTS(df); j++) {
            double high = log(quantile_f(.975, df[i], df[j]));
            double low = log(quantile_f(.025, df[j], df[i]));
            double spread = sqrt(2 / df[i] + 2 / df[j]);
            assert_near("normal", high / spread, z, 3e-3);
            assert_near("inverse", low / spread, -high / spread, 1e-6);
        }
    assert_near("joins", log(quantile_f(.975, 1e6, 5e6)) / log(quantile_f(.975, 1e6 + 1, 5e6)), 1,
                1e-6);
    assert_near("joins", log(quantile_f(.025, 5e6, 1e6)) / log(quantile_f(.025, 5e6, 1e6 + 1)), 1,
                1e-6);
}

static void test_undefined(void)
{
    const double bad[] = {0, -1, (double)NAN, (double)INFINITY};
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_assert_true(isnan(quantile_f(.975, bad[i], 5)));
        g_assert_true(isnan(quantile_f(.975, 5, bad[i])));
    }
    g_assert_true(isnan(quantile_f(.975, 5, 1e-5)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/quantile/two", test_two);
    g_test_add_func("/stat/quantile/one", test_one);
    g_test_add_func("/stat/quantile/between", test_between);
    g_test_add_func("/stat/quantile/median", test_median);
    g_test_add_func("/stat/quantile/many", test_many);
    g_test_add_func("/stat/quantile/undefined", test_undefined);
    return g_test_run();
}
