/* Decimals as whole numbers, so that what is resampled can be summed without rounding. Scores of a
 * scale are fractions of small numbers (a sum of answers over their count): they lie on a lattice,
 * a number of steps to every 1. */
#ifndef STAT_LATTICE_H
#define STAT_LATTICE_H

#include "stat/stat.h"

#include <stdbool.h>
#include <stdint.h>

/* value = (origin + place)/steps, with place ≥ 0 for the values that the lattice was found for.
 * exact: every value is such a fraction as closely as a double can say; else values are rounded to
 * the nearest place. steps is 0 where there is no lattice. */
struct lattice {
    int64_t origin;
    int64_t steps;
    bool exact;
};

/* The coarsest lattice, of at most 2^24 steps to 1, on which the n values lie; where there is none,
 * one of a power of two of steps, as fine as allowed. Either way the sums of n squares of places
 * fit 62 bits. No lattice (steps 0) for n = 0, for a value that is not finite or beyond 2^52, or
 * where not even whole numbers fit. Does not allocate. */
struct lattice lattice_find(const double *values, size_t n);

/* The one lattice for two lists of n values each. */
struct lattice lattice_find_both(const double *x, const double *y, size_t n);

/* The place of a value on the lattice, rounded to the nearest. */
int64_t lattice_place(const struct lattice *lattice, double value);

#endif
