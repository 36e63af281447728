#ifndef FOREIGN_CONTEXT_TYPED_H
#define FOREIGN_CONTEXT_TYPED_H

#include "foreign/sheet.h"
#include "table/ledger.h"

/* The columns of a context file that are no words: length, a number, and date. How a column writes
 * them is told by its cells, all of them, as in the files themselves (looked.h); what is assumed
 * and what cannot be read is said in the ledger. A column whose later cells turn the outcome ends
 * the program. */

struct context_typed;

/* Looks ahead in the sheet; borrows it and the ledger. */
struct context_typed *context_typed_new(struct sheet *sheet, struct ledger *ledger);

/* Tells what was rounded. */
void context_typed_close(struct context_typed *typed);

/* The cell of this record as tables write it, "" when it cannot be read; NULL where the column is
 * neither of the two, or no cell of it is a date. To be freed. */
char *context_typed_cell(struct context_typed *typed, int column);

#endif
