#ifndef DRIVER_PLAN_GROUPS_H
#define DRIVER_PLAN_GROUPS_H

#include "driver/plan.h"
#include "driver/study.h"

/* Adds a step for every column of `per` of the files of a kind of unit, which counts their codes by
 * that column; the paths of the results are added to `results`. */
void plan_groups(struct plan *plan, const struct study *study, const char *kind,
                 GPtrArray *results);

#endif
