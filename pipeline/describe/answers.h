#ifndef DESCRIBE_ANSWERS_H
#define DESCRIBE_ANSWERS_H

#include "describe/rows.h"

/* The rows about the answers of a sample themselves, as they were given: a reversed item is not
 * turned here. */

/* Most values that are shown one by one. */
enum { ANSWERS_CATEGORIES = 20 };

/* Persons, missing, mean with its interval. */
void answers_short(const struct rows *rows, const struct sample *sample);

/* These, and: sd, quartiles, extremes, how many persons at the floor, at the ceiling and (items
 * alone) at every value. Where somebody filled in several of the forms, k of n persons is not
 * defined, and says so. */
void answers_write(const struct rows *rows, const struct sample *sample);

#endif
