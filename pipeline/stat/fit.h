/* Fit of what is offered and what is used, person by person: how far the two stand apart in spreads
 * of both together, and on which side of a cut each lies. Both are asked on the same anchors, so
 * both get the same mean, spread and cut; values of their own would hide that all use less than is
 * offered. Nothing here allocates. */
#ifndef STAT_FIT_H
#define STAT_FIT_H

#include "stat/stat.h"

/* Values and borders that differ by no more than this times the larger of 1 and the border are
 * alike: rounding of decimals does not decide a class. */
#define FIT_ALIKE 1e-12

/* Mean and standard deviation of the 2n values of both variables together, divisor 2n − 1. Both are
 * NaN unless reason is STAT_FINE. */
struct fit_pool {
    double mean;
    double sd;
    size_t n; /* persons */
    enum stat_reason reason;
};

/* The pool of n persons. STAT_TOO_FEW for n < 2, STAT_NO_VARIATION where all 2n values are alike
 * (to rounding), STAT_NOT_DEFINED for a value that is not finite. */
struct fit_pool fit_pool(const double *offer, const double *use, size_t n);

/* d = z(use) − z(offer) = (use − offer)/sd. NaN unless the pool is fine. Shanock, Baran, Gentry,
 * Pattison & Heggestad (2010), Journal of Business and Psychology 25, 543-554, after Fleenor,
 * McCauley & Brutus (1996), with one mean and spread for both as in RSA (Schoenbrodt). */
double fit_discrepancy(const struct fit_pool *pool, double offer, double use);

/* d ≤ −.5; −.5 < d ≤ .5; d > .5. */
enum fit_class { FIT_MORE_OFFER, FIT_FITTING, FIT_MORE_USE, FIT_CLASSES };

/* The class of d, which is finite. */
enum fit_class fit_class(double discrepancy);

/* Offer and use at or above the cut (high) or below it (low), offer first. */
enum fit_quadrant { FIT_HIGH_HIGH, FIT_HIGH_LOW, FIT_LOW_HIGH, FIT_LOW_LOW, FIT_QUADRANTS };

/* The quadrant of finite values. */
enum fit_quadrant fit_quadrant(double offer, double use, double cut);

#endif
