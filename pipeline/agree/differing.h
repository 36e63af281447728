#ifndef AGREE_DIFFERING_H
#define AGREE_DIFFERING_H

#include "agree/system.h"

/* Differences before they are in order. */

/* Categories (codes->len: none) that two coders gave to a unit (of the codings) and the other did
 * not; coders by their place in the system. */
struct difference {
    guint unit;
    int first;
    int second;
    guint coder;
    guint other;
};

/* All of them (struct difference), every pair of coders apart: of units, or of passages by where
 * they lie; passages without a place are units after all. To be freed. */
GArray *differing_units(const struct system *system);
GArray *differing_passages(const struct system *system);

#endif
