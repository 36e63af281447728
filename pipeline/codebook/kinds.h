#ifndef CODEBOOK_KINDS_H
#define CODEBOOK_KINDS_H

#include "base/names.h"
#include "codebook/codebook.h"

/* The row kinds of tallies as ids: "*" (all), "" (no code), `side:NAME`, and codes. Ids stand in
 * the order in which tallies are written: totals, sides, codes of the codebooks, other codes. */

enum { KIND_ALL, KIND_NONE };

struct kinds;

/* Fills `names` (empty, the caller's) with the kinds that the codebooks know; borrows both. */
struct kinds *kinds_new(const struct codebooks *codebooks, struct names *names);
void kinds_free(struct kinds *kinds);

/* The kind of a code, made when it is new. */
int kinds_of(struct kinds *kinds, const char *code);

/* The kind of the side on which a code lies; -1 when it lies on none. */
int kinds_side(struct kinds *kinds, int kind);

#endif
