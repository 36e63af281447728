#ifndef DRIVER_BUILD_STEP_H
#define DRIVER_BUILD_STEP_H

#include "driver/build.h"

/* Carries out one step: its commands, joined by pipes, in the folder of the study, into its output.
 * See build_steps() for what happens when it fails. */
void build_step(struct build *build, const struct step *step);

#endif
