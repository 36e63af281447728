/* Discrepancy classes, quadrants and Lin's concordance: vector R4, its published copy where that is
 * there, and the edges. */
#include "stat/concordance.h"
#include "stat/fit.h"
#include "stat/moments.h"

#include "stat_reference.h"

enum { PERSONS = 24 };

struct scores {
    double offer[PERSONS];
    double use[PERSONS];
};

static struct scores scores_read(const char *path)
{
    struct reference rows = reference_read(path);
    struct scores scores;
    g_assert_cmpuint(rows.rows->len, ==, PERSONS);
    for (guint i = 0; i < PERSONS; i++) {
        scores.offer[i] = reference_number(&rows, i, "affordance");
        scores.use[i] = reference_number(&rows, i, "agency");
    }
    reference_free(&rows);
    return scores;
}

/* Both scores of all persons, times and plus. */
static struct scores scores_moved(const struct scores *scores, double times, double plus)
{
    struct scores moved;
    for (guint i = 0; i < PERSONS; i++) {
        moved.offer[i] = scores->offer[i] * times + plus;
        moved.use[i] = scores->use[i] * times + plus;
    }
    return moved;
}

static void assert_classes(const struct scores *scores, const guint expected[FIT_CLASSES])
{
    struct fit_pool pool = fit_pool(scores->offer, scores->use, PERSONS);
    guint found[FIT_CLASSES] = {0};
    for (guint i = 0; i < PERSONS; i++)
        found[fit_class(fit_discrepancy(&pool, scores->offer[i], scores->use[i]))]++;
    for (guint k = 0; k < FIT_CLASSES; k++)
        g_assert_cmpuint(found[k], ==, expected[k]);
}

static void test_vector(void)
{
    static const char *const classes[] = {"more_offer", "fitting", "more_use"};
    static const char *const quadrants[] = {"high_high", "high_low", "low_high", "low_low"};
    struct reference reference = reference_read("tests/reference/stat_fit.csv");
    struct scores scores = scores_read("tests/reference/stat_fit24.csv");
    struct fit_pool pool = fit_pool(scores.offer, scores.use, PERSONS);
    double class_counts[FIT_CLASSES] = {0};
    double quadrant_counts[FIT_QUADRANTS] = {0};
    for (guint i = 0; i < PERSONS; i++) {
        double d = fit_discrepancy(&pool, scores.offer[i], scores.use[i]);
        class_counts[fit_class(d)]++;
        quadrant_counts[fit_quadrant(scores.offer[i], scores.use[i], 3.5)]++;
    }
    for (guint k = 0; k < FIT_CLASSES; k++)
        assert_reference(&reference, classes[k], class_counts[k]);
    for (guint k = 0; k < FIT_QUADRANTS; k++)
        assert_reference(&reference, quadrants[k], quadrant_counts[k]);
    assert_reference(&reference, "pooled_mean", pool.mean);
    assert_reference(&reference, "pooled_sd", pool.sd);
    assert_reference(&reference, "concordance",
                     concordance_lin(scores.offer, scores.use, PERSONS).value);
    assert_reference(&reference, "correlation",
                     moments_correlation(scores.offer, scores.use, PERSONS).value);
    reference_free(&reference);
}

/* The file that we retyped is the one that was published with the key. */
static void test_copy(void)
{
    const char *path = "../shared/reference/vectors/fit_affordance_agency_24.csv";
    if (!reference_there(path)) {
        g_test_skip("no ../shared");
        return;
    }
    struct scores ours = scores_read("tests/reference/stat_fit24.csv");
    struct scores theirs = scores_read(path);
    for (guint i = 0; i < PERSONS; i++) {
        g_assert_cmpfloat(ours.offer[i], ==, theirs.offer[i]);
        g_assert_cmpfloat(ours.use[i], ==, theirs.use[i]);
    }
}

/* Another origin or unit of the answers changes no class; far from 0 neither. */
static void test_moved(void)
{
    struct scores scores = scores_read("tests/reference/stat_fit24.csv");
    const guint expected[] = {17, 7, 0};
    const double plus[] = {-3, 100, 1e9};
    const double times[] = {1, 10, 1.0 / 7};
    double lin = concordance_lin(scores.offer, scores.use, PERSONS).value;
    for (guint i = 0; i < 3; i++) {
        struct scores moved = scores_moved(&scores, times[i], plus[i]);
        assert_classes(&moved, expected);
        assert_near("lin", concordance_lin(moved.offer, moved.use, PERSONS).value, lin,
                    plus[i] > 1e6 ? 1e-5 : 1e-12);
    }
}

/* A border belongs to the class below it, a cut to what is high; rounding does not decide. */
static void test_borders(void)
{
    g_assert_cmpint(fit_class(-.5), ==, FIT_MORE_OFFER);
    g_assert_cmpint(fit_class(-.5 + 1e-15), ==, FIT_MORE_OFFER);
    g_assert_cmpint(fit_class(-.5 + 1e-9), ==, FIT_FITTING);
    g_assert_cmpint(fit_class(0), ==, FIT_FITTING);
    g_assert_cmpint(fit_class(.5), ==, FIT_FITTING);
    g_assert_cmpint(fit_class(.5 + 1e-15), ==, FIT_FITTING);
    g_assert_cmpint(fit_class(.5 + 1e-9), ==, FIT_MORE_USE);
    g_assert_cmpint(fit_quadrant(3, 3, 3), ==, FIT_HIGH_HIGH);
    g_assert_cmpint(fit_quadrant(3, 2.9, 3), ==, FIT_HIGH_LOW);
    g_assert_cmpint(fit_quadrant(2.9, 3, 3), ==, FIT_LOW_HIGH);
    g_assert_cmpint(fit_quadrant(2.9, 2.9, 3), ==, FIT_LOW_LOW);
    g_assert_cmpint(fit_quadrant(.1 + .2, .3, .3), ==, FIT_HIGH_HIGH);
    g_assert_cmpint(fit_quadrant(.3, 10.0 / 3, .1 + .2), ==, FIT_HIGH_HIGH);
}

static void test_few(void)
{
    const double offer[] = {2, 4};
    const double use[] = {3, 5};
    g_assert_cmpint(fit_pool(NULL, NULL, 0).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(fit_pool(offer, use, 1).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(concordance_lin(NULL, NULL, 0).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(concordance_lin(offer, use, 1).reason, ==, STAT_TOO_FEW);
    struct fit_pool pool = fit_pool(offer, use, 2);
    assert_near("mean", pool.mean, 3.5, 0);
    assert_near("sd", pool.sd, sqrt(5.0 / 3), 1e-15);
    assert_near("d", fit_discrepancy(&pool, 2, 3), sqrt(.6), 1e-15);
    assert_near("lin", concordance_lin(offer, use, 2).value, 4.0 / 5, 1e-15);
}

static void test_constant(void)
{
    const double alike[] = {3, 3, 3, 3};
    const double other[] = {4, 4, 4, 4};
    const double varied[] = {1, 2, 3, 4};
    const double thirds[] = {10.0 / 3, 10.0 / 3, 3 + 1.0 / 3, 3.3333333333333335};
    const double broken[] = {1, 2, (double)NAN, 4};
    struct fit_pool pool = fit_pool(alike, alike, 4);
    g_assert_cmpint(pool.reason, ==, STAT_NO_VARIATION);
    g_assert_true(isnan(pool.mean) && isnan(fit_discrepancy(&pool, 3, 3)));
    g_assert_cmpint(fit_pool(thirds, thirds, 4).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(fit_pool(alike, other, 4).reason, ==, STAT_FINE);
    g_assert_cmpint(fit_pool(alike, broken, 4).reason, ==, STAT_NOT_DEFINED);
    g_assert_cmpint(concordance_lin(alike, alike, 4).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(concordance_lin(alike, varied, 4).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(concordance_lin(varied, alike, 4).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(concordance_lin(varied, broken, 4).reason, ==, STAT_NOT_DEFINED);
    assert_near("same", concordance_lin(varied, varied, 4).value, 1, 0);
}

/* Sums of whole numbers say the same as the values; ties and constants too. */
static void test_sums(void)
{
    const int64_t x[] = {1, 5, 2, 2, 4, 4};
    const int64_t y[] = {2, 4, 2, 1, 5, 4};
    double as_x[6];
    double as_y[6];
    int64_t sums[5] = {0};
    for (guint i = 0; i < 6; i++) {
        as_x[i] = (double)x[i];
        as_y[i] = (double)y[i];
        sums[0] += x[i];
        sums[1] += y[i];
        sums[2] += x[i] * x[i];
        sums[3] += y[i] * y[i];
        sums[4] += x[i] * y[i];
    }
    assert_near("sums", concordance_of_sums(6, sums[0], sums[1], sums[2], sums[3], sums[4]),
                concordance_lin(as_x, as_y, 6).value, 1e-15);
    g_assert_true(isnan(concordance_of_sums(0, 0, 0, 0, 0, 0)));
    g_assert_true(isnan(concordance_of_sums(1, 3, 3, 9, 9, 9)));
    g_assert_true(isnan(concordance_of_sums(3, 9, 6, 27, 14, 18)));
    const int64_t large = 33554431; /* squares above 2^63 must not look like a spread */
    g_assert_true(isnan(concordance_of_sums(999, 999 * large, 999 * large, 999 * large * large,
                                            999 * large * large, 999 * large * large)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/fit/vector", test_vector);
    g_test_add_func("/fit/copy", test_copy);
    g_test_add_func("/fit/moved", test_moved);
    g_test_add_func("/fit/borders", test_borders);
    g_test_add_func("/fit/few", test_few);
    g_test_add_func("/fit/constant", test_constant);
    g_test_add_func("/fit/sums", test_sums);
    return g_test_run();
}
