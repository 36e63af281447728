#ifndef DRIVER_PLAN_CODING_H
#define DRIVER_PLAN_CODING_H

#include "driver/plan.h"
#include "driver/study.h"

#include <stdbool.h>

/* What is done with the coded segments of one kind of unit: which tables they are, what people
 * decided on them, and how well their coders agree. */

/* Adds the tables of the segments of a kind to a command: with the decisions, where there are any.
 */
void plan_coded(struct command *command, const struct study *study, const char *kind);

/* The step that reads back the decisions on the segments of a kind, where the study has files of
 * them. */
void plan_decide(struct plan *plan, const struct study *study, const char *kind);

/* Whether a file of decisions is about the segments of some kind: it names that unit, or there is
 * but one kind. */
bool plan_uses_decisions(const struct study *study, const struct study_file *file);

/* How well coders agree, whose tables join `results` (paths), and the sheet and the page of what
 * they differ on, kind by kind. */
void plan_agree(struct plan *plan, const struct study *study, const GPtrArray *kinds,
                GPtrArray *results);

#endif
