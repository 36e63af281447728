#ifndef DRIVER_PRINT_H
#define DRIVER_PRINT_H

#include "driver/plan.h"

/* The plan as a bash script that makes the same files: what `run --print` writes. `folder` and
 * `target` are the study and its output as typed. To be freed. */
char *print_script(const struct plan *plan, const char *folder, const char *target);

#endif
