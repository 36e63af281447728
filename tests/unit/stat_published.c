/* Every value of ../shared/reference/published/reliability: checked at its tolerance, or listed
 * with a reason in tests/reference/skipped_reliability.csv. */
#include "stat/chance.h"
#include "stat/fleiss.h"
#include "stat/gwet.h"
#include "stat/icc.h"

#include "stat_published.h"

/* NaN for a missing value, which no expectation allows. */
static double value_of(struct stat_value value)
{
    return value.value;
}

/* The standard error as tables of irrCAC have it, with divisor n. */
static double table_error(const struct coded *coded, enum agreement_kind kind)
{
    struct ratings ratings = coded_ratings(coded);
    struct agreement_coefficient coefficient = {.kind = kind};
    double n = (double)ratings.units;
    return value_of(gwet_error(&ratings, &coefficient).error) * sqrt((n - 1) / n);
}

/* Statistics of several coders that are one call: their value, or with "_se" behind the name their
 * standard error. */
static gboolean several_statistic(const struct coded *coded, const char *statistic, double *value)
{
    static const struct {
        const char *name;
        enum agreement_kind kind;
    } names[] = {{"percent_agreement", AGREEMENT_PERCENT},
                 {"mean_pairwise_percent_agreement", AGREEMENT_PERCENT},
                 {"irrCAC_pa", AGREEMENT_PERCENT},
                 {"gwet.ac1_pa", AGREEMENT_PERCENT},
                 {"fleiss.kappa_pa", AGREEMENT_PERCENT},
                 {"bp.coeff_pa", AGREEMENT_PERCENT},
                 {"fleiss_kappa", AGREEMENT_FLEISS},
                 {"irrCAC_fleiss", AGREEMENT_FLEISS},
                 {"fleiss.kappa", AGREEMENT_FLEISS},
                 {"fleiss_kappa_exact_conger", AGREEMENT_CONGER},
                 {"irrCAC_conger", AGREEMENT_CONGER},
                 {"gwet_ac1", AGREEMENT_GWET},
                 {"irrCAC_gwet.ac1", AGREEMENT_GWET},
                 {"gwet.ac1", AGREEMENT_GWET},
                 {"irrCAC_bp", AGREEMENT_BRENNAN_PREDIGER},
                 {"bp.coeff", AGREEMENT_BRENNAN_PREDIGER},
                 {"bennett_s", AGREEMENT_BRENNAN_PREDIGER}};
    struct ratings ratings = coded_ratings(coded);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        struct agreement_coefficient coefficient = {.kind = names[i].kind};
        g_autofree char *error = g_strconcat(names[i].name, "_se", NULL);
        if (strcmp(statistic, names[i].name) == 0)
            *value = value_of(coded_value(coded, coefficient));
        else if (strcmp(statistic, error) == 0)
            *value = value_of(gwet_error(&ratings, &coefficient).error);
        else
            continue;
        return TRUE;
    }
    return FALSE;
}

/* Pe, and standard errors of a special kind. */
static gboolean parts_statistic(const struct coded *coded, const char *statistic, double *value)
{
    struct ratings ratings = coded_ratings(coded);
    double shares[64];
    gboolean known = TRUE;
    struct rating_pairs pairs;
    rating_pairs_collapse(&pairs, &ratings, RATING_PAIRS_WITHOUT_MARGINS);
    chance_shares(&pairs, pairs.total, shares);
    if (strcmp(statistic, "gwet.ac1_pe") == 0)
        *value = chance_gwet(shares, NULL, pairs.categories);
    else if (strcmp(statistic, "fleiss.kappa_pe") == 0)
        *value = chance_fleiss(shares, NULL, pairs.categories);
    else if (strcmp(statistic, "bp.coeff_pe") == 0)
        *value = chance_brennan(NULL, pairs.categories);
    else if (strcmp(statistic, "fleiss_kappa_z") == 0)
        *value =
            value_of(coded_simple(coded, AGREEMENT_FLEISS)) / value_of(fleiss_null_error(&pairs));
    else if (strcmp(statistic, "irrCAC_se_scott2") == 0)
        *value = table_error(coded, AGREEMENT_FLEISS);
    else if (strcmp(statistic, "irrCAC_se_gwet.ac1") == 0)
        *value = table_error(coded, AGREEMENT_GWET);
    else if (strcmp(statistic, "irrCAC_se_bp2") == 0)
        *value = table_error(coded, AGREEMENT_BRENNAN_PREDIGER);
    else
        known = FALSE;
    rating_pairs_free(&pairs);
    return known;
}

/* The weights that the name of a statistic says. */
static void weights_of(const struct coded *coded, const char *statistic, double *weights)
{
    static const double apart[] = {0, 1, 2, 4, 7, 11};
    gsize q = coded->categories;
    gboolean own = strstr(statistic, "own") != NULL;
    gboolean linear = strstr(statistic, "linear") != NULL || strstr(statistic, "equal") != NULL;
    if (!own && strstr(statistic, "custom") == NULL) {
        g_assert_true(linear ? weights_linear(coded->values, q, weights)
                             : weights_quadratic(coded->values, q, weights));
        return;
    }
    double *distance = g_new0(double, q *q);
    for (gsize i = 0; i < q * q; i++)
        distance[i] = own              ? apart[i / q > i % q ? i / q - i % q : i % q - i / q]
                      : i / q == i % q ? 0
                      : i / q == 2 || i % q == 2 ? .5
                                                 : 1;
    g_assert_true(weights_from_distance(distance, q, weights));
    g_free(distance);
}

/* Statistics with weights. */
static gboolean weighted_statistic(const struct coded *coded, const char *statistic, double *value)
{
    gboolean ac2 = strcmp(statistic, "gwet_ac2_quadratic") == 0;
    if (strstr(statistic, "weighted_k") == NULL && !ac2)
        return FALSE;
    double *weights = g_new0(double, coded->categories * coded->categories);
    weights_of(coded, statistic, weights);
    if (ac2)
        *value = value_of(coded_value(
            coded, (struct agreement_coefficient){.kind = AGREEMENT_GWET, .weights = weights}));
    else
        *value = value_of(coded_kappa(coded, 0, 1, KAPPA_COHEN, weights));
    g_free(weights);
    return TRUE;
}

/* Kappa of two coders, or of pairs of them. */
static gboolean kappa_statistic(const struct coded *coded, const char *statistic, double *value)
{
    struct ratings ratings = coded_ratings(coded);
    if (strcmp(statistic, "cohen_kappa") == 0)
        *value = value_of(coded_kappa(coded, 0, 1, KAPPA_COHEN, NULL));
    else if (strcmp(statistic, "cohen_kappa_se") == 0 || strcmp(statistic, "irrCAC_se_kappa2") == 0)
        *value = value_of(coded_errors(coded, 0, 1, NULL).error);
    else if (strcmp(statistic, "scott_pi") == 0)
        *value = value_of(coded_kappa(coded, 0, 1, KAPPA_PI, NULL));
    else if (strcmp(statistic, "light_kappa_mean_pairwise_cohen") == 0 ||
             strcmp(statistic, "mean_pairwise_cohen_kappa") == 0)
        *value = value_of(kappa_light(&ratings));
    else if (strcmp(statistic, "cohen_kappa_r2_r3") == 0)
        *value = value_of(coded_kappa(coded, 1, 2, KAPPA_COHEN, NULL));
    else if (strcmp(statistic, "cohen_kappa_r2_r3_z") == 0)
        *value = value_of(coded_kappa(coded, 1, 2, KAPPA_COHEN, NULL)) /
                 value_of(coded_errors(coded, 1, 2, NULL).null);
    else
        return FALSE;
    return TRUE;
}

/* The words for stat of an artstein_poesio item file: distance .5 where a check is involved. */
static double items_alpha(const char *id)
{
    static const double distance[] = {0, .5, .5, .5, 0, 1, .5, 1, 0}; /* chck, ireq, stat */
    g_autofree char *path = g_strconcat(PUBLISHED, id, "/items.csv", NULL);
    GPtrArray *rows = coded_rows(path);
    struct coded coded = coded_of_cells(rows, 1, 2);
    g_assert_cmpuint(coded.categories, ==, 3);
    double alpha = value_of(coded_value(
        &coded, (struct agreement_coefficient){
                    .kind = AGREEMENT_ALPHA, .metric = AGREEMENT_DISTANCE, .distance = distance}));
    coded_free(&coded);
    g_ptr_array_free(rows, TRUE);
    return alpha;
}

/* Alpha, and Fleiss' kappa of some coders or of one category. */
static gboolean other_statistic(const struct published *set, const char *statistic, double *value)
{
    const struct coded *coded = &set->coded;
    struct agreement_coefficient category = {.kind = AGREEMENT_FLEISS_CATEGORY};
    if (g_str_has_prefix(statistic, "krippendorff_alpha_"))
        *value = value_of(coded_alpha(coded, coded_metric(statistic)));
    else if (strcmp(statistic, "krippen.alpha") == 0)
        *value = value_of(coded_alpha(coded, AGREEMENT_NOMINAL));
    else if (strcmp(statistic, "weighted_krippendorff_alpha") == 0)
        *value = items_alpha(set->id);
    else if (g_str_has_prefix(statistic, "fleiss_category_kappa_")) {
        category.category = (gsize)(statistic[strlen(statistic) - 1] - '1');
        *value = value_of(coded_value(coded, category));
    } else if (strcmp(statistic, "fleiss_kappa_raters_1_4") == 0) {
        struct coded four = *coded;
        four.codes = g_new(int32_t, coded->units * 4);
        four.coders = 4;
        for (gsize i = 0; i < coded->units * 4; i++)
            four.codes[i] = coded->codes[i / 4 * coded->coders + i % 4];
        *value = value_of(coded_simple(&four, AGREEMENT_FLEISS));
        g_free(four.codes);
    } else {
        return FALSE;
    }
    return TRUE;
}

/* "ICC2_1_lo", "icc_twoway_agreement_single_hi". */
static gboolean icc_statistic(const struct coded *coded, const char *statistic, double *value)
{
    static const struct {
        const char *name;
        enum icc_kind kind;
    } names[] = {{"ICC1_1", ICC_11},
                 {"ICC2_1", ICC_21},
                 {"ICC3_1", ICC_31},
                 {"ICC1_k", ICC_1K},
                 {"ICC2_k", ICC_2K},
                 {"ICC3_k", ICC_3K},
                 {"icc_oneway_na_single", ICC_11},
                 {"icc_oneway_na_average", ICC_1K},
                 {"icc_twoway_consistency_single", ICC_31},
                 {"icc_twoway_consistency_average", ICC_3K},
                 {"icc_twoway_agreement_single", ICC_21},
                 {"icc_twoway_agreement_average", ICC_2K}};
    double *values = g_new(double, coded->units * coded->coders);
    for (gsize i = 0; i < coded->units * coded->coders; i++)
        values[i] = coded->codes[i] < 0 ? (double)NAN : coded->values[coded->codes[i]];
    struct icc_result result = icc_of(values, coded->units, coded->coders);
    g_free(values);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (!g_str_has_prefix(statistic, names[i].name))
            continue;
        const char *rest = statistic + strlen(names[i].name);
        if (*rest == '\0')
            *value = value_of(result.value[names[i].kind]);
        else if (strcmp(rest, "_lo") == 0)
            *value = result.limits[names[i].kind].low;
        else if (strcmp(rest, "_hi") == 0)
            *value = result.limits[names[i].kind].high;
        return TRUE;
    }
    return FALSE;
}

static void set_check(const struct published *set, struct skipped *skipped, gsize *checked,
                      gsize *left)
{
    for (guint i = 0; i < set->expectations->len; i++) {
        const struct expectation *expectation =
            &g_array_index(set->expectations, struct expectation, i);
        const char *statistic = expectation->statistic;
        const struct coded *coded = &set->coded;
        double value = (double)NAN;
        if (skipped_has(skipped, "published", set->id, statistic)) {
            ++*left;
            continue;
        }
        g_autofree char *what = g_strjoin(" ", set->id, statistic, NULL);
        if (expectation->q > 0)
            g_assert_cmpuint((gsize)expectation->q, ==, coded->categories);
        if (!several_statistic(coded, statistic, &value) &&
            !parts_statistic(coded, statistic, &value) &&
            !kappa_statistic(coded, statistic, &value) &&
            !icc_statistic(coded, statistic, &value) && !other_statistic(set, statistic, &value) &&
            !weighted_statistic(coded, statistic, &value))
            g_error("%s is neither checked nor listed as skipped", what);
        g_assert_cmpfloat(expectation->tolerance, >, 0);
        assert_near(what, value, expectation->value, expectation->tolerance);
        ++*checked;
    }
}

static void test_published(void)
{
    GDir *folder = g_dir_open(PUBLISHED, 0, NULL);
    if (folder == NULL) {
        g_test_skip("no ../shared");
        return;
    }
    struct skipped skipped = skipped_read();
    gsize checked = 0;
    gsize left = 0;
    for (const char *id = g_dir_read_name(folder); id != NULL; id = g_dir_read_name(folder)) {
        struct published set = published_read(id);
        set_check(&set, &skipped, &checked, &left);
        published_free(&set);
    }
    g_dir_close(folder);
    g_test_message("%zu values checked, %zu skipped", checked, left);
    g_assert_cmpuint(checked + left, ==, 546);
    skipped_end(&skipped, "published");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/published/all", test_published);
    return g_test_run();
}
