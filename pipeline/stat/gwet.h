/* Standard errors of coefficients of several coders, units taken as independent draws: the
 * coefficient is linear in the units but for terms of higher order, so its variance is that of a
 * mean. For AC1 and AC2 with t(n − 1) limits as published; over conversations use
 * agreement_intervals, for units of one conversation resemble each other. */
#ifndef STAT_GWET_H
#define STAT_GWET_H

#include "stat/agreement.h"

/* value is agreement_value's; error.n and limits.n are n, the units that have a rating; limits =
 * value ± t(.975; n − 1)·error, cut to [−1, 1]. */
struct gwet_result {
    struct stat_value value;
    struct stat_value error;
    struct stat_interval limits;
};

/* For AGREEMENT_PERCENT, _FLEISS, _CONGER, _GWET and _BRENNAN_PREDIGER; another kind is
 * STAT_NOT_DEFINED. Gwet (2014), Handbook of inter-rater reliability, 4th ed.; (2008),
 * British Journal of Mathematical and Statistical Psychology 61, 29:
 *   error² = 1/(n(n − 1)) Σ (x_i − value)²,
 *   x_i = n/n'·(Pa_i − Pe·[r_i ≥ 2])/(1 − Pe) − 2(1 − value)(Pe_i − Pe)/(1 − Pe).
 * Missing where the value is, and for n < 2. Symmetric weights only. Allocates a few vectors. */
struct gwet_result gwet_error(const struct ratings *ratings,
                              const struct agreement_coefficient *coefficient);

#endif
