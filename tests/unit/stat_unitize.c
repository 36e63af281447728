/* The u-alpha family: the book's figure, alpha by units as a special case, and what is refused. */
#include "stat/unitize.h"

#include "stat_skipped.h"

/* Krippendorff (2019), figure 12.11, page 340, length 60: three observers, half-open ends, values 1
 * to 7 as 0 to 6. */
static const struct unitize_piece figure[] = {
    {0, 0, 0, 0, 7},   {0, 0, 1, 7, 13},  {0, 0, 4, 30, 32}, {0, 0, 5, 32, 37},
    {0, 0, 5, 37, 44}, {0, 0, 6, 44, 60}, {0, 1, 0, 0, 7},   {0, 1, 2, 7, 13},
    {0, 1, 4, 13, 21}, {0, 1, 5, 32, 44}, {0, 2, 0, 0, 7},   {0, 2, 3, 7, 13},
    {0, 2, 4, 13, 21}, {0, 2, 5, 32, 37}, {0, 2, 5, 37, 41}, {0, 2, 5, 41, 44}};

static const int64_t sixty[] = {60};
static const bool everyone[] = {true, true, true, true};
static const struct unitize_data figure_data = {figure, G_N_ELEMENTS(figure), sixty, everyone, 1, 3,
                                                7};

static struct stat_value value_of(const struct unitize_data *data, enum unitize_kind kind,
                                  gsize category)
{
    struct unitize_coefficient coefficient = {kind, category};
    struct unitize unitize;
    g_assert_cmpint(unitize_collapse(&unitize, data).trouble, ==, UNITIZE_FINE);
    struct stat_value value = unitize_value(&unitize, &coefficient);
    unitize_free(&unitize);
    return value;
}

/* What the book prints; the exact values and those of codes by exact arithmetic, position by
 * position. */
static void test_figure(void)
{
    static const double codes[] = {1, 0, 0, 0, 1, 1};
    static const double covered[] = {1, 1, 1, 1, 4. / 9, 1, 0};
    assert_near("printed", value_of(&figure_data, UNITIZE_ALPHA, 0).value, .510, 5e-4);
    assert_near("u-alpha", value_of(&figure_data, UNITIZE_ALPHA, 0).value, 0.509981907792127,
                1e-12);
    assert_near("binary", value_of(&figure_data, UNITIZE_BINARY, 0).value, 0.413599230448953,
                1e-12);
    assert_near("codes", value_of(&figure_data, UNITIZE_CODES, 0).value, 0.728349542749311, 1e-12);
    for (gsize k = 0; k < 6; k++)
        assert_near("code", value_of(&figure_data, UNITIZE_CODE, k).value, codes[k], 1e-12);
    for (gsize k = 0; k < 7; k++)
        assert_near("coverage", value_of(&figure_data, UNITIZE_CODE_COVERAGE, k).value, covered[k],
                    1e-12);
    g_assert_cmpint(value_of(&figure_data, UNITIZE_CODE, 6).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(value_of(&figure_data, UNITIZE_CODE, 7).reason, ==, STAT_NOT_DEFINED);
}

static double vector_value(const char *statistic)
{
    enum unitize_kind kind = g_str_has_prefix(statistic, "cu_") ? UNITIZE_CODES
                             : strstr(statistic, "binary")      ? UNITIZE_BINARY
                                                                : UNITIZE_ALPHA;
    return value_of(&figure_data, kind, 0).value;
}

static void test_vector(void)
{
    if (!reference_there(VECTORS)) {
        g_test_skip("no ../shared");
        return;
    }
    struct skipped skipped = skipped_read();
    GPtrArray *rows = coded_rows(VECTORS "expected.csv");
    gsize checked = 0;
    for (gsize i = 1; i < rows->len; i++) {
        const char *id = coded_cell(rows, i, 0);
        const char *statistic = coded_cell(rows, i, 2);
        if (*id != 'U' || skipped_has(&skipped, "vectors-u", id, statistic))
            continue;
        assert_near(statistic, vector_value(statistic),
                    g_ascii_strtod(coded_cell(rows, i, 4), NULL),
                    g_ascii_strtod(coded_cell(rows, i, 5), NULL));
        checked++;
    }
    g_assert_cmpuint(checked, ==, 3);
    skipped_end(&skipped, "vectors-u");
    GPtrArray *data = coded_rows(VECTORS "kripp2019_unitizing_fig12_11.csv");
    g_assert_cmpuint(data->len - 1, ==, G_N_ELEMENTS(figure));
    for (gsize i = 0; i + 1 < data->len; i++) {
        g_assert_cmpint(g_ascii_strtoll(coded_cell(data, i + 1, 1), NULL, 10), ==,
                        figure[i].start + 1);
        g_assert_cmpint(g_ascii_strtoll(coded_cell(data, i + 1, 2), NULL, 10), ==, figure[i].end);
    }
    g_ptr_array_free(data, TRUE);
    g_ptr_array_free(rows, TRUE);
}

/* Pieces of one step: units, of which "no piece" is a category. u-alpha is then alpha, and cu-alpha
 * that of the units which both of two coders have valued. Continua stand one after the other. */
static void test_units(void)
{
    static const int64_t lengths[] = {30, 20};
    for (uint64_t seed = 0; seed < 20; seed++) {
        gsize coders = 2 + seed % 3;
        struct coded coded = coded_random(50, coders, 4, FALSE, seed);
        struct unitize_piece *pieces = g_new0(struct unitize_piece, 50 * coders);
        bool coded_by[8] = {true, true, true, true, true, true, true, true};
        struct unitize_data data = {pieces, 0, lengths, coded_by, 2, coders, 3};
        for (gsize i = 0; i < 50 * coders; i++) {
            gsize unit = i / coders;
            gsize continuum = unit >= 30;
            int64_t start = (int64_t)unit - (continuum ? 30 : 0);
            if (coded.codes[i] < 3)
                pieces[data.count++] = (struct unitize_piece){
                    continuum, i % coders, (gsize)coded.codes[i], start, start + 1};
        }
        assert_near("alpha", value_of(&data, UNITIZE_ALPHA, 0).value,
                    coded_alpha(&coded, AGREEMENT_NOMINAL).value, 1e-12);
        for (gsize i = 0; i < 50 * coders; i++)
            coded.codes[i] = coded.codes[i] == 3 ? RATINGS_MISSING : coded.codes[i];
        if (coders == 2)
            assert_near("codes", value_of(&data, UNITIZE_CODES, 0).value,
                        coded_alpha(&coded, AGREEMENT_NOMINAL).value, 1e-12);
        g_free(pieces);
        coded_free(&coded);
    }
}

/* The order of pieces and coders means nothing; a continuum of one coder, and a coder who coded
 * nothing, count for nothing. */
static void test_invariant(void)
{
    struct unitize_piece pieces[G_N_ELEMENTS(figure) + 1];
    const int64_t lengths[] = {10, 60};
    const bool coded[] = {true, false, false, false, false, true, true, true};
    gsize n = G_N_ELEMENTS(figure);
    for (gsize i = 0; i < n; i++) {
        pieces[i] = figure[n - 1 - i];
        pieces[i].coder = 3 - pieces[i].coder;
        pieces[i].continuum = 1;
        pieces[i].category = 6 - pieces[i].category;
    }
    pieces[n] = (struct unitize_piece){0, 0, 3, 2, 9};
    struct unitize_data data = {pieces, n + 1, lengths, coded, 2, 4, 8};
    for (enum unitize_kind kind = UNITIZE_ALPHA; kind <= UNITIZE_CODES; kind++) {
        struct stat_value value = value_of(&data, kind, 0);
        g_assert_cmpuint(value.n, ==, 1);
        assert_near("value", value.value, value_of(&figure_data, kind, 0).value, 1e-14);
    }
    assert_near("code", value_of(&data, UNITIZE_CODE_COVERAGE, 2).value, 4. / 9, 1e-14);
}

static enum unitize_trouble trouble_of(const struct unitize_piece *pieces, gsize count)
{
    static const bool coded[] = {true, true, false};
    struct unitize_data data = {pieces, count, sixty, coded, 1, 3, 2};
    struct unitize unitize;
    struct unitize_fault fault = unitize_collapse(&unitize, &data);
    if (fault.trouble == UNITIZE_FINE)
        unitize_free(&unitize);
    else
        g_assert_cmpuint(fault.piece, <, count + 1);
    return fault.trouble;
}

static void test_refused(void)
{
    struct unitize_piece two[] = {{0, 0, 1, 10, 20}, {0, 0, 0, 5, 10}};
    g_assert_cmpint(trouble_of(two, 0), ==, UNITIZE_FINE);
    g_assert_cmpint(trouble_of(two, 2), ==, UNITIZE_FINE);
    two[1].end = 11;
    g_assert_cmpint(trouble_of(two, 2), ==, UNITIZE_OVERLAP);
    two[1].coder = 1;
    g_assert_cmpint(trouble_of(two, 2), ==, UNITIZE_FINE);
    two[1].coder = 2;
    g_assert_cmpint(trouble_of(two, 2), ==, UNITIZE_NOT_CODED);
    two[1] = (struct unitize_piece){0, 1, 0, 5, 5};
    g_assert_cmpint(trouble_of(two, 2), ==, UNITIZE_EMPTY);
    two[1].end = 61;
    g_assert_cmpint(trouble_of(two, 2), ==, UNITIZE_OUTSIDE);
    two[1] = (struct unitize_piece){0, 1, 0, -1, 5};
    g_assert_cmpint(trouble_of(two, 2), ==, UNITIZE_OUTSIDE);
    two[1] = (struct unitize_piece){0, 1, 2, 1, 5};
    g_assert_cmpint(trouble_of(two, 2), ==, UNITIZE_OUTSIDE);
    two[1] = (struct unitize_piece){1, 1, 0, 1, 5};
    g_assert_cmpint(trouble_of(two, 2), ==, UNITIZE_OUTSIDE);
    const int64_t endless[] = {INT64_C(1) << 40};
    struct unitize_data data = {NULL, 0, endless, everyone, 1, 2, 2};
    struct unitize unitize;
    g_assert_cmpint(unitize_collapse(&unitize, &data).trouble, ==, UNITIZE_TOO_LONG);
}

static void test_reasons(void)
{
    const struct unitize_piece same[] = {{0, 0, 1, 0, 60}, {0, 1, 1, 0, 60}};
    const struct unitize_piece apart[] = {{0, 0, 1, 0, 10}, {0, 1, 1, 20, 30}};
    struct unitize_data data = {NULL, 0, sixty, everyone, 0, 2, 2};
    g_assert_cmpint(value_of(&data, UNITIZE_ALPHA, 0).reason, ==, STAT_TOO_FEW);
    data.continua = 1;
    g_assert_cmpint(value_of(&data, UNITIZE_ALPHA, 0).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(value_of(&data, UNITIZE_BINARY, 0).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(value_of(&data, UNITIZE_CODES, 0).reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(value_of(&data, UNITIZE_CODE_COVERAGE, 1).reason, ==, STAT_TOO_FEW);
    data.coders = 1;
    g_assert_cmpint(value_of(&data, UNITIZE_ALPHA, 0).reason, ==, STAT_TOO_FEW);
    data = (struct unitize_data){same, 2, sixty, everyone, 1, 2, 2};
    g_assert_cmpint(value_of(&data, UNITIZE_ALPHA, 0).reason, ==, STAT_NO_VARIATION);
    g_assert_cmpint(value_of(&data, UNITIZE_CODES, 0).reason, ==, STAT_NO_VARIATION);
    data.pieces = apart;
    g_assert_cmpint(value_of(&data, UNITIZE_CODES, 0).reason, ==, STAT_TOO_FEW);
    g_assert_cmpfloat(value_of(&data, UNITIZE_ALPHA, 0).value, <, 0);
    assert_near("never together", value_of(&data, UNITIZE_CODE_COVERAGE, 1).value, 0, 0);
}

static void test_intervals(void)
{
    static const struct resample_settings settings = {.seed = 1, .replicates = 500};
    static const struct unitize_coefficient wanted[] = {
        {UNITIZE_ALPHA, 0}, {UNITIZE_BINARY, 0}, {UNITIZE_CODE_COVERAGE, 0}, {UNITIZE_CODE, 1}};
    struct unitize_piece pieces[48];
    int64_t lengths[12];
    bool coded[24];
    struct cluster_interval results[4];
    struct unitize unitize;
    for (gsize i = 0; i < 12; i++) {
        lengths[i] = 100000;
        coded[2 * i] = coded[2 * i + 1] = true;
        int64_t shift = (int64_t)(i * i) * 300;
        pieces[4 * i] = (struct unitize_piece){i, 0, 0, 10000, 40000};
        pieces[4 * i + 1] = (struct unitize_piece){i, 1, 0, 10000 + shift, 40000 + shift};
        pieces[4 * i + 2] = (struct unitize_piece){i, 0, 0, 50000, 60000};
        pieces[4 * i + 3] = (struct unitize_piece){i, 1, 0, 90000, 90100 + 100 * (int64_t)i};
    }
    struct unitize_data data = {pieces, 48, lengths, coded, 12, 2, 2};
    g_assert_cmpint(unitize_collapse(&unitize, &data).trouble, ==, UNITIZE_FINE);
    unitize_intervals(&unitize, wanted, 4, &settings, results);
    unitize_free(&unitize);
    for (gsize i = 0; i < 3; i++) {
        g_assert_cmpint(results[i].method, ==, CLUSTER_JACKKNIFE);
        g_assert_cmpfloat(results[i].limits.low, <, results[i].value.value);
        g_assert_cmpfloat(results[i].limits.high, >, results[i].value.value);
    }
    g_assert_cmpint(results[3].value.reason, ==, STAT_TOO_FEW);
    g_assert_cmpint(results[3].limits.reason, ==, STAT_TOO_FEW);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/unitize/figure", test_figure);
    g_test_add_func("/stat/unitize/vector", test_vector);
    g_test_add_func("/stat/unitize/units", test_units);
    g_test_add_func("/stat/unitize/invariant", test_invariant);
    g_test_add_func("/stat/unitize/refused", test_refused);
    g_test_add_func("/stat/unitize/reasons", test_reasons);
    g_test_add_func("/stat/unitize/intervals", test_intervals);
    return g_test_run();
}
