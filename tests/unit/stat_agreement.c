/* Coefficients of agreement: printed tables, what must hold whatever the data, and the corners. */
#include "stat/fleiss.h"
#include "stat/gwet.h"

#include "stat_coefficients.h"

/* "1 2 ./1 1 3": units by coders, a point where missing. */
static struct coded ratings_read(const char *text)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    char **lines = g_strsplit(text, "/", -1);
    g_ptr_array_add(rows, g_strsplit(lines[0], " ", -1)); /* in the header's place */
    gsize coders = g_strv_length((char **)g_ptr_array_index(rows, 0));
    for (char **line = lines; *line != NULL; line++) {
        char **cells = g_strsplit(*line, " ", -1);
        for (char **cell = cells; *cell != NULL; cell++)
            if (**cell == '.')
                **cell = '\0';
        g_ptr_array_add(rows, cells);
    }
    struct coded coded = coded_of_cells(rows, 0, coders);
    g_strfreev(lines);
    g_ptr_array_free(rows, TRUE);
    return coded;
}

static struct coded table_read(const char *text)
{
    double numbers[16] = {0};
    gsize table[16] = {0};
    gsize n = coded_numbers(text, numbers, 16);
    for (gsize i = 0; i < n; i++)
        table[i] = (gsize)numbers[i];
    return coded_of_table(table, (gsize)(sqrt((double)n) + .5));
}

/* The weights of a row; NULL for none. */
static const double *row_weights(const char *text, const struct coded *coded, double *weights)
{
    gsize q = coded->categories;
    double distance[16];
    if (g_str_has_prefix(text, "distance")) {
        g_assert_cmpuint(coded_numbers(text, distance, 16), ==, q * q);
        g_assert_true(weights_from_distance(distance, q, weights));
    } else if (g_str_has_prefix(text, "agreement")) {
        g_assert_cmpuint(coded_numbers(text, weights, 16), ==, q * q);
    } else if (strcmp(text, "linear") == 0) {
        g_assert_true(weights_linear(coded->values, q, weights));
    } else if (strcmp(text, "quadratic") == 0) {
        g_assert_true(weights_quadratic(coded->values, q, weights));
    }
    return *text == '\0' ? NULL : weights;
}

static struct stat_value fleiss_null(const struct coded *coded, gboolean category)
{
    struct ratings ratings = coded_ratings(coded);
    struct rating_pairs pairs;
    rating_pairs_collapse(&pairs, &ratings, RATING_PAIRS_WITHOUT_MARGINS);
    struct stat_value error =
        category ? fleiss_null_error_category(&pairs) : fleiss_null_error(&pairs);
    rating_pairs_free(&pairs);
    return error;
}

static struct stat_value row_value(const struct coded *coded, const char *statistic,
                                   const double *weights)
{
    static const struct {
        const char *name;
        enum agreement_kind kind;
    } names[] = {{"percent", AGREEMENT_PERCENT},
                 {"fleiss", AGREEMENT_FLEISS},
                 {"conger", AGREEMENT_CONGER},
                 {"ac1", AGREEMENT_GWET},
                 {"brennan_prediger", AGREEMENT_BRENNAN_PREDIGER},
                 {"pabak", AGREEMENT_PABAK}};
    struct ratings ratings = coded_ratings(coded);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        struct agreement_coefficient coefficient = {.kind = names[i].kind, .weights = weights};
        g_autofree char *error = g_strconcat(names[i].name, "_error", NULL);
        if (strcmp(statistic, names[i].name) == 0)
            return coded_value(coded, coefficient);
        if (strcmp(statistic, error) == 0)
            return gwet_error(&ratings, &coefficient).error;
    }
    if (g_str_has_prefix(statistic, "alpha_"))
        return coded_alpha(coded, coded_metric(statistic));
    if (g_str_has_prefix(statistic, "category "))
        return coded_value(coded, (struct agreement_coefficient){
                                      .kind = AGREEMENT_FLEISS_CATEGORY,
                                      .category = (gsize)(statistic[strlen("category ")] - '1')});
    if (g_str_has_suffix(statistic, "_null") && !g_str_has_prefix(statistic, "kappa"))
        return fleiss_null(coded, g_str_has_prefix(statistic, "category"));
    if (strcmp(statistic, "light") == 0)
        return kappa_light(&ratings);
    if (strcmp(statistic, "kappa_error") == 0)
        return coded_errors(coded, 0, 1, weights).error;
    if (strcmp(statistic, "kappa_null") == 0)
        return coded_errors(coded, 0, 1, weights).null;
    return coded_kappa(coded, 0, 1,
                       strcmp(statistic, "pi") == 0              ? KAPPA_PI
                       : strcmp(statistic, "kappa_largest") == 0 ? KAPPA_LARGEST
                                                                 : KAPPA_COHEN,
                       weights);
}

static void test_reference(void)
{
    struct reference reference = reference_read("tests/reference/stat_agreement.csv");
    g_assert_cmpuint(reference.rows->len, ==, 51);
    for (guint row = 0; row < reference.rows->len; row++) {
        const char *data = reference_cell(&reference, row, "data");
        gboolean table = strcmp(reference_cell(&reference, row, "shape"), "table") == 0;
        struct coded coded = table ? table_read(data) : ratings_read(data);
        double room[64];
        const double *weights =
            row_weights(reference_cell(&reference, row, "weights"), &coded, room);
        g_autofree char *what = g_strjoin(" ", reference_cell(&reference, row, "name"),
                                          reference_cell(&reference, row, "statistic"), NULL);
        struct stat_value value =
            row_value(&coded, reference_cell(&reference, row, "statistic"), weights);
        g_assert_cmpint(value.reason, ==, STAT_FINE);
        assert_near(what, value.value, reference_number(&reference, row, "expected"),
                    reference_number(&reference, row, "tolerance"));
        coded_free(&coded);
    }
    reference_free(&reference);
}

/* Whether the two have the same value to rounding, or are both missing for the same reason. */
static void assert_same(const char *what, struct stat_value one, struct stat_value other)
{
    g_assert_cmpint(one.reason, ==, other.reason);
    g_assert_cmpuint(one.n, ==, other.n);
    if (one.reason == STAT_FINE)
        assert_near(what, one.value, other.value, 1e-12);
}

static const char *const nominal[] = {"percent",   "fleiss",           "conger",
                                      "ac1",       "brennan_prediger", "alpha_nominal",
                                      "ac1_error", "conger_error",     "fleiss_error"};
static const char *const metric[] = {"alpha_ordinal", "alpha_interval", "alpha_ratio"};

static void assert_all_same(const struct coded *one, const struct coded *other, gboolean ordered)
{
    for (gsize i = 0; i < G_N_ELEMENTS(nominal); i++)
        assert_same(nominal[i], row_value(one, nominal[i], NULL),
                    row_value(other, nominal[i], NULL));
    for (gsize i = 0; ordered && i < G_N_ELEMENTS(metric); i++)
        assert_same(metric[i], row_value(one, metric[i], NULL), row_value(other, metric[i], NULL));
}

/* No coder comes first; the number of a nominal category means nothing; a coder who said nothing
 * counts for nothing. */
static void test_invariant(void)
{
    for (uint64_t seed = 0; seed < 30; seed++) {
        gsize coders = 2 + seed % 4;
        struct coded coded = coded_random(40, coders, 5, seed % 3 > 0, seed);
        struct coded turned = coded_random(40, coders, 5, seed % 3 > 0, seed);
        for (gsize i = 0; i < coded.units * coders; i++)
            turned.codes[i] = coded.codes[i / coders * coders + (i + 1) % coders];
        assert_all_same(&coded, &turned, TRUE);
        for (gsize i = 0; i < coded.units * coders; i++)
            turned.codes[i] = coded.codes[i] < 0 ? RATINGS_MISSING : (coded.codes[i] * 2 + 3) % 5;
        assert_all_same(&coded, &turned, FALSE);
        struct coded more = {.units = coded.units, .coders = coders + 1, .categories = 5};
        more.codes = g_new(int32_t, more.units * more.coders);
        more.values = g_memdup2(coded.values, 5 * sizeof *coded.values);
        for (gsize i = 0; i < more.units * more.coders; i++)
            more.codes[i] = i % more.coders == coders
                                ? RATINGS_MISSING
                                : coded.codes[i / more.coders * coders + i % more.coders];
        assert_all_same(&coded, &more, TRUE);
        coded_free(&more);
        coded_free(&turned);
        coded_free(&coded);
    }
}

/* Two coders without missing ratings: alpha is pi corrected for the number of values, kappa is the
 * same both ways, and Fleiss' and Conger's are pi and kappa. */
static void test_two(void)
{
    double weights[16];
    g_assert_true(weights_linear((const double[]){1, 2, 3, 5}, 4, weights));
    for (uint64_t seed = 0; seed < 40; seed++) {
        struct coded coded = coded_random(5 + seed, 2, 4, FALSE, seed);
        double n = (double)coded.units;
        double pi = coded_kappa(&coded, 0, 1, KAPPA_PI, NULL).value;
        assert_near("alpha and pi", coded_alpha(&coded, AGREEMENT_NOMINAL).value,
                    1 - (1 - pi) * (2 * n - 1) / (2 * n), 1e-14);
        assert_near("fleiss", coded_simple(&coded, AGREEMENT_FLEISS).value, pi, 1e-14);
        assert_near("conger", coded_simple(&coded, AGREEMENT_CONGER).value,
                    coded_kappa(&coded, 0, 1, KAPPA_COHEN, NULL).value, 1e-14);
        assert_near("weighted both ways", coded_kappa(&coded, 0, 1, KAPPA_COHEN, weights).value,
                    coded_kappa(&coded, 1, 0, KAPPA_COHEN, weights).value, 1e-14);
        assert_near("weighted", coded_kappa(&coded, 0, 1, KAPPA_COHEN, weights).value,
                    row_value(&coded, "conger", weights).value, 1e-14);
        coded_free(&coded);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/agreement/reference", test_reference);
    g_test_add_func("/stat/agreement/invariant", test_invariant);
    g_test_add_func("/stat/agreement/two", test_two);
    return g_test_run();
}
