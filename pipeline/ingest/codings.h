#ifndef INGEST_CODINGS_H
#define INGEST_CODINGS_H

#include "ingest/grid.h"
#include "ingest/labels.h"
#include "ingest/track.h"

/* The codes that one record gives: one, none, or several, by one coder or by more. */

struct coding {
    const char *coder; /* NULL: what the column coder says */
    const char *code;  /* "" where the unit was looked at and given none */
};

struct codings;

/* `track` may be NULL. `blank_is_missing`: an empty cell of a coder's column says that the coder
 * did not look (else: that he gave no code). Borrows all. */
struct codings *codings_new(const struct grid *grid, struct labels *labels,
                            const struct cellwords *words, const struct track *track,
                            bool blank_is_missing, struct ledger *ledger);
void codings_free(struct codings *codings);

/* Reads the codes of the record that `sheet` got last: none at all where it only says who speaks.
 * False when it was refused; a cell that cannot be read is refused by itself where the record gives
 * a code in another one. */
bool codings_read(struct codings *codings, struct sheet *sheet);

/* What codings_read() found; borrowed until its next call. */
guint codings_count(const struct codings *codings);
const struct coding *codings_at(const struct codings *codings, guint i);

/* Counts n records of one cell that were read by somebody else, of which some name a code. */
void codings_count_usual(struct codings *codings, int64_t n, int64_t coded);

/* The label of the speaker among its codes, or NULL. */
const char *codings_speaker(const struct codings *codings);

/* Puts the accounting in cells into the ledger, where records have several cells or codes: cells =
 * cells-coded + cells-empty + cells-refused + cells-speaker. */
void codings_account(const struct codings *codings, const struct sheet *sheet);

#endif
