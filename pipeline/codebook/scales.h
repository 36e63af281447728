#ifndef CODEBOOK_SCALES_H
#define CODEBOOK_SCALES_H

#include "codebook/codebook.h"

/* What answers can be about: the items of the item codebooks, and the scales these make. A scale
 * has the name of its items' column `scale`; where they have a facet too, each facet is a scale
 * called SCALE/FACET. Items and scales together are subjects, in one row of numbers: the items in
 * the order of the codebooks, then the scales in that order, each before its facets. */

struct scale {
    char *name;
    bool is_facet;
    const struct codebook *book;
    GArray *items;  /* guint: subjects */
    double minimum; /* of every item, NaN when they have none */
    double maximum;
};

struct scales {
    GPtrArray *items;  /* const struct item, borrowed */
    GPtrArray *scales; /* struct scale */
    GHashTable *index; /* name -> subject + 1 */
};

/* The scales of the codebooks, borrowed. These end the program (STATUS_STOPPED): items of one scale
 * that have different minimums or maximums (their mean would say nothing), a scale that has the
 * name of an item, and one that stands in two codebooks; codebooks without any item
 * do too (STATUS_USAGE). No codebook: no scale. */
struct scales *scales_new(const struct codebooks *codebooks);
void scales_free(struct scales *scales);

/* How many subjects there are. */
guint scales_subjects(const struct scales *scales);

/* The subject with this name, -1 when there is none. */
int scales_find(const struct scales *scales, const char *name);

/* The item of a subject, NULL when it is a scale; and the other way round. */
const struct item *scales_item(const struct scales *scales, guint subject);
const struct scale *scales_scale(const struct scales *scales, guint subject);

/* Name, codebook and bounds (NaN: none) of a subject. */
const char *scales_name(const struct scales *scales, guint subject);
const struct codebook *scales_book(const struct scales *scales, guint subject);
double scales_minimum(const struct scales *scales, guint subject);
double scales_maximum(const struct scales *scales, guint subject);

#endif
