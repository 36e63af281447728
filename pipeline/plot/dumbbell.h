#ifndef PLOT_DUMBBELL_H
#define PLOT_DUMBBELL_H

#include "plot/scene.h"

#include <stdbool.h>

/* What persons say they find important (a score on a survey) beside what they were seen to do (the
 * share of a side), each on its own axis; sorted by the score, those without one last. Shares are
 * no percentages where somebody's rests on fewer than ten. As dumbbell_draw(). False with `*why`
 * too when nobody has a score or a share. */
bool dumbbell_chart_draw(const struct scene *scene, const char *script, GBytes **image, char **why);

#endif
