#ifndef MATCH_CLASSES_H
#define MATCH_CLASSES_H

#include "match/told.h"

/* Persons by class (more-offer, fitting, more-use: pooled z, stat/fit.h) and by quadrant (both
 * sides of a cut), and the outcome by either. */

/* Writes how many persons, and what share of them, lie in each class and quadrant; with an outcome
 * its mean in each, as description: no interval, no test. */
void classes_write(const struct told *told);

/* Writes rows a person: offer, use, and the discrepancy. `groups` are their texts, by person. */
void classes_write_persons(const struct told *told, const GPtrArray *groups);

#endif
