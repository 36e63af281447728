#ifndef COUNT_FIGURES_H
#define COUNT_FIGURES_H

#include "count/board.h"
#include "count/rows.h"
#include "table/writer.h"

/* The numbers of one group of a board, as results (table/results.def, analysis count). The unit
 * is the person: intervals by the rule for clusters (stat/cluster.h), two estimands for shares: the
 * ratio of totals, and the mean of the persons' shares. */

/* Segments with a side under which a person is counted but marked. */
enum { FIGURES_FEW = 5 };

/* Writes all rows of the group. */
void figures_write(const struct board *board, const struct board_group *group,
                   const struct figures_setting *setting, struct writer *writer);

#endif
