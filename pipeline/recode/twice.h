#ifndef RECODE_TWICE_H
#define RECODE_TWICE_H

#include "table/ledger.h"
#include "table/reader.h"

/* One code that a unit was given twice by one coder, in two spellings that only the codebook makes
 * one ("doorvragen", "Doorvragen"): each row counts, so that somebody should look at it. Rows of a
 * unit that stand together are looked at; the same spelling twice vs-ingest has warned about. */

struct twice;

/* Borrows both. The rows are segments. */
struct twice *twice_new(struct reader *in, struct ledger *ledger);
void twice_free(struct twice *twice);

/* The row of the reader, whose code `text` is read as `code`; both live as long as the twice, and
 * equal texts are one. */
void twice_look(struct twice *twice, const char *text, const char *code);

#endif
