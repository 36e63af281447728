#ifndef MATCH_TERMS_H
#define MATCH_TERMS_H

#include "base/names.h"
#include "codebook/codebook.h"

/* What is held against what: pairs of scales that an item codebook asks on the same anchors, the
 * facets that both have, and the items that it pairs. */

enum term_kind {
    TERM_SCALE, /* two scales, or two facets: scores */
    TERM_ITEM,  /* two items: answers */
};

struct term {
    char *name; /* OFFER~USE */
    enum term_kind kind;
    int offer; /* ids in the names of what is measured */
    int use;
    double minimum; /* of the answers; NaN where the codebook does not say */
    double maximum;
};

/* The terms (struct term) of the scales `offer` and `use`, each SCALE or SCALE/FACET, or where both
 * are NULL of every two scales whose items a codebook pairs; the one that stands first in it is the
 * offer. A scale comes before its facets, these before the items. What is measured gets an id in
 * `measures`. Names that no item has end the program (STATUS_USAGE), as do two scales with other
 * anchors (STATUS_STOPPED). Free with g_ptr_array_free(). */
GPtrArray *terms_new(const struct codebooks *books, const char *offer, const char *use,
                     struct names *measures);

/* Ends the program (STATUS_USAGE) unless some item, or SCALE or SCALE/FACET of items, is called
 * this; `option` is named in the message. */
void terms_require(const struct codebooks *books, const char *option, const char *name);

#endif
