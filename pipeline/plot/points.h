#ifndef PLOT_POINTS_H
#define PLOT_POINTS_H

#include "plot/scene.h"

#include <stdbool.h>

/* The profile: per code its share of all segments with its interval, and every person's own share
 * as a dot. Of events (`unit=event`) it shows at how many persons each happened, since how often
 * says little, and leaves out what happened to nobody: it may not have been looked for. As
 * profile_draw(). False with `*why` too when nothing was counted. */
bool points_draw(const struct scene *scene, const char *script, GBytes **image, char **why);

#endif
