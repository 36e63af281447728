/* Intraclass correlations: the paper's six, limits, and the corners. */
#include "stat/icc.h"

#include "stat_coded.h"

/* Shrout & Fleiss (1979), table 2: six persons, four judges. */
static const double judges[] = {9, 2, 5, 8, 6,  1, 3, 2, 8, 4, 6, 8,
                                7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7};

static void test_paper(void)
{
    static const double printed[] = {.17, .29, .71, .44, .62, .91}; /* table 4 */
    static const double exact[] = {0.165741768405475, 0.289763779527559, 0.714840714840715,
                                   0.442797133679269, 0.620050547598989, 0.909315542377069};
    struct icc_result result = icc_of(judges, 6, 4);
    for (gsize i = 0; i < ICC_KINDS; i++) {
        assert_near("printed", result.value[i].value, printed[i], .005);
        assert_near("exact", result.value[i].value, exact[i], 1e-12);
        g_assert_cmpint(result.limits[i].reason, ==, STAT_FINE);
        g_assert_cmpfloat(result.limits[i].low, <, result.value[i].value);
        g_assert_cmpfloat(result.limits[i].high, >, result.value[i].value);
    }
    g_assert_cmpuint(result.persons, ==, 6);
    assert_near("low by R psych", result.limits[ICC_21].low, 0.018786513374712, 1e-6);
}

/* The values of vector I1, where ../shared is there. */
static void test_vector(void)
{
    static const char *const columns[] = {"j1", "j2", "j3", "j4"};
    static const char *const names[] = {"ICC(1,1)", "ICC(2,1)", "ICC(3,1)",
                                        "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"};
    if (!reference_there(VECTORS)) {
        g_test_skip("no ../shared");
        return;
    }
    GPtrArray *expected = coded_rows(VECTORS "expected.csv");
    struct reference data = reference_read(VECTORS "shrout_fleiss1979_6x4.csv");
    double values[24];
    gsize checked = 0;
    for (guint i = 0; i < 24; i++)
        values[i] = reference_number(&data, i / 4, columns[i % 4]);
    struct icc_result result = icc_of(values, 6, 4);
    for (gsize i = 1; i < expected->len; i++)
        for (gsize k = 0; strcmp(coded_cell(expected, i, 0), "I1") == 0 && k < ICC_KINDS; k++)
            if (strcmp(coded_cell(expected, i, 2), names[k]) == 0) {
                assert_near(names[k], result.value[k].value,
                            g_ascii_strtod(coded_cell(expected, i, 4), NULL), 1e-12);
                checked++;
            }
    g_assert_cmpuint(checked, ==, 6);
    reference_free(&data);
    g_ptr_array_free(expected, TRUE);
}

static void assert_none(struct icc_result result, enum stat_reason reason)
{
    for (gsize i = 0; i < ICC_KINDS; i++) {
        g_assert_cmpint(result.value[i].reason, ==, reason);
        g_assert_cmpint(result.limits[i].reason, ==, reason);
        g_assert_true(isnan(result.value[i].value) && isnan(result.limits[i].low));
    }
}

static void test_few(void)
{
    const double alike[] = {3, 3, 3, 3};
    const double same[] = {1, 1, 2, 2, 5, 5};
    const double shifted[] = {1, 2, 2, 3, 5, 6};
    const double level[] = {1, 2, 2, 1, 1, 2, 2, 1};
    assert_none(icc_of(judges, 0, 4), STAT_TOO_FEW);
    assert_none(icc_of(judges, 1, 4), STAT_TOO_FEW);
    assert_none(icc_of(judges, 6, 1), STAT_TOO_FEW);
    assert_none(icc_of(judges, 0, 0), STAT_TOO_FEW);
    assert_none(icc_of(alike, 2, 2), STAT_NO_VARIATION);
    struct icc_result result = icc_of(same, 3, 2);
    for (gsize i = 0; i < ICC_KINDS; i++) {
        assert_near("the same", result.value[i].value, 1, 1e-15);
        g_assert_cmpint(result.limits[i].reason, ==, STAT_NOT_DEFINED);
    }
    result = icc_of(shifted, 3, 2);
    assert_near("consistent", result.value[ICC_31].value, 1, 1e-12);
    g_assert_cmpfloat(result.value[ICC_21].value, <, 1);
    result = icc_of(level, 4, 2);
    g_assert_cmpint(result.value[ICC_1K].reason, ==, STAT_NOT_DEFINED);
    g_assert_cmpint(result.value[ICC_3K].reason, ==, STAT_NOT_DEFINED);
    assert_near("no person stands out", result.value[ICC_11].value, -1, 1e-12);
}

static void test_missing(void)
{
    double values[36];
    for (gsize i = 0; i < 36; i++)
        values[i] = i < 24 ? judges[i] : 5;
    for (gsize i = 24; i < 28; i++)
        values[i] = (double)NAN; /* nobody rated this person */
    values[29] = (double)NAN;
    values[34] = (double)NAN;
    struct icc_result result = icc_of(values, 9, 4);
    g_assert_cmpuint(result.persons, ==, 6);
    g_assert_cmpuint(result.left_out, ==, 2);
    assert_near("the others", result.value[ICC_21].value, 0.289763779527559, 1e-12);
    for (gsize i = 0; i < 24; i++)
        values[i] += 1e9;
    assert_near("offset", icc_of(values, 6, 4).value[ICC_21].value, 0.289763779527559, 1e-6);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/icc/paper", test_paper);
    g_test_add_func("/stat/icc/vector", test_vector);
    g_test_add_func("/stat/icc/few", test_few);
    g_test_add_func("/stat/icc/missing", test_missing);
    return g_test_run();
}
