#ifndef DRIVER_PLAN_SHOW_H
#define DRIVER_PLAN_SHOW_H

#include "driver/plan.h"
#include "driver/study.h"

/* Adds what people will look at to a plan that has made prive/results.tsv: charts, tables and
 * reports. */
void plan_show(struct plan *plan, const struct study *study);

#endif
