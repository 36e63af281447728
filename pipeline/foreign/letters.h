#ifndef FOREIGN_LETTERS_H
#define FOREIGN_LETTERS_H

#include "foreign/codepage.h"
#include "foreign/sheet.h"
#include "table/ledger.h"

/* Letters of a sheet that are not what was written: damaged by an earlier save (damage.h), or read
 * as Windows-1252 in a file of an old DOS program or Mac (codepage.h). They are kept as they stand;
 * the first is warned about once for each column, of the second kind once a file. */

struct letters;

/* Looks at the headers of the sheet. */
struct letters *letters_new(const struct sheet *sheet);

/* Looks at all cells of this record. */
void letters_look(struct letters *letters, const struct sheet *sheet);

/* Puts the warnings into the ledger. */
void letters_close(struct letters *letters, const struct sheet *sheet, struct ledger *ledger);

#endif
