#ifndef DRIVER_PLAN_CHARTS_H
#define DRIVER_PLAN_CHARTS_H

#include "driver/plan.h"
#include "driver/study.h"

/* Adds all charts of a study to a plan that has made prive/results.tsv, in the language of its
 * first report: below prive/charts axis and profile (the first of each by that name, which the
 * report knows, those of other codebooks with -CODEBOOK), coverage-CODEBOOK, confusion-CODEBOOK,
 * likert-SCALE, quadrants-N and dumbbell. */
void plan_charts(struct plan *plan, const struct study *study);

#endif
