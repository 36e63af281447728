/* Cronbach's alpha and what goes with it, from the covariances of the items of a scale (reversed
 * items turned beforehand). An n of a result is the n of the covariances. */
#ifndef STAT_ALPHA_H
#define STAT_ALPHA_H

#include "stat/covariance.h"

/* No interval is given under so many persons. */
#define ALPHA_INTERVAL_FROM 5

/* Alpha of k items: k/(k − 1)·(1 − Σ var(item)/var(sum)). Cronbach (1951), Coefficient alpha and
 * the internal structure of tests, Psychometrika 16(3), 297-334, eq. 2. It may be negative.
 * STAT_TOO_FEW for k < 2, STAT_NO_VARIATION where the sum of the items does not vary; else as the
 * covariances. */
struct stat_value alpha_raw(const struct covariance *covariance);

/* The mean r̄ of the correlations between the items (covariance over the two sds, also where
 * covariances are pairwise). STAT_NO_VARIATION if an item does not vary; else as alpha_raw. */
struct stat_value alpha_mean_correlation(const struct covariance *covariance);

/* Alpha of the standardised items, k·r̄/(1 + (k − 1)·r̄). As alpha_mean_correlation, and
 * STAT_NO_VARIATION where the sum of the standardised items does not vary. */
struct stat_value alpha_standard(const struct covariance *covariance);

/* The correlation of an item with the sum of the others (corrected item-total correlation).
 * STAT_TOO_FEW for k < 2, STAT_NO_VARIATION if the item or that sum does not vary, STAT_NOT_DEFINED
 * where pairwise covariances bring it outside [−1, 1]. */
struct stat_value alpha_item_rest(const struct covariance *covariance, size_t item);

/* Alpha of the other items; as alpha_raw for one item less. */
struct stat_value alpha_without(const struct covariance *covariance, size_t item);

/* The interval of alpha for n persons and k items: 1 − (1 − alpha)·F, with F the .975 and .025
 * quantiles of F(n − 1, (n − 1)(k − 1)). Feldt (1965), The approximate sampling distribution of
 * Kuder-Richardson reliability coefficient twenty, Psychometrika 30(3), 357-370; exact for normal
 * parallel items of persons who are independent. STAT_TOO_FEW for n < 2 or k < 2, STAT_NOT_DEFINED
 * for an alpha that is not finite, STAT_NO_VARIATION for one of 1 or more. */
struct stat_interval alpha_feldt(double alpha, size_t n, size_t items);

#endif
