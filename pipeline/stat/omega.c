#include "stat/omega.h"

#include <gsl/gsl_eigen.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_multimin.h>
#include <math.h>
#include <stdbool.h>

#define STARTS 20
#define ROUNDS 500         /* of the minimiser, at most */
#define SMALL_EIGEN 1e-9   /* of the correlations: below it they are singular */
#define SMALL_LOADING 1e-3 /* a standardised loading that is none */
#define FLAT 1e-9          /* the slope at which the minimiser stops */
#define FLAT_ENOUGH 1e-6   /* and where its answer is still taken */

/* The fit works on correlations: maximum likelihood does not depend on the scale of the items. */
struct factor {
    size_t items;
    gsl_matrix *correlations;
    gsl_matrix *scaled; /* Ψ^-½ R Ψ^-½ */
    gsl_matrix *vectors;
    gsl_vector *values; /* its eigenvalues, the largest first */
    gsl_vector *loadings;
    gsl_eigen_symmv_workspace *space;
};

static struct factor factor_new(const struct covariance *covariance)
{
    size_t k = covariance->items;
    struct factor factor = {.items = k,
                            .correlations = gsl_matrix_alloc(k, k),
                            .scaled = gsl_matrix_alloc(k, k),
                            .vectors = gsl_matrix_alloc(k, k),
                            .values = gsl_vector_alloc(k),
                            .loadings = gsl_vector_alloc(k),
                            .space = gsl_eigen_symmv_alloc(k)};
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++)
            gsl_matrix_set(factor.correlations, i, j,
                           covariance->cells[i * k + j] / (sqrt(covariance->cells[i * k + i]) *
                                                           sqrt(covariance->cells[j * k + j])));
    return factor;
}

static void factor_free(struct factor *factor)
{
    gsl_matrix_free(factor->correlations);
    gsl_matrix_free(factor->scaled);
    gsl_matrix_free(factor->vectors);
    gsl_vector_free(factor->values);
    gsl_vector_free(factor->loadings);
    gsl_eigen_symmv_free(factor->space);
}

/* The eigenvalues and vectors of R scaled by Ψ, where x holds log ψ; x NULL: of R itself. */
static void factor_scale(struct factor *factor, const gsl_vector *x)
{
    gsl_matrix_memcpy(factor->scaled, factor->correlations);
    for (size_t i = 0; x != NULL && i < factor->items; i++)
        for (size_t j = 0; j < factor->items; j++)
            *gsl_matrix_ptr(factor->scaled, i, j) *=
                exp(-(gsl_vector_get(x, i) + gsl_vector_get(x, j)) / 2);
    gsl_eigen_symmv(factor->scaled, factor->values, factor->vectors, factor->space);
    gsl_eigen_symmv_sort(factor->values, factor->vectors, GSL_EIGEN_SORT_VAL_DESC);
}

/* The discrepancy at x: Σ (e − log e − 1) over the eigenvalues e that the factor does not take. */
static double factor_discrepancy(const gsl_vector *x, void *data)
{
    struct factor *factor = data;
    double sum = 0;
    factor_scale(factor, x);
    for (size_t i = 0; i < factor->items; i++) {
        double e = gsl_vector_get(factor->values, i);
        if (!(e > 0))
            return (double)INFINITY;
        if (i > 0 || e < 1)
            sum += e - log(e) - 1;
    }
    return sum;
}

/* Standardised loadings λ = √ψ·v·√(e − 1), from the largest eigenvalue e and its vector v; after
 * factor_scale(). */
static void factor_load(struct factor *factor, const gsl_vector *x)
{
    double e = gsl_vector_get(factor->values, 0);
    double length = sqrt(fmax(0, e - 1));
    for (size_t i = 0; i < factor->items; i++)
        gsl_vector_set(factor->loadings, i,
                       exp(gsl_vector_get(x, i) / 2) * length *
                           gsl_matrix_get(factor->vectors, i, 0));
}

/* d/d log ψ = (λ² + ψ − 1)/ψ. */
static void factor_slope(const gsl_vector *x, void *data, gsl_vector *slope)
{
    struct factor *factor = data;
    factor_scale(factor, x);
    factor_load(factor, x);
    for (size_t i = 0; i < factor->items; i++) {
        double loading = gsl_vector_get(factor->loadings, i);
        double unique = exp(gsl_vector_get(x, i));
        gsl_vector_set(slope, i, (loading * loading + unique - 1) / unique);
    }
}

static void factor_both(const gsl_vector *x, void *data, double *discrepancy, gsl_vector *slope)
{
    *discrepancy = factor_discrepancy(x, data);
    factor_slope(x, data, slope);
}

/* Where the search begins: ψ = (1 − 1/(2k))/(R⁻¹)_ii, Jöreskog's own choice. False if R is
 * singular. */
static bool factor_start(struct factor *factor, gsl_vector *x)
{
    size_t k = factor->items;
    factor_scale(factor, NULL);
    if (!(gsl_vector_get(factor->values, k - 1) > SMALL_EIGEN))
        return false;
    gsl_matrix_memcpy(factor->scaled, factor->correlations);
    if (gsl_linalg_cholesky_decomp1(factor->scaled) != GSL_SUCCESS)
        return false;
    gsl_linalg_cholesky_invert(factor->scaled);
    for (size_t i = 0; i < k; i++)
        gsl_vector_set(x, i, log((1 - .5 / (double)k) / gsl_matrix_get(factor->scaled, i, i)));
    return true;
}

/* The steepest slope of the discrepancy over ψ itself. Over log ψ every slope dies out where ψ
 * nears 0, so that a search that runs off to a Heywood case would seem to have arrived. */
static double factor_steepness(const gsl_vector *x, const gsl_vector *slope)
{
    double steepest = 0;
    for (size_t i = 0; i < x->size; i++)
        steepest = fmax(steepest, fabs(gsl_vector_get(slope, i)) * exp(-gsl_vector_get(x, i)));
    return steepest;
}

/* Moves x to the minimum; true if it is one. A search whose line search got stuck is begun anew
 * from where it stood. */
static bool factor_fit(struct factor *factor, gsl_vector *x)
{
    gsl_multimin_function_fdf function = {.f = factor_discrepancy,
                                          .df = factor_slope,
                                          .fdf = factor_both,
                                          .n = factor->items,
                                          .params = factor};
    gsl_multimin_fdfminimizer *search =
        gsl_multimin_fdfminimizer_alloc(gsl_multimin_fdfminimizer_vector_bfgs2, factor->items);
    bool flat = false;
    for (int start = 0; start < STARTS && !flat; start++) {
        gsl_multimin_fdfminimizer_set(search, &function, x, .1, .1);
        for (int round = 0; round < ROUNDS; round++)
            if (gsl_multimin_fdfminimizer_iterate(search) != GSL_SUCCESS ||
                factor_steepness(search->x, search->gradient) < FLAT)
                break;
        gsl_vector_memcpy(x, search->x);
        flat = factor_steepness(x, search->gradient) < FLAT_ENOUGH;
    }
    gsl_multimin_fdfminimizer_free(search);
    return flat;
}

/* Whether enough items load, and none lacks a variance of its own. */
static enum omega_problem factor_problem(const struct factor *factor, const gsl_vector *x)
{
    size_t loading = 0;
    for (size_t i = 0; i < factor->items; i++) {
        if (exp(gsl_vector_get(x, i)) < OMEGA_LEAST_UNIQUE)
            return OMEGA_HEYWOOD_ITEM;
        loading += fabs(gsl_vector_get(factor->loadings, i)) > SMALL_LOADING;
    }
    return loading < 3 ? OMEGA_NO_FACTOR : OMEGA_NO_PROBLEM;
}

/* (Σλ)²/((Σλ)² + Σψ), back on the scale of the covariances. */
static double factor_omega(const struct factor *factor, const gsl_vector *x,
                           const struct covariance *covariance)
{
    double common = 0;
    double unique = 0;
    for (size_t i = 0; i < factor->items; i++) {
        double variance = covariance->cells[i * factor->items + i];
        common += sqrt(variance) * gsl_vector_get(factor->loadings, i);
        unique += variance * exp(gsl_vector_get(x, i));
    }
    return common * common / (common * common + unique);
}

static struct omega omega_none(size_t n, enum stat_reason reason)
{
    return (struct omega){.omega = stat_missing(n, reason), .discrepancy = (double)NAN};
}

struct omega omega_total(const struct covariance *covariance)
{
    size_t k = covariance->items;
    if (covariance->reason != STAT_FINE)
        return omega_none(covariance->n, covariance->reason);
    if (k < 3 || covariance->n <= k)
        return omega_none(covariance->n, STAT_TOO_FEW);
    for (size_t i = 0; i < k; i++)
        if (!(covariance->cells[i * k + i] > 0))
            return omega_none(covariance->n, STAT_NO_VARIATION);
    struct factor factor = factor_new(covariance);
    struct omega omega = omega_none(covariance->n, STAT_NOT_DEFINED);
    gsl_vector *x = gsl_vector_alloc(k);
    omega.problem = OMEGA_SINGULAR;
    if (factor_start(&factor, x)) {
        bool found = factor_fit(&factor, x);
        omega.discrepancy = factor_discrepancy(x, &factor);
        factor_load(&factor, x);
        omega.problem = factor_problem(&factor, x);
        if (omega.problem == OMEGA_NO_PROBLEM && !found)
            omega.problem = OMEGA_NO_MINIMUM;
    }
    if (omega.problem == OMEGA_NO_PROBLEM)
        omega.omega = stat_fine(factor_omega(&factor, x, covariance), covariance->n);
    gsl_vector_free(x);
    factor_free(&factor);
    return omega;
}
