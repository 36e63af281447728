#ifndef CODEBOOK_ITEMS_H
#define CODEBOOK_ITEMS_H

#include "codebook/codebook.h"

/* The words of items and scales. */

/* The label of an item in a language ("nl", "en"), else the Dutch one, else its name. Borrowed. */
const char *item_label(const struct item *item, const char *language);

/* The words for an answer, from the column `answers` ("4=Eens"), else the answer itself. To be
 * freed. */
char *item_answer(const struct item *item, const char *answer);

/* Whether a codebook has a scale, or SCALE/FACET, with this name. */
bool items_have_scale(const struct codebooks *codebooks, const char *name);

/* The name of a scale as people read it: "affordance: collegiale expertise". To be freed. */
char *items_scale_label(const char *name);

#endif
