#ifndef PLOT_QUADRANTS_H
#define PLOT_QUADRANTS_H

#include "plot/scene.h"

#include <stdbool.h>

/* The quadrants: every person a dot, offer across and use up, with the lines that part little from
 * much and how many persons lie in each part. Persons at one place are one dot with their number;
 * their names stand there where they are few. As plane_draw(). False with `*why` too when of nobody
 * both are known. */
bool quadrants_draw(const struct scene *scene, const char *script, GBytes **image, char **why);

#endif
