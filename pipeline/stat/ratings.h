/* What coders said of units: one category a unit and coder, or nothing. This is where all
 * coefficients of agreement begin: several coders at once (stat/rating_pairs.h, stat/agreement.h),
 * two coders (stat/kappa.h), standard errors by units (stat/gwet.h). */
#ifndef STAT_RATINGS_H
#define STAT_RATINGS_H

#include <stddef.h>
#include <stdint.h>

/* A coder who has not looked at the unit, or whose code the coefficient cannot place. */
#define RATINGS_MISSING (-1)

/* codes[unit·coders + coder] is 0 … categories − 1; anything else is missing. categories counts
 * those that could have been chosen, used or not: AC1, AC2 and Brennan-Prediger depend on it.
 * cluster[unit] is below clusters; cluster == NULL puts every unit into cluster 0, and then
 * clusters is 1. Units of one cluster need not stand together. All borrowed. */
struct ratings {
    const int32_t *codes;
    size_t units;
    size_t coders;
    size_t categories;
    const uint32_t *cluster;
    size_t clusters;
};

/* The category that a coder gave to a unit, RATINGS_MISSING for anything that is none. */
int32_t ratings_at(const struct ratings *ratings, size_t unit, size_t coder);

/* How many coders gave the unit a category. */
size_t ratings_of_unit(const struct ratings *ratings, size_t unit);

/* How many different categories a coder used: with 1, kappa is not defined. Allocates one flag a
 * category, and releases it. */
size_t ratings_used(const struct ratings *ratings, size_t coder);

/* Units to which at least two coders gave a category: the only ones that say how coders agree. */
size_t ratings_pairable(const struct ratings *ratings);

/* Turns positions on an axis into categories of an ordered scale: ranks[i] is the place, from 0, of
 * positions[i] among the different positions, which stand upwards in values; RATINGS_MISSING where
 * positions[i] is not finite. Codes that share a position share a rank. Returns the number of
 * ranks. ranks and values have room for n. */
size_t ratings_ranks(const double *positions, size_t n, int32_t *ranks, double *values);

#endif
