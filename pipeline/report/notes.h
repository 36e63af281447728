#ifndef REPORT_NOTES_H
#define REPORT_NOTES_H

#include "report/part.h"

/* Notes under the table of codes: what a share is a share of, what the intervals rest on and how
 * they were made, or why there is none. */
enum notes_of { NOTES_SHARES = 1, NOTES_INTERVALS = 2, NOTES_MEANS = 4 }; /* columns there are */
void notes_write(struct report *report, const struct part *part, unsigned columns);

/* The ways in which the shares of codes and sides got their interval (jackknife, bootstrap, wilson,
 * none, ...), each once, as one result that is an example of it. To be unreferenced. */
GPtrArray *notes_methods(struct report *report, const struct part *part);

#endif
