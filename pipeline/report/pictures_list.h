#ifndef REPORT_PICTURES_LIST_H
#define REPORT_PICTURES_LIST_H

#include "report/pictures.h"

/* What the words of the pictures are made with. */

/* Whether a result is this statistic of this analysis. */
bool pictures_is(const struct result *result, const char *analysis, const char *statistic);

/* Appends to a list, with `; ` between. */
void pictures_add(GString *list, const char *text);

/* The list, taken over and held; of an empty one, where the numbers are. */
const char *pictures_list(struct report *report, GString *list);

/* Writes a picture, which it takes over; true. */
bool pictures_show(struct report *report, GBytes *bytes, const char *caption, const char *words);

/* Writes the answers to every scale of the item codebooks, or (of many) that they stand in the
 * account; whether there was any. */
bool pictures_likert(struct report *report);

/* "duiden naast confronteren (9)": the pairs of codes of a codebook that coders differ on most
 * often, held. */
const char *pictures_confusion(struct report *report, const char *codebook);

#endif
