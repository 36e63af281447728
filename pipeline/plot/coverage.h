#ifndef PLOT_COVERAGE_H
#define PLOT_COVERAGE_H

#include "plot/scene.h"

#include <stdbool.h>

/* The coverage: how often every code of the codebook was given in every group of a column (a
 * period, a quadrant), or of events (`unit=event`) at how many persons it happened. As
 * matrix_draw(). False with
 * `*why` too when nothing was counted by such a column, or nothing at all. */
bool coverage_draw(const struct scene *scene, const char *script, GBytes **image, char **why);

#endif
