/* Agreement where there is little or nothing to agree on, many coders, and intervals. */
#include "stat/gwet.h"

#include "stat_coefficients.h"

static const enum agreement_kind corrected[] = {AGREEMENT_FLEISS, AGREEMENT_CONGER, AGREEMENT_ALPHA,
                                                AGREEMENT_GWET, AGREEMENT_BRENNAN_PREDIGER};

/* Units in a row, coders' codes side by side; a negative code is missing. */
static struct coded coded_of(const int32_t *codes, gsize units, gsize coders, gsize categories)
{
    struct coded coded = {.units = units, .coders = coders, .categories = categories};
    coded.codes = g_new(int32_t, units * coders + 1);
    coded.values = g_new(double, categories + 1);
    for (gsize i = 0; i < units * coders; i++)
        coded.codes[i] = codes[i];
    for (gsize k = 0; k < categories; k++)
        coded.values[k] = (double)k;
    return coded;
}

/* Every chance-corrected coefficient is missing for the reason, not 0 or 1. */
static void assert_missing(const struct coded *coded, enum stat_reason reason)
{
    for (gsize i = 0; i < G_N_ELEMENTS(corrected); i++) {
        struct agreement_coefficient coefficient = {.kind = corrected[i]};
        struct ratings ratings = coded_ratings(coded);
        struct stat_value value = coded_simple(coded, corrected[i]);
        g_assert_cmpint(value.reason, ==, reason);
        g_assert_true(isnan(value.value));
        g_assert_cmpint(gwet_error(&ratings, &coefficient).error.reason, !=, STAT_FINE);
    }
}

static void test_few(void)
{
    const int32_t nothing[] = {-1, -1, -1, -1};
    const int32_t apart[] = {0, -1, -1, 1};
    const int32_t one[] = {0, 1};
    const int32_t two[] = {0, 0, 1, 1};
    struct coded coded = coded_of(nothing, 0, 2, 3);
    assert_missing(&coded, STAT_TOO_FEW);
    g_assert_cmpint(coded_simple(&coded, AGREEMENT_PERCENT).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(coded_simple(&coded, AGREEMENT_PREVALENCE).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(coded_kappa(&coded, 0, 1, KAPPA_PERCENT, NULL).reason, ==, STAT_TOO_FEW);
    coded_free(&coded);
    coded = coded_of(nothing, 2, 2, 3);
    assert_missing(&coded, STAT_TOO_FEW);
    coded_free(&coded);
    coded = coded_of(apart, 2, 2, 3);
    assert_missing(&coded, STAT_TOO_FEW);
    assert_near("prevalence of ratings", coded_simple(&coded, AGREEMENT_PREVALENCE).value, .5, 0);
    coded_free(&coded);
    coded = coded_of(one, 1, 2, 3);
    assert_near("percent", coded_simple(&coded, AGREEMENT_PERCENT).value, 0, 0);
    assert_near("alpha of one unit", coded_alpha(&coded, AGREEMENT_NOMINAL).value, 0, 0);
    assert_near("pi", coded_kappa(&coded, 0, 1, KAPPA_PI, NULL).value, -1, 1e-15);
    g_assert_cmpint(coded_kappa(&coded, 0, 1, KAPPA_COHEN, NULL).reason, ==, STAT_NO_VARIATION);
    coded_free(&coded);
    coded = coded_of(two, 2, 2, 3);
    for (gsize i = 0; i < G_N_ELEMENTS(corrected); i++)
        assert_near("exactly 1", coded_simple(&coded, corrected[i]).value, 1, 0);
    coded_free(&coded);
    coded = coded_of(one, 2, 1, 3);
    assert_missing(&coded, STAT_TOO_FEW);
    coded_free(&coded);
}

/* A coder, or everyone, who used one code. */
static void test_constant(void)
{
    const int32_t all[] = {1, 1, 1, 1, 1, 1};
    const int32_t second[] = {0, 1, 1, 1, 2, 1};
    const int32_t differ[] = {0, 1, 0, 1, 0, 1};
    struct coded coded = coded_of(all, 3, 2, 3);
    assert_missing(&coded, STAT_NO_VARIATION);
    assert_near("percent", coded_simple(&coded, AGREEMENT_PERCENT).value, 1, 0);
    for (enum kappa_kind kind = KAPPA_COHEN; kind <= KAPPA_PI; kind++)
        g_assert_cmpint(coded_kappa(&coded, 0, 1, kind, NULL).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(coded_errors(&coded, 0, 1, NULL).error.reason, ==, STAT_NO_VARIATION);
    coded_free(&coded);
    coded = coded_of(second, 3, 2, 3);
    struct ratings ratings = coded_ratings(&coded);
    g_assert_cmpuint(ratings_used(&ratings, 0), ==, 3);
    g_assert_cmpuint(ratings_used(&ratings, 1), ==, 1);
    g_assert_cmpint(coded_kappa(&coded, 0, 1, KAPPA_COHEN, NULL).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(coded_simple(&coded, AGREEMENT_CONGER).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(kappa_light(&ratings).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(coded_kappa(&coded, 0, 1, KAPPA_PI, NULL).reason, ==, STAT_FINE);
    g_assert_cmpint(coded_alpha(&coded, AGREEMENT_NOMINAL).reason, ==, STAT_FINE);
    coded_free(&coded);
    coded = coded_of(differ, 3, 2, 3);
    g_assert_cmpint(coded_kappa(&coded, 0, 1, KAPPA_COHEN, NULL).reason, ==, STAT_NO_VARIATION);
    assert_near("pi", coded_kappa(&coded, 0, 1, KAPPA_PI, NULL).value, -1, 1e-15);
    coded_free(&coded);
}

static void test_not_defined(void)
{
    const int32_t codes[] = {0, 0, 1, 1, 1, 0, 2, 2};
    const double positions[] = {1, (double)NAN, 3};
    const double negative[] = {-1, 0, 1};
    const double uneven[] = {1, 1, 0, 0, 1, 0, 0, 0, 1};
    struct coded coded = coded_of(codes, 4, 2, 3);
    struct agreement_coefficient alpha = {.kind = AGREEMENT_ALPHA, .metric = AGREEMENT_INTERVAL};
    g_assert_cmpint(coded_value(&coded, alpha).reason, ==, STAT_NOT_DEFINED);
    alpha.values = positions;
    g_assert_cmpint(coded_value(&coded, alpha).reason, ==, STAT_NOT_DEFINED);
    alpha.metric = AGREEMENT_RATIO;
    alpha.values = negative;
    g_assert_cmpint(coded_value(&coded, alpha).reason, ==, STAT_NOT_DEFINED);
    alpha.metric = AGREEMENT_DISTANCE;
    g_assert_cmpint(coded_value(&coded, alpha).reason, ==, STAT_NOT_DEFINED);
    alpha.metric = AGREEMENT_INTERVAL;
    alpha.values = (const double[]){2, 2, 2};
    g_assert_cmpint(coded_value(&coded, alpha).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(coded_simple(&coded, AGREEMENT_PABAK).reason, ==, STAT_NOT_DEFINED);
    struct agreement_coefficient category = {.kind = AGREEMENT_FLEISS_CATEGORY, .category = 3};
    g_assert_cmpint(coded_value(&coded, category).reason, ==, STAT_NOT_DEFINED);
    struct ratings ratings = coded_ratings(&coded);
    struct agreement_coefficient fleiss = {.kind = AGREEMENT_FLEISS, .weights = uneven};
    g_assert_cmpint(gwet_error(&ratings, &fleiss).error.reason, ==, STAT_NOT_DEFINED);
    coded.categories = 1;
    assert_missing(&coded, STAT_NOT_DEFINED);
    coded_free(&coded);
}

/* AC1 and Brennan-Prediger depend on the codes that could have been given; the others do not. */
static void test_unused(void)
{
    struct coded coded = coded_random(60, 3, 3, TRUE, 5);
    double three[5];
    for (gsize i = 0; i < 5; i++)
        three[i] = coded_simple(&coded, corrected[i]).value;
    for (gsize i = 0; i < coded.units * 3; i++)
        coded.codes[i] = coded.codes[i] < 0 ? -1 : 4 * coded.codes[i];
    coded.categories = 12;
    for (gsize i = 0; i < 3; i++)
        assert_near("no matter", coded_simple(&coded, corrected[i]).value, three[i], 1e-12);
    g_assert_cmpfloat(coded_simple(&coded, AGREEMENT_GWET).value, >, three[3]);
    g_assert_cmpfloat(coded_simple(&coded, AGREEMENT_BRENNAN_PREDIGER).value, >, three[4]);
    assert_near("ordinal", coded_alpha(&coded, AGREEMENT_ORDINAL).value,
                coded_value(&coded, (struct agreement_coefficient){.kind = AGREEMENT_ALPHA,
                                                                   .metric = AGREEMENT_ORDINAL})
                    .value,
                0);
    coded_free(&coded);
}

/* Alpha from its definition: differences within units against those of all pairs of values. */
static double alpha_plain(const struct coded *coded, gboolean interval)
{
    double within = 0;
    double among = 0;
    double n = 0;
    struct ratings ratings = coded_ratings(coded);
    gsize cells = coded->units * coded->coders;
    for (gsize i = 0; i < cells; i++) {
        gsize m = ratings_of_unit(&ratings, i / coded->coders);
        if (coded->codes[i] < 0 || m < 2)
            continue;
        n++;
        for (gsize j = 0; j < cells; j++) {
            if (coded->codes[j] < 0 || ratings_of_unit(&ratings, j / coded->coders) < 2)
                continue;
            double apart = coded->values[coded->codes[i]] - coded->values[coded->codes[j]];
            double d = interval ? apart * apart : apart != 0;
            among += d;
            within += i / coded->coders == j / coded->coders ? d / (double)(m - 1) : 0;
        }
    }
    return 1 - within / n / (among / (n * (n - 1)));
}

static void test_many(void)
{
    for (gsize coders = 2; coders <= 40; coders += 19) {
        struct coded coded = coded_random(30, coders, 12, TRUE, coders);
        assert_near("nominal", coded_alpha(&coded, AGREEMENT_NOMINAL).value,
                    alpha_plain(&coded, FALSE), 1e-12);
        assert_near("interval", coded_alpha(&coded, AGREEMENT_INTERVAL).value,
                    alpha_plain(&coded, TRUE), 1e-12);
        struct ratings ratings = coded_ratings(&coded);
        struct rating_pairs pairs;
        rating_pairs_collapse(&pairs, &ratings, RATING_PAIRS_WITH_MARGINS);
        g_assert_cmpuint(pairs.width, <=, 78 * 30 + 12 + 12 * coders);
        g_assert_cmpuint(rating_pairs_units(&pairs, pairs.total), ==, ratings_pairable(&ratings));
        rating_pairs_free(&pairs);
        coded_free(&coded);
    }
}

static void test_parts(void)
{
    const double positions[] = {3, (double)NAN, 1, 3, 2};
    int32_t ranks[5];
    double values[5];
    g_assert_true(agreement_parts(stat_fine(.314, 10), stat_fine(.808, 10)));
    g_assert_true(agreement_parts(stat_fine(.5, 10), stat_fine(.7, 10)));
    g_assert_false(agreement_parts(stat_fine(.6, 10), stat_fine(.7, 10)));
    g_assert_false(agreement_parts(stat_missing(10, STAT_NO_VARIATION), stat_fine(1, 10)));
    g_assert_cmpuint(ratings_ranks(positions, 5, ranks, values), ==, 3);
    g_assert_cmpint(ranks[0], ==, 2);
    g_assert_cmpint(ranks[1], ==, RATINGS_MISSING);
    g_assert_cmpint(ranks[2], ==, 0);
    g_assert_cmpint(ranks[3], ==, 2);
    g_assert_cmpint(ranks[4], ==, 1);
    assert_near("values", values[2], 3, 0);
    double weights[9];
    g_assert_false(weights_linear((const double[]){1, 1}, 2, weights));
    g_assert_false(weights_quadratic(positions, 2, weights));
    g_assert_false(weights_from_distance((const double[]){0, -1, 1, 0}, 2, weights));
    g_assert_false(weights_from_distance((const double[]){0, 0, 0, 0}, 2, weights));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/agreement/few", test_few);
    g_test_add_func("/stat/agreement/constant", test_constant);
    g_test_add_func("/stat/agreement/not-defined", test_not_defined);
    g_test_add_func("/stat/agreement/unused", test_unused);
    g_test_add_func("/stat/agreement/many", test_many);
    g_test_add_func("/stat/agreement/parts", test_parts);
    return g_test_run();
}
