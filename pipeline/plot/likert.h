#ifndef PLOT_LIKERT_H
#define PLOT_LIKERT_H

#include "plot/scene.h"

#include <stdbool.h>

/* The answers: every item of a scale a bar of its answers, from the lowest (left) to the highest
 * (right), the middle answer around zero where there is one. Lengths are shares of those who
 * answered the item; numbers of persons where fewer than ten answered one of the items (below that
 * no percentage is shown). The numbers in the boxes are persons. An item asked of several roles has
 * a bar for each. As axis_draw(). False with `*why` too when the codebook has no such scale, or
 * nobody answered. */
bool likert_draw(const struct scene *scene, const char *script, GBytes **image, char **why);

#endif
