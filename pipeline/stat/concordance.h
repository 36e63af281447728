/* Lin's coefficient of concordance: how closely pairs lie to the line of equal values. Lin (1989),
 * A concordance correlation coefficient to evaluate reproducibility, Biometrics 45, 255-268, with
 * variances and covariance of divisor n − 1: 2·s_xy/(s_x² + s_y² + (mean x − mean y)²). */
#ifndef STAT_CONCORDANCE_H
#define STAT_CONCORDANCE_H

#include "stat/stat.h"

#include <stdint.h>

/* The coefficient of n pairs, within [−1, 1]. STAT_TOO_FEW for n < 2; STAT_NO_VARIATION if all x or
 * all y are alike (nothing to agree about); STAT_NOT_DEFINED for a value that is not finite. Does
 * not allocate. */
struct stat_value concordance_lin(const double *x, const double *y, size_t n);

/* The same from n pairs of whole numbers (places on one lattice: stat/lattice.h): their sums, the
 * sums of their squares, and that of their products. NaN where it is undefined. */
double concordance_of_sums(int64_t n, int64_t x, int64_t y, int64_t xx, int64_t yy, int64_t xy);

#endif
