/* Sorting, quantiles and medians. No function lets a NaN into a comparison: where one is found the
 * result is STAT_NOT_DEFINED. Nothing here allocates. */
#ifndef STAT_ORDER_H
#define STAT_ORDER_H

#include "stat/stat.h"

#include <stdbool.h>
#include <stdint.h>

/* Sorts values upwards in place. False, with values as they were, if one of them is NaN. */
bool order_sort(double *values, size_t n);

/* The quantile of sorted values for 0 ≤ p ≤ 1 by type 7 of Hyndman & Fan (1996), Sample quantiles
 * in statistical packages, The American Statistician 50(4), 361-365: with h = (n − 1)p, the value
 * x[⌊h⌋] + (h − ⌊h⌋)(x[⌊h⌋ + 1] − x[⌊h⌋]). STAT_TOO_FEW for n = 0; STAT_NOT_DEFINED for another p
 * or a value that is not finite. Precondition: order_sort(values, n) was true. */
struct stat_value order_quantile(const double *sorted, size_t n, double p);

/* The median of sorted values, the mean of the middle two for an even n; as order_quantile. */
struct stat_value order_median(const double *sorted, size_t n);

/* The lower median of sorted values: the value itself for an odd n, the smaller of the middle two
 * for an even n, so always a value that occurs. STAT_TOO_FEW for n = 0. */
struct stat_value order_lower_median(const double *sorted, size_t n);

/* The lower median position where counts[i] of the values lie at position i, i < positions: the
 * smallest i with 2·(counts[0] + … + counts[i]) ≥ total. value is that i (from 0); n is the total.
 * STAT_TOO_FEW when the total is 0, STAT_NOT_DEFINED if a count is negative. */
struct stat_value order_lower_median_counts(const int64_t *counts, size_t positions);

/* The value that would stand at place k (from 0) if values were sorted; reorders values so that
 * nothing left of k is larger and nothing right of it smaller. Floyd &
 * Rivest (1975), Algorithm 489: the algorithm SELECT, CACM 18(3). Preconditions: k < n, no NaN. */
double order_select(double *values, size_t n, size_t k);

/* The percentile limits of R = n replicates: the order statistics ⌈.025R⌉ and ⌈.975R⌉ (from 1),
 * with ⌈·⌉ in integer arithmetic. Reorders values. STAT_TOO_FEW for n = 0. Precondition: no NaN. */
struct stat_interval order_percentile_limits(double *values, size_t n);

#endif
