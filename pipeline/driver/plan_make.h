#ifndef DRIVER_PLAN_MAKE_H
#define DRIVER_PLAN_MAKE_H

#include "driver/plan.h"
#include "driver/study.h"

/* The plan of a study with the stages that stand beside this program: what a stage that is not
 * there would do is left out, with a note. Ends the program when a stage that nothing goes without
 * is missing, or when the study asks for what cannot be made. */
struct plan *plan_make(const struct study *study);

#endif
