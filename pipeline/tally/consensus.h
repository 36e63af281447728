#ifndef TALLY_CONSENSUS_H
#define TALLY_CONSENSUS_H

#include "codebook/kinds.h"
#include "table/ledger.h"
#include "tally/unit.h"

/* `--coder consensus`: what the coders of a source agree on, unit by unit. Rows are kept until
 * their source is written; consensus_settle() then counts them.
 *
 * Within a unit, per codebook: a code that every coder of the unit gave counts. Where they differ,
 * so do the codes that the column `decision` names (vs-recode --decisions: codes joined by `;`, `-`
 * for none). A unit on whose codes of some codebook nothing is shared and nothing decided is
 * undecided: it counts nowhere, in `*` neither. A unit that one of several coders coded counts as
 * decided, else as that coder did. A coder without a row for the unit has no say; nor
 * has one, for the codes of a codebook, who in this source used other codebooks only. In a source
 * with one coder that coder's codes count, under the coder's own name. */

struct consensus;

/* The decision that a unit has no code. */
extern const char consensus_none[];

/* No rows yet. Borrows all. */
struct consensus *consensus_new(struct tallies *tallies, struct kinds *kinds,
                                const struct codebooks *codebooks);
void consensus_free(struct consensus *consensus);

/* One row of segments. */
struct consensus_row {
    const char *unit;
    size_t length;
    const char *role;
    const char *context; /* tally_columns_context() */
    const char *coder;
    int kind;             /* of its code; KIND_NONE: it was given none */
    const char *decision; /* "" when there is none */
};

/* Keeps a row of a source; `worth` says what its unit is worth, and is asked once a unit. */
void consensus_add(struct consensus *consensus, struct tally_source *source,
                   const struct consensus_row *row, struct tally_amount (*worth)(void));

/* Counts the units of a source, and forgets its rows. */
void consensus_settle(struct consensus *consensus, struct tally_source *source);

/* Tells the ledger how units were settled; once, at the end. */
void consensus_tell(const struct consensus *consensus, struct ledger *ledger);

#endif
