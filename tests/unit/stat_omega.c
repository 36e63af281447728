/* Omega of one factor. The covariances of four and of three items are invented; their fit was made
 * apart by the EM algorithm (Rubin & Thayer 1982) in numpy, to 1e-14. */
#include "stat/omega.h"

#include "stat_reference.h"

static struct omega omega_of(const double *cells, size_t items, size_t n)
{
    double *copy = g_memdup2(cells, items * items * sizeof *copy);
    struct covariance covariance = {copy, items, n, STAT_FINE};
    struct omega omega = omega_total(&covariance);
    g_free(copy);
    return omega;
}

static void assert_none(struct omega omega, enum stat_reason reason)
{
    g_assert_true(isnan(omega.omega.value));
    g_assert_cmpint(omega.omega.reason, ==, reason);
}

static void assert_problem(struct omega omega, enum omega_problem problem)
{
    assert_none(omega, STAT_NOT_DEFINED);
    g_assert_cmpint(omega.problem, ==, problem);
}

static void test_four(void)
{
    double cells[] = {4, 2, 2, 1.2, 2, 4, 2, 1.6, 2, 2, 5, 1.5, 1.2, 1.6, 1.5, 3};
    struct omega omega = omega_of(cells, 4, 100);
    assert_near("omega", omega.omega.value, .7549186507151814, 1e-9);
    g_assert_cmpuint(omega.omega.n, ==, 100);
    for (size_t i = 0; i < 16; i++)
        cells[i] *= 1e9; /* answers in other units */
    assert_near("omega", omega_of(cells, 4, 100).omega.value, .7549186507151814, 1e-9);
}

/* Covariances that one factor makes exactly give that factor back, for 3 to 30 items of unlike
 * spread: loadings .4 to .9 times spreads 1 to 3, one of them with its sign turned. */
static void check_exact(size_t items)
{
    double *cells = g_new(double, items *items);
    double *loadings = g_new(double, items);
    double common = 0;
    double unique = 0;
    for (size_t i = 0; i < items; i++) {
        double part = .4 + .5 * (double)(i * 7 % items) / (double)items;
        double spread = 1 + 2 * (double)(i * 3 % items) / (double)items;
        loadings[i] = (i == 1 ? -1 : 1) * part * spread;
        common += loadings[i];
        unique += spread * spread * (1 - part * part);
        cells[i * items + i] = spread * spread;
    }
    for (size_t i = 0; i < items; i++)
        for (size_t j = 0; j < items; j++)
            if (i != j)
                cells[i * items + j] = loadings[i] * loadings[j];
    struct omega omega = omega_of(cells, items, 500);
    assert_near("omega", omega.omega.value, common * common / (common * common + unique), 1e-8);
    assert_near("discrepancy", omega.discrepancy, 0, 1e-12);
    g_free(loadings);
    g_free(cells);
}

static void test_exact(void)
{
    for (size_t items = 3; items <= 30; items += 3)
        check_exact(items);
}

static void test_too_few(void)
{
    double cells[] = {1, .5, .5, .5, 1, .5, .5, .5, 1};
    assert_none(omega_of(cells, 2, 100), STAT_TOO_FEW);
    assert_none(omega_of(cells, 0, 100), STAT_TOO_FEW);
    assert_none(omega_of(cells, 3, 3), STAT_TOO_FEW);
    assert_near("omega", omega_of(cells, 3, 4).omega.value, 4.5 / 6, 1e-9);
    struct covariance none = {cells, 3, 0, STAT_TOO_FEW};
    assert_none(omega_total(&none), STAT_TOO_FEW);
}

/* λ₁² = .8·.7/.2 = 2.8 would be needed. Two items alike, and a third that is the sum of two others:
 * singular. */
static void test_improper(void)
{
    double heywood[] = {1, .8, .7, .8, 1, .2, .7, .2, 1};
    double twins[] = {1, 1, .5, 1, 1, .5, .5, .5, 1};
    double sum[] = {1, .3, 1.3, .3, 1, 1.3, 1.3, 1.3, 2.6};
    assert_problem(omega_of(heywood, 3, 100), OMEGA_HEYWOOD_ITEM);
    assert_problem(omega_of(twins, 3, 100), OMEGA_SINGULAR);
    assert_problem(omega_of(sum, 3, 100), OMEGA_SINGULAR);
}

/* Nothing in common, one pair in common, or three that all oppose each other: no factor that is the
 * only one. */
static void test_no_factor(void)
{
    double nothing[] = {1, 0, 0, 0, 2, 0, 0, 0, 3};
    double pair[] = {1, .5, 0, .5, 1, 0, 0, 0, 1};
    double opposed[] = {1, -.3, -.3, -.3, 1, -.3, -.3, -.3, 1};
    assert_problem(omega_of(nothing, 3, 100), OMEGA_NO_FACTOR);
    assert_problem(omega_of(pair, 3, 100), OMEGA_NO_FACTOR);
    assert_none(omega_of(opposed, 3, 100), STAT_NOT_DEFINED);
}

static void test_no_variation(void)
{
    double cells[] = {1, .5, 0, .5, 1, 0, 0, 0, 0};
    assert_none(omega_of(cells, 3, 100), STAT_NO_VARIATION);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/omega/four", test_four);
    g_test_add_func("/stat/omega/exact", test_exact);
    g_test_add_func("/stat/omega/too-few", test_too_few);
    g_test_add_func("/stat/omega/improper", test_improper);
    g_test_add_func("/stat/omega/no-factor", test_no_factor);
    g_test_add_func("/stat/omega/no-variation", test_no_variation);
    return g_test_run();
}
