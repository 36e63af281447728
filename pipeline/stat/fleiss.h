/* Standard errors of Fleiss' kappa under the hypothesis that coders agree by chance: for a test,
 * not for limits. N units, m ratings each, p_k the share of category k. */
#ifndef STAT_FLEISS_H
#define STAT_FLEISS_H

#include "stat/rating_pairs.h"
#include "stat/stat.h"

/* Of kappa: Fleiss, Nee & Landis (1979), Psychological Bulletin 86, 974, which supersedes
 * the formula of Fleiss (1971):  √2/(S √(N m(m − 1)))·√(S² − Σ p_k q_k(q_k − p_k)), q_k = 1 − p_k,
 * S = Σ p_k q_k. n is N. STAT_TOO_FEW without a unit of two ratings, STAT_NO_VARIATION if all
 * ratings are of one category, STAT_NOT_DEFINED if units differ in their number of ratings. */
struct stat_value fleiss_null_error(const struct rating_pairs *pairs);

/* Of kappa of one category, the same for each: √(2/(N m(m − 1))) (the same paper). As
 * fleiss_null_error. */
struct stat_value fleiss_null_error_category(const struct rating_pairs *pairs);

#endif
