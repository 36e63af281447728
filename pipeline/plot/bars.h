#ifndef PLOT_BARS_H
#define PLOT_BARS_H

#include "plot/scene.h"

#include <stdbool.h>

/* The axis: every person a bar from the first side to the last, sorted by the share of the first.
 * Lengths are shares of the segments with a side; numbers of segments where somebody has fewer than
 * ten of them (below that no percentage is shown). As axis_draw(). False with `*why` too when the
 * codebook has no two sides or no person has a segment with a side. */
bool bars_draw(const struct scene *scene, const char *script, GBytes **image, char **why);

#endif
