#ifndef INGEST_TIDIED_H
#define INGEST_TIDIED_H

#include "foreign/sheet.h"
#include "table/ledger.h"

/* Names and words of the cells of a file, tidied (tidy.h). What had to be done is said once for
 * each distinct text: a note, or a warning where something was in it that nobody sees. */

struct tidied;

/* Borrows the ledger. */
struct tidied *tidied_new(struct ledger *ledger);
void tidied_free(struct tidied *tidied);

/* Notes, once for each column, that the cell of this record stands without quotes and lost the
 * blanks around it: the reader takes these off. */
void tidied_look(struct tidied *tidied, const struct sheet *sheet, int column);

/* Notes, once for each column, that the text in the cell of this record loses the apostrophe that
 * somebody put before it for a spreadsheet (guard.h). */
void tidied_guarded(struct tidied *tidied, const struct sheet *sheet, int column);

/* The word in a cell of this record, "" when column is -1. Borrowed until the next call.
 * Looks at it too. */
const char *tidied_cell(struct tidied *tidied, const struct sheet *sheet, int column);

/* Says that `text` was read as `word` in this record; nothing when it is the same. */
void tidied_tell(struct tidied *tidied, const struct sheet *sheet, const char *text,
                 const char *word);

#endif
