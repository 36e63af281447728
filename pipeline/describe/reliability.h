#ifndef DESCRIBE_RELIABILITY_H
#define DESCRIBE_RELIABILITY_H

#include "describe/rows.h"

/* The rows about the reliability of a scale in a sample of it: items, alpha with Feldt's interval
 * (listwise and one form a person, from ALPHA_INTERVAL_FROM persons on), alpha of the standardised
 * items, omega (always listwise), and per item item_rest and alpha_without. Items of which nobody
 * has a row count for nothing; reversed items are turned. The rows per item are about the whole
 * scale, and are not written for a facet. */
void reliability_write(const struct rows *rows, const struct sample *sample);

#endif
