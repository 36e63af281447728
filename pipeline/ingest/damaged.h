#ifndef INGEST_DAMAGED_H
#define INGEST_DAMAGED_H

#include "codebook/cellwords.h"
#include "foreign/sheet.h"
#include "table/ledger.h"

/* Cells that lost what stood in them before they came here: a spreadsheet took a text for a formula
 * and shows an error (`#NAAM?`; the words stand in celwoorden.csv). They are read as they stand,
 * and warned about once for each distinct text. */

struct damaged;

/* Borrows both. */
struct damaged *damaged_new(const struct cellwords *words, struct ledger *ledger);
void damaged_free(struct damaged *damaged);

/* Looks at a text of this record. */
void damaged_look(struct damaged *damaged, const struct sheet *sheet, const char *text);

/* Likewise at a cell; costs nothing for nearly all. */
void damaged_look_cell(struct damaged *damaged, const struct sheet *sheet, int column);

#endif
