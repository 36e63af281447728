#ifndef MATCH_FIGURES_H
#define MATCH_FIGURES_H

#include "match/told.h"

/* Writes what is told of the persons of one group: how many, both means, their difference, and for
 * scales concordance, classes, quadrants and the outcome by class. */
void figures_write(const struct told *told);

#endif
