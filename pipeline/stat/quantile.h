/* Quantiles that GSL's own inverses do not give for every df. */
#ifndef STAT_QUANTILE_H
#define STAT_QUANTILE_H

/* The p-quantile of F(above, below), 0 < p < 1. gsl_cdf_fdist_Pinv gives NaN for many df and for df
 * below 1, and never ends for NaN, so GSL's cdf is bisected to the last digit of a double. Where
 * both df are above a million that cdf goes wrong too (it does not converge); there it is e^(2w)
 * with w as in Abramowitz & Stegun 26.5.22, by 26.6.16, whose logarithm is right to 1e-7 of itself
 * at a million and closer beyond. df need not be whole; NaN where one is not above 0 or not finite,
 * and where the quantile is out of reach of a double. */
double quantile_f(double p, double above, double below);

#endif
