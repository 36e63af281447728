#ifndef COUNT_PERSONS_H
#define COUNT_PERSONS_H

#include "count/board.h"
#include "stat/cluster.h"
#include "stat/interval.h"

/* What is computed with the person as the unit: how many persons, the mean of their shares.
 * Columns are guint in a GArray. */

/* k of n persons. Within wpb's (students of several wpb's) the interval follows the wpb's
 * (interval_persons_within), else it is Wilson's. */
struct persons_share {
    int64_t k;
    int64_t n;
    struct stat_interval limits;
    bool within;
    double deff;
};

/* Persons with at least one segment in the columns, of the persons of the group who were looked at
 * for this codebook: they have one of its codes, or a unit that was given none. */
struct persons_share persons_with(const struct board *board, const struct board_group *group,
                                  const GArray *columns);

/* Persons more than half of whose segments in `sided` lie in `side`; n = persons with any. */
struct persons_share persons_mainly_on(const struct board *board, const struct board_group *group,
                                       const GArray *side, const GArray *sided);

/* Persons in evenwicht (no side has more than half), with a sided segment, and with fewer than
 * `few` of them. */
struct persons_mainly {
    int64_t balanced;
    int64_t sided;
    int64_t few;
};
struct persons_mainly persons_mainly(const struct board *board, const struct board_group *group,
                                     const GArray *sided, int64_t few);

/* Mean of the persons' shares above/below over persons with anything below, and its t interval. */
struct persons_mean {
    struct stat_value mean;
    struct stat_interval limits;
};
struct persons_mean persons_mean(const struct board *board, const struct board_group *group,
                                 const GArray *above, const GArray *below);

#endif
