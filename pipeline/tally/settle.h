#ifndef TALLY_SETTLE_H
#define TALLY_SETTLE_H

#include "codebook/kinds.h"
#include "table/tallies.h"

/* How the units of one source are settled among its coders (see consensus.h for the rule). */

#define SETTLE_END G_MAXUINT

/* One code that one coder gave to a unit, KIND_NONE for none; those of a unit are a chain. */
struct settle_coding {
    int coder;
    int kind;
    guint next; /* index, SETTLE_END */
};

struct settle_unit {
    char *name;
    size_t length;
    int role;
    int context;
    guint first; /* of its codings; SETTLE_END: none */
    guint last;
    struct tally_amount amount;
    GPtrArray *decisions; /* texts, or NULL */
};

struct settle_source {
    GArray *units;     /* struct settle_unit, in order of first appearance */
    GArray *codings;   /* struct settle_coding */
    GHashTable *index; /* role, context and name -> index + 1 */
    size_t bytes;
};

/* Units by how they were settled; agreed, decided, alone and partly were counted. */
struct settle_counts {
    int64_t agreed;
    int64_t decided;
    int64_t alone;
    int64_t partly;
    int64_t undecided;
};

struct settle {
    struct tallies *tallies;
    struct kinds *kinds;
    const struct codebooks *codebooks;
    struct tally_source *source;
    const struct settle_source *kept;
    struct settle_counts *counts;
};

/* Counts what is kept of the source into its groups, and adds to the counts. */
void settle_source(const struct settle *settle);

#endif
