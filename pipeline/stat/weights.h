/* Agreement weights of categories: 1 for the same category, less the further two are apart. A
 * matrix of q·q cells, weights[c·q + k], c being the first coder's category. Where a function takes
 * weights, NULL means the identity: only the same category agrees. */
#ifndef STAT_WEIGHTS_H
#define STAT_WEIGHTS_H

#include <stdbool.h>
#include <stddef.h>

/* 1 − |v_c − v_k|/(v_max − v_min), for values v of the categories, such as positions on an axis.
 * False, with weights untouched, if there are fewer than two different values or one is not
 * finite. */
bool weights_linear(const double *values, size_t q, double *weights);

/* 1 − (v_c − v_k)²/(v_max − v_min)²; as weights_linear. */
bool weights_quadratic(const double *values, size_t q, double *weights);

/* From weights of disagreement, such as Cohen's (1968): 1 − v_ck/v_max. False, with weights
 * untouched, if a cell is negative or not finite or all are 0. */
bool weights_from_distance(const double *distance, size_t q, double *weights);

/* The weight of two categories; the identity for weights == NULL. */
double weights_at(const double *weights, size_t q, size_t c, size_t k);

/* Whether weights[c·q + k] = weights[k·q + c] throughout; true for NULL. */
bool weights_symmetric(const double *weights, size_t q);

#endif
