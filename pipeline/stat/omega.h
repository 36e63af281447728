/* Omega total of one common factor, fitted by maximum likelihood. */
#ifndef STAT_OMEGA_H
#define STAT_OMEGA_H

#include "stat/covariance.h"

/* So little unique variance, as a part of an item's variance, is a Heywood case: the likelihood is
 * highest where an item would have none, or less than none. */
#define OMEGA_LEAST_UNIQUE 1e-4

/* Why there is no omega where its reason is STAT_NOT_DEFINED. */
enum omega_problem {
    OMEGA_NO_PROBLEM,
    OMEGA_SINGULAR, /* an item is a sum of others, or their double */
    OMEGA_HEYWOOD_ITEM,
    OMEGA_NO_FACTOR,  /* fewer than 3 items load: the loadings are not the only ones */
    OMEGA_NO_MINIMUM, /* none was found */
};

/* Σλ and Σψ of the model Σ = λλ' + Ψ, fitted to the covariances (so an item with more spread weighs
 * more): omega = (Σλ)²/((Σλ)² + Σψ), McDonald (1999), Test theory, eq. 6.20b. The fit minimises
 * log|Σ| + tr(SΣ⁻¹) − log|S| − k over the logarithms of Ψ, the loadings following from Ψ by an
 * eigenvector (Jöreskog (1967), Some contributions to maximum likelihood factor analysis,
 * Psychometrika 32(4), 443-482, eqs. 14-20), with the quasi-Newton method of GSL. The covariances
 * have to be listwise: others need not be covariances of anything.
 *
 * discrepancy is the minimum; n that of the covariances. STAT_TOO_FEW for fewer than 3 items or an
 * n of no more than the number of items; STAT_NO_VARIATION if an item does not vary;
 * STAT_NOT_DEFINED, with the problem, as above. Allocates a few matrices and releases them. */
struct omega {
    struct stat_value omega;
    enum omega_problem problem;
    double discrepancy;
};
struct omega omega_total(const struct covariance *covariance);

#endif
