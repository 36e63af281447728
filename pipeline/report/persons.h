#ifndef REPORT_PERSONS_H
#define REPORT_PERSONS_H

#include "report/part.h"

/* The table of persons: how often each side, and which side mainly. Nothing where the results have
 * no rows per person, or the codebook no sides. */
void persons_write(struct report *report, const struct part *part);

#endif
