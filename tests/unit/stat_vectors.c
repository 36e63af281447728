/* Every value of the vectors K, F, C, G, X and H (U: stat_unitize.c, I: stat_icc.c) of
 * ../shared/reference/vectors: checked at its tolerance, or listed with a reason in
 * tests/reference/skipped_reliability.csv. */
#include "stat/krippendorff.h"
#include "stat/chance.h"
#include "stat/fleiss.h"
#include "stat/gwet.h"

#include "stat_skipped.h"

/* One value of expected.csv with its data. */
struct vector {
    const char *id;
    const char *file;
    const char *statistic;
    const char *params;
    struct coded coded;
};

/* The data of a table of counts, whose first column names the rows. */
static struct coded counts_read(const GPtrArray *rows, gboolean square)
{
    gsize q = g_strv_length((char **)g_ptr_array_index(rows, 0)) - 1;
    gsize *counts = g_new0(gsize, (rows->len - 1) * q);
    for (gsize i = 0; i < (rows->len - 1) * q; i++)
        counts[i] = (gsize)g_ascii_strtoull(coded_cell(rows, 1 + i / q, 1 + i % q), NULL, 10);
    struct coded coded =
        square ? coded_of_table(counts, q) : coded_of_counts(counts, rows->len - 1, q);
    g_free(counts);
    return coded;
}

/* The rows of one data set of Freelon's, its header first; sets have two to seven coders, whatever
 * the header says. */
static struct coded freelon_read(const GPtrArray *rows, const char *params)
{
    GPtrArray *own = g_ptr_array_new();
    g_ptr_array_add(own, g_ptr_array_index(rows, 0));
    for (gsize i = 1; i < rows->len; i++)
        if (g_str_has_prefix(params, coded_cell(rows, i, 0)))
            g_ptr_array_add(own, g_ptr_array_index(rows, i));
    gsize coders = 0;
    while (*coded_cell(own, 1, 2 + coders) != '\0')
        coders++;
    struct coded coded = coded_of_cells(own, 2, coders);
    g_ptr_array_free(own, TRUE);
    return coded;
}

/* Tables that stand in expected.csv itself: "7 1|3 5", "(inline 80 7/8 5)". */
static struct coded inline_read(const struct vector *vector)
{
    gboolean table = strcmp(vector->id, "G4") == 0;
    double numbers[16] = {0};
    gsize counts[16] = {0};
    gsize n = coded_numbers(table ? vector->file : vector->params, numbers, 16);
    for (gsize i = 0; i < n; i++)
        counts[i] = (gsize)numbers[i];
    return table ? coded_of_table(counts, 2) : coded_of_counts(counts, 2, n / 2);
}

static struct coded data_read(const struct vector *vector)
{
    if (g_str_has_prefix(vector->file, "(inline"))
        return inline_read(vector);
    char *path = g_strconcat(VECTORS, vector->file, NULL);
    GPtrArray *rows = coded_rows(path);
    struct coded coded;
    if (strcmp(vector->id, "X1") == 0)
        coded = freelon_read(rows, vector->params);
    else if (strcmp(coded_cell(rows, 0, 0), "A\\B") == 0)
        coded = counts_read(rows, TRUE);
    else if (strstr(vector->file, "counts") != NULL || strstr(vector->file, "distrib6") != NULL)
        coded = counts_read(rows, FALSE);
    else
        coded = coded_of_cells(rows, 1, g_strv_length((char **)g_ptr_array_index(rows, 0)) - 1);
    g_ptr_array_free(rows, TRUE);
    g_free(path);
    return coded;
}

static double value_of(struct stat_value value)
{
    g_assert_cmpint(value.reason, ==, STAT_FINE);
    return value.value;
}

/* Two coders. */
static gboolean kappa_statistic(const struct vector *vector, double *value)
{
    const struct coded *coded = &vector->coded;
    const char *statistic = vector->statistic;
    double room[64];
    const double *weights = coded_weights(&vector->coded, vector->params, room);
    if (strcmp(statistic, "cohen_po") == 0)
        *value = value_of(coded_kappa(coded, 0, 1, KAPPA_PERCENT, NULL));
    else if (strcmp(statistic, "cohen_kappa") == 0)
        *value = value_of(coded_kappa(coded, 0, 1, KAPPA_COHEN, NULL));
    else if (strcmp(statistic, "weighted_kappa") == 0)
        *value = value_of(coded_kappa(coded, 0, 1, KAPPA_COHEN, weights));
    else if (strcmp(statistic, "cohen_kappa_max") == 0)
        *value = value_of(coded_kappa(coded, 0, 1, KAPPA_LARGEST, NULL));
    else if (strcmp(statistic, "scott_pi") == 0)
        *value = value_of(coded_kappa(coded, 0, 1, KAPPA_PI, NULL));
    else if (strstr(statistic, "_se_FCE1969") != NULL)
        *value = value_of(coded_errors(coded, 0, 1, weights).error);
    else if (strcmp(statistic, "cohen_se_null") == 0 ||
             strcmp(statistic, "weighted_kappa_se_null") == 0)
        *value = value_of(coded_errors(coded, 0, 1, weights).null);
    else if (strcmp(statistic, "cohen_pe") == 0) {
        double observed = value_of(coded_kappa(coded, 0, 1, KAPPA_PERCENT, NULL));
        double kappa = value_of(coded_kappa(coded, 0, 1, KAPPA_COHEN, NULL));
        *value = (observed - kappa) / (1 - kappa);
    } else {
        return FALSE;
    }
    return TRUE;
}

/* Krippendorff's alpha and its parts. */
static gboolean alpha_statistic(const struct vector *vector, double *value)
{
    if (!g_str_has_prefix(vector->statistic, "kripp"))
        return FALSE;
    struct ratings ratings = coded_ratings(&vector->coded);
    struct agreement_coefficient coefficient = {.kind = AGREEMENT_ALPHA,
                                                .metric = coded_metric(vector->params),
                                                .values = vector->coded.values};
    struct krippendorff parts;
    struct rating_pairs pairs;
    rating_pairs_collapse(&pairs, &ratings, RATING_PAIRS_WITHOUT_MARGINS);
    g_assert_cmpint(krippendorff_parts(&pairs, pairs.total, &coefficient, &parts), ==, STAT_FINE);
    if (g_str_has_suffix(vector->statistic, "_Do"))
        *value = parts.observed;
    else if (g_str_has_suffix(vector->statistic, "_De"))
        *value = parts.expected;
    else if (g_str_has_suffix(vector->statistic, "pairable_values"))
        *value = parts.values;
    else
        *value = value_of(agreement_value(&pairs, &coefficient));
    rating_pairs_free(&pairs);
    return TRUE;
}

/* Chance and null errors of several coders. */
static gboolean chance_statistic(const struct vector *vector, double *value)
{
    struct ratings ratings = coded_ratings(&vector->coded);
    double shares[64];
    struct rating_pairs pairs;
    rating_pairs_collapse(&pairs, &ratings, RATING_PAIRS_WITHOUT_MARGINS);
    g_assert_true(chance_shares(&pairs, pairs.total, shares));
    gboolean known = TRUE;
    if (strcmp(vector->statistic, "fleiss_Pe") == 0)
        *value = chance_fleiss(shares, NULL, pairs.categories);
    else if (strcmp(vector->statistic, "gwet_pe") == 0)
        *value = chance_gwet(shares, NULL, pairs.categories);
    else if (strcmp(vector->statistic, "fleiss_se_null_FNL1979") == 0)
        *value = value_of(fleiss_null_error(&pairs));
    else if (strcmp(vector->statistic, "fleiss_se_category") == 0)
        *value = value_of(fleiss_null_error_category(&pairs));
    else if (strcmp(vector->statistic, "fleiss_z_FNL1979") == 0)
        *value = value_of(coded_simple(&vector->coded, AGREEMENT_FLEISS)) /
                 value_of(fleiss_null_error(&pairs));
    else
        known = FALSE;
    rating_pairs_free(&pairs);
    return known;
}

/* AC1 and AC2 with their errors. */
static gboolean gwet_statistic(const struct vector *vector, double *value)
{
    double room[64];
    struct ratings ratings = coded_ratings(&vector->coded);
    struct agreement_coefficient coefficient = {
        .kind = AGREEMENT_GWET, .weights = coded_weights(&vector->coded, vector->params, room)};
    if (!g_str_has_prefix(vector->statistic, "gwet_ac"))
        return FALSE;
    struct gwet_result result = gwet_error(&ratings, &coefficient);
    double n = (double)ratings.units;
    if (strcmp(vector->statistic, "gwet_ac1_se_table_version") == 0)
        *value = value_of(result.error) * sqrt((n - 1) / n); /* irrCAC divides by n there */
    else if (g_str_has_suffix(vector->statistic, "_se"))
        *value = value_of(result.error);
    else
        *value = value_of(result.value);
    return TRUE;
}

/* Several coders. */
static gboolean several_statistic(const struct vector *vector, double *value)
{
    static const struct {
        const char *name;
        enum agreement_kind kind;
        double times;
    } names[] = {{"fleiss_Po", AGREEMENT_PERCENT, 1},
                 {"gwet_pa", AGREEMENT_PERCENT, 1},
                 {"percent_agreement_mean_pairwise", AGREEMENT_PERCENT, 100},
                 {"fleiss_kappa", AGREEMENT_FLEISS, 1},
                 {"fleiss_kappa_missing_gwet", AGREEMENT_FLEISS, 1},
                 {"fleiss_kappa_category", AGREEMENT_FLEISS_CATEGORY, 1},
                 {"conger_kappa_exact", AGREEMENT_CONGER, 1},
                 {"brennan_prediger_missing_gwet", AGREEMENT_BRENNAN_PREDIGER, 1},
                 {"bennett_S", AGREEMENT_BRENNAN_PREDIGER, 1}};
    struct ratings ratings = coded_ratings(&vector->coded);
    struct agreement_coefficient coefficient = {.kind = AGREEMENT_PERCENT};
    if (strcmp(vector->statistic, "light_kappa") == 0) {
        *value = value_of(kappa_light(&ratings));
        return TRUE;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(vector->statistic, names[i].name) == 0) {
            coefficient.kind = names[i].kind;
            if (coefficient.kind == AGREEMENT_FLEISS_CATEGORY)
                coefficient.category = (gsize)g_ascii_strtoull(vector->params, NULL, 10) - 1;
            *value = names[i].times * value_of(coded_value(&vector->coded, coefficient));
            return TRUE;
        }
    return FALSE;
}

static gboolean vector_value(const struct vector *vector, double *value)
{
    return kappa_statistic(vector, value) || alpha_statistic(vector, value) ||
           gwet_statistic(vector, value) || several_statistic(vector, value) ||
           chance_statistic(vector, value);
}

static void vector_check(struct vector *vector, const char *expected, const char *tolerance)
{
    double value = (double)NAN;
    char *what = g_strjoin(" ", vector->id, vector->statistic, vector->params, NULL);
    vector->coded = data_read(vector);
    if (!vector_value(vector, &value))
        g_error("%s is neither checked nor listed as skipped", what);
    double allowed = g_ascii_strtod(tolerance, NULL);
    assert_near(what, value, g_ascii_strtod(expected, NULL), allowed > 0 ? allowed : 1e-12);
    coded_free(&vector->coded);
    g_free(what);
}

static void test_vectors(void)
{
    if (!reference_there(VECTORS)) {
        g_test_skip("no ../shared");
        return;
    }
    struct skipped skipped = skipped_read();
    GPtrArray *rows = coded_rows(VECTORS "expected.csv");
    gsize checked = 0;
    gsize left = 0;
    for (gsize i = 1; i < rows->len; i++) {
        struct vector vector = {.id = coded_cell(rows, i, 0),
                                .file = coded_cell(rows, i, 1),
                                .statistic = coded_cell(rows, i, 2),
                                .params = coded_cell(rows, i, 3)};
        if (strchr("KFCGXH", *vector.id) == NULL)
            continue;
        if (skipped_has(&skipped, "vectors", vector.id, vector.statistic)) {
            left++;
            continue;
        }
        vector_check(&vector, coded_cell(rows, i, 4), coded_cell(rows, i, 5));
        checked++;
    }
    g_test_message("%zu values checked, %zu skipped", checked, left);
    g_assert_cmpuint(checked, ==, 204);
    skipped_end(&skipped, "vectors");
    g_ptr_array_free(rows, TRUE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/vectors/all", test_vectors);
    return g_test_run();
}
