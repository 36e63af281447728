#ifndef TABLE_AMOUNT_H
#define TABLE_AMOUNT_H

#include "table/reader.h"

#include <stdint.h>

/* Numbers in the cells of a row. What is none, and what cannot be added up, ends the program
 * (STATUS_STOPPED) with the row's place. */

/* The number in a cell; NaN when it is missing. */
double amount_number(struct reader *reader, int slot);

/* The whole number of 0 or more in a cell; `missing` when it is missing. */
int64_t amount_whole(struct reader *reader, int slot, int64_t missing);

/* A length of time in microseconds, 0 for NaN; it lies between 0 and 1e9 seconds. */
int64_t amount_micro(struct reader *reader, double seconds);

/* Adds to a sum that must stay below 2^62, so that sums of a few sums fit as well. */
void amount_add(struct reader *reader, int64_t *sum, int64_t amount);

#endif
