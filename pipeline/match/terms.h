#ifndef MATCH_TERMS_H
#define MATCH_TERMS_H

#include "codebook/scales.h"

/* What is held against what: pairs of scales that an item codebook asks on the same anchors, the
 * facets that both have, and the items that it pairs. */

enum term_kind {
    TERM_SCALE, /* two scales, or two facets: scores */
    TERM_ITEM,  /* two items: answers */
};

struct term {
    char *name; /* OFFER~USE */
    enum term_kind kind;
    int offer; /* subjects of the scales */
    int use;
    double minimum; /* of the answers; NaN where the codebook does not say */
    double maximum;
};

/* The terms (struct term) of the scales `offer` and `use`, each SCALE or SCALE/FACET, or where both
 * are NULL of every two scales whose items the codebooks pair; the one that stands first in them is
 * the offer. A scale comes before its facets, these before the items. Two scales with other anchors
 * end the program (STATUS_STOPPED), as does a pair that is no item. Free with g_ptr_array_free().
 */
GPtrArray *terms_new(const struct codebooks *books, const struct scales *scales, const char *offer,
                     const char *use);

/* The subject of this name, for --option; one that is no item, scale or SCALE/FACET ends the
 * program (STATUS_USAGE). */
int terms_subject(const struct scales *scales, const char *option, const char *name);

#endif
