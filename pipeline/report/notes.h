#ifndef REPORT_NOTES_H
#define REPORT_NOTES_H

#include "report/part.h"

/* Notes under the table of codes: what a share is a share of, what the intervals rest on and how
 * they were made, or why there is none. */
enum notes_of { NOTES_SHARES = 1, NOTES_INTERVALS = 2, NOTES_MEANS = 4 }; /* columns there are */
void notes_write(struct report *report, const struct part *part, unsigned columns);

/* Notes that explain the codes of a part by the codebook, "Schuring: In het interview ...": the
 * first sentence of each definition, of the five given most. Only in Dutch, as codebooks are. */
void notes_definitions(struct report *report, const struct part *part);

/* The ways in which the shares of codes and sides got their interval (jackknife, bootstrap, wilson,
 * none, ...), each once, as one result that is an example of it. To be unreferenced. */
GPtrArray *notes_methods(struct report *report, const struct part *part);

#endif
