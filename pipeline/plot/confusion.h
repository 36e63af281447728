#ifndef PLOT_CONFUSION_H
#define PLOT_CONFUSION_H

#include "plot/scene.h"

#include <stdbool.h>

/* The confusion: for every two codes how often one coder gave the one where another gave the other;
 * where both gave the same stands on the diagonal. Rows without a code are "geen code". Of a
 * codebook of more than twelve codes only those that were given. As matrix_draw(). False with
 * `*why` too when no unit has two coders. */
bool confusion_draw(const struct scene *scene, const char *script, GBytes **image, char **why);

#endif
