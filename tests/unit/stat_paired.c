/* Decimals on a lattice, and the statistics of pairs with their intervals. */
#include "stat/paired.h"

#include "stat/concordance.h"
#include "stat/lattice.h"
#include "stat/moments.h"
#include "stat/random.h"

#include "stat_clusters.h"
#include "stat_reference.h"

static struct paired paired_of(const double *x, const double *y, gsize n)
{
    struct paired pairs;
    paired_intervals(x, y, n, &defaults, &pairs);
    return pairs;
}

/* The place of each value gives the value back. */
static void assert_lattice(const double *values, gsize n, int64_t steps)
{
    struct lattice lattice = lattice_find(values, n);
    g_assert_true(lattice.exact);
    g_assert_cmpint(lattice.steps, ==, steps);
    for (gsize i = 0; i < n; i++) {
        int64_t place = lattice_place(&lattice, values[i]);
        g_assert_cmpint(place, >=, 0);
        assert_near("value", (double)(lattice.origin + place) / (double)lattice.steps, values[i],
                    fabs(values[i]) * 1e-15);
    }
}

static void test_lattice(void)
{
    const double whole[] = {3, 1, 5, 5};
    const double tenths[] = {3.2, 2.6, .1 + .2, 4};
    const double fractions[] = {11.0 / 3, 17.0 / 4, 29.0 / 12, 0, 26.0 / 7};
    const double negative[] = {-1.5, -.25, 0};
    const double far[] = {1e9 + .1, 1e9 + .5, 1e9};
    assert_lattice(whole, 4, 1);
    assert_lattice(tenths, 4, 10);
    assert_lattice(fractions, 5, 84);
    assert_lattice(negative, 3, 4);
    assert_lattice(far, 3, 10);
    g_assert_cmpint(lattice_find(negative, 3).origin, ==, -6);
}

static void test_no_lattice(void)
{
    const double broken[] = {1, (double)INFINITY};
    const double huge[] = {1e300, 1};
    const double odd[] = {sqrt(2), M_PI, exp(1)};
    struct lattice lattice = lattice_find(odd, 3);
    g_assert_cmpint(lattice_find(NULL, 0).steps, ==, 0);
    g_assert_cmpint(lattice_find(broken, 2).steps, ==, 0);
    g_assert_cmpint(lattice_find(huge, 2).steps, ==, 0);
    g_assert_false(lattice.exact);
    g_assert_cmpint(lattice.steps, ==, 1 << 24);
    for (guint i = 0; i < 3; i++)
        assert_near("rounded",
                    (double)(lattice.origin + lattice_place(&lattice, odd[i])) /
                        (double)lattice.steps,
                    odd[i], 0x1p-25);
}

static void test_vector(void)
{
    struct reference reference = reference_read("tests/reference/stat_fit.csv");
    struct reference rows = reference_read("tests/reference/stat_fit24.csv");
    double x[24];
    double y[24];
    for (guint i = 0; i < 24; i++) {
        x[i] = reference_number(&rows, i, "affordance");
        y[i] = reference_number(&rows, i, "agency");
    }
    struct paired pairs = paired_of(x, y, 24);
    g_assert_true(pairs.exact);
    g_assert_cmpint(pairs.steps, ==, 5);
    g_assert_cmpint(pairs.concordance.method, ==, CLUSTER_JACKKNIFE);
    assert_reference(&reference, "offer_mean", pairs.x_mean.value.value);
    assert_reference(&reference, "offer_low", pairs.x_mean.limits.low);
    assert_reference(&reference, "offer_high", pairs.x_mean.limits.high);
    assert_reference(&reference, "use_mean", pairs.y_mean.value.value);
    assert_reference(&reference, "use_low", pairs.y_mean.limits.low);
    assert_reference(&reference, "use_high", pairs.y_mean.limits.high);
    assert_reference(&reference, "difference", pairs.difference.value.value);
    assert_reference(&reference, "difference_low", pairs.difference.limits.low);
    assert_reference(&reference, "difference_high", pairs.difference.limits.high);
    assert_reference(&reference, "concordance", pairs.concordance.value.value);
    assert_reference(&reference, "concordance_low", pairs.concordance.limits.low);
    assert_reference(&reference, "concordance_high", pairs.concordance.limits.high);
    reference_free(&rows);
    reference_free(&reference);
}

/* n pairs of answers 1 to 5, in steps of 1/parts. */
static void draw(double *x, double *y, gsize n, uint32_t parts)
{
    struct random_stream stream;
    random_start(&stream, 5, 0);
    for (gsize i = 0; i < n; i++) {
        uint32_t first = random_below(&stream, 4 * parts + 1);
        uint32_t second = random_below(&stream, 2 * parts + 1);
        x[i] = 1 + (double)first / parts;
        uint32_t nearby = first / 2 + second;
        y[i] = 1 + (double)nearby / parts;
    }
}

/* 40 pairs: the bootstrap; another origin and unit move the limits along with the values, and other
 * numbers of threads change nothing. */
static void test_bootstrap(void)
{
    double x[40];
    double y[40];
    double moved_x[40];
    double moved_y[40];
    draw(x, y, 40, 3);
    struct paired pairs = paired_of(x, y, 40);
    g_assert_cmpint(pairs.difference.method, ==, CLUSTER_BOOTSTRAP);
    g_assert_cmpint(pairs.concordance.method, ==, CLUSTER_BOOTSTRAP);
    g_assert_cmpuint(pairs.concordance.kept, ==, 10000);
    g_assert_cmpfloat(pairs.difference.limits.low, <, pairs.difference.value.value);
    g_assert_cmpfloat(pairs.difference.limits.high, >, pairs.difference.value.value);
    g_assert_cmpfloat(pairs.concordance.limits.low, <, pairs.concordance.value.value);
    assert_near("mean", pairs.x_mean.value.value, moments_mean(x, 40).value, 1e-15);
    for (guint i = 0; i < 40; i++) {
        moved_x[i] = 2 * x[i] + 1e9;
        moved_y[i] = 2 * y[i] + 1e9;
    }
    struct paired moved = paired_of(moved_x, moved_y, 40);
    assert_near("low", moved.difference.limits.low, 2 * pairs.difference.limits.low, 1e-6);
    assert_near("high", moved.x_mean.limits.high, 2 * pairs.x_mean.limits.high + 1e9, 1e-6);
    assert_near("lin", moved.concordance.limits.low, pairs.concordance.limits.low, 1e-6);
    struct resample_settings settings = defaults;
    struct paired threads;
    settings.threads = 3;
    paired_intervals(x, y, 40, &settings, &threads);
    g_assert_cmpfloat(threads.concordance.limits.high, ==, pairs.concordance.limits.high);
    g_assert_cmpfloat(threads.x_mean.limits.low, ==, pairs.x_mean.limits.low);
}

/* Values on no lattice have the limits that nearly the same values on one have. */
static void test_rounded(void)
{
    double x[12];
    double y[12];
    double off_x[12];
    draw(x, y, 12, 4);
    for (guint i = 0; i < 12; i++)
        off_x[i] = x[i] + 1e-8 * sin(i);
    struct paired pairs = paired_of(x, y, 12);
    struct paired off = paired_of(off_x, y, 12);
    g_assert_true(pairs.exact);
    g_assert_false(off.exact);
    assert_near("mean", off.x_mean.value.value, moments_mean(off_x, 12).value, 0);
    assert_near("low", off.x_mean.limits.low, pairs.x_mean.limits.low, 1e-6);
    assert_near("difference", off.difference.limits.high, pairs.difference.limits.high, 1e-6);
    assert_near("concordance", off.concordance.limits.low, pairs.concordance.limits.low, 1e-6);
    assert_near("lin", off.concordance.value.value, concordance_lin(off_x, y, 12).value, 0);
}

static void test_few(void)
{
    const double x[] = {2, 4, 3, 5, 1};
    const double y[] = {3, 5, 3, 4, 1};
    for (gsize n = 0; n < 3; n++) {
        struct paired pairs = paired_of(x, y, n);
        assert_none(pairs.difference, STAT_TOO_FEW);
        assert_none(pairs.concordance, STAT_TOO_FEW);
        g_assert_cmpint(pairs.difference.value.reason, ==, n == 0 ? STAT_TOO_FEW : STAT_FINE);
        g_assert_cmpuint(pairs.difference.value.n, ==, n);
        g_assert_cmpint(pairs.concordance.value.reason, ==, n < 2 ? STAT_TOO_FEW : STAT_FINE);
    }
    struct paired four = paired_of(x, y, 4);
    g_assert_cmpint(four.difference.limits.reason, ==, STAT_FINE);
    assert_none(four.concordance, STAT_TOO_FEW);
    g_assert_cmpint(paired_of(x, y, 5).concordance.limits.reason, ==, STAT_FINE);
}

static void test_constant(void)
{
    const double alike[] = {3, 3, 3, 3, 3, 3};
    const double varied[] = {1, 2, 3, 4, 5, 5};
    struct paired pairs = paired_of(alike, varied, 6);
    assert_near("mean", pairs.x_mean.value.value, 3, 0);
    assert_none(pairs.x_mean, STAT_NO_VARIATION);
    g_assert_cmpint(pairs.difference.limits.reason, ==, STAT_FINE);
    assert_none(pairs.concordance, STAT_NO_VARIATION);
    g_assert_true(isnan(pairs.concordance.value.value));
    struct paired same = paired_of(varied, varied, 6);
    assert_near("same", same.concordance.value.value, 1, 0);
    assert_none(same.concordance, STAT_NOT_DEFINED);
    assert_none(same.difference, STAT_NO_VARIATION);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/pairs/lattice", test_lattice);
    g_test_add_func("/pairs/no-lattice", test_no_lattice);
    g_test_add_func("/pairs/vector", test_vector);
    g_test_add_func("/pairs/bootstrap", test_bootstrap);
    g_test_add_func("/pairs/rounded", test_rounded);
    g_test_add_func("/pairs/few", test_few);
    g_test_add_func("/pairs/constant", test_constant);
    return g_test_run();
}
