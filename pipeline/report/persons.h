#ifndef REPORT_PERSONS_H
#define REPORT_PERSONS_H

#include "report/part.h"

#include <stdbool.h>

/* The table of persons: how often each side, and which side mainly. Nothing where the results have
 * no rows per person, or the codebook no sides. */
void persons_write(struct report *report, const struct part *part);

/* A table of more persons than this stands in the account; the story says so. */
enum { PERSONS_MANY = 20 };
bool persons_are_many(const GPtrArray *persons);

/* Under a heading of their own, the tables that are too long for the story. */
void persons_account(struct report *report);

#endif
