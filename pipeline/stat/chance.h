/* Observed agreement, and the agreement that chance would give, of a (summed) vector of pairs;
 * formulas and sources in stat/agreement.h. */
#ifndef STAT_CHANCE_H
#define STAT_CHANCE_H

#include "stat/rating_pairs.h"
#include "stat/weights.h"

#include <stdbool.h>

/* Pa; NaN without a unit of two ratings. */
double chance_observed(const struct rating_pairs *pairs, const int64_t *sum, const double *weights);

/* π_k of all categories into shares; false, with shares 0, if there is no rating. */
bool chance_shares(const struct rating_pairs *pairs, const int64_t *sum, double *shares);

/* How many ratings there are; those of category into *of_category. */
double chance_ratings(const struct rating_pairs *pairs, const int64_t *sum, size_t category,
                      double *of_category);

/* Whether the ratings of units with two or more are of at least two categories. */
bool chance_varies(const struct rating_pairs *pairs, const int64_t *sum);

/* Σ of the weights of q categories. */
double chance_weights(const double *weights, size_t q);

/* Pe of Fleiss, Gwet and Brennan-Prediger from shares (π) of q categories. */
double chance_fleiss(const double *shares, const double *weights, size_t q);
double chance_gwet(const double *shares, const double *weights, size_t q);
double chance_brennan(const double *weights, size_t q);

/* p_gk into shares[coder·q + category], 0 throughout for a coder without a rating; returns the
 * number of coders with one. *varying counts those who used more than one category. */
size_t chance_coders(const struct rating_pairs *pairs, const int64_t *sum, double *shares,
                     size_t *varying);

/* Pe of Conger from such shares, raters of the coders having a rating. */
double chance_conger(const double *shares, const double *weights, size_t q, size_t coders,
                     size_t raters);

#endif
