#ifndef DRIVER_PLAN_STAGE_H
#define DRIVER_PLAN_STAGE_H

#include "driver/plan.h"
#include "driver/study.h"

/* What the parts of a plan share: a stage as a run starts it, and the options of a study. */

/* Adds a stage to a step. Every stage inside a run keeps a ledger,
 * prive/tussen/NAME.STAGE.ledger.tsv, and what it refused does not stop the run. */
struct command *plan_stage(struct step *step, const char *stage, const char *name);

/* Adds the options --codebook of a study to a command; plan_books() those of a list of names. */
void plan_codebooks(struct command *command, const struct study *study);
void plan_books(struct command *command, char *const *names);

/* Adds --seed and --draws. */
void plan_random(struct command *command, const struct study *study);

/* The kind of unit of a segment file, and those of all of them in the order of the study; borrowed.
 * plan_unit() is what such rows are for the stages, also where the study did not say, which
 * plan_has_unit() tells. */
const char *plan_kind(const struct study_file *file);
GPtrArray *plan_kinds(const struct study *study);
const char *plan_unit(const char *kind);
bool plan_has_unit(const char *kind);

#endif
