#ifndef DRIVER_PLAN_SURVEY_H
#define DRIVER_PLAN_SURVEY_H

#include "driver/plan.h"
#include "driver/study.h"

/* Adds what is done with the answers of a study: scores, their description, each [match NAAM], and
 * what wpb's find important beside their share of the first side. Paths of results tables are added
 * to `results` (texts). What cannot be made is left out, with a sentence. */
void plan_survey(struct plan *plan, const struct study *study, GPtrArray *results);

#endif
