#ifndef TABLE_TALLIES_OUT_H
#define TABLE_TALLIES_OUT_H

#include "table/head.h"
#include "table/ledger.h"
#include "table/tallies.h"
#include "table/writer.h"

/* Tallies on their way out: one coder a source, context beside the counts. */

struct tallies_out;

/* `coder` is whose codes count where a source has several coders, or NULL. All are borrowed. */
struct tallies_out *tallies_out_new(struct tallies *tallies, struct writer *writer,
                                    struct ledger *ledger, const char *coder);
void tallies_out_free(struct tallies_out *out);

/* Starts a table, unless the one begun has the same head. `head` holds what goes above the columns
 * (its own columns do not count); `contexts` names the values joined in tallies->contexts, in that
 * order, `extras` the extra columns. Extra columns that vary in a source are left out, with a line
 * in the ledger. */
void tallies_out_begin(struct tallies_out *out, const struct head *head, const GPtrArray *contexts,
                       const GPtrArray *extras);

/* Tells the ledger how many segments of coders who do not count were left out; once, at the end. */
void tallies_out_tell(struct tallies_out *out);

/* Writes one source and releases it. Several coders without a choice, and a chosen coder who did
 * not code the source, end the program. */
void tallies_out_source(struct tallies_out *out, struct tally_source *source);

#endif
