#ifndef INGEST_EATEN_H
#define INGEST_EATEN_H

#include "foreign/sheet.h"
#include "table/ledger.h"

/* Names and numbers of persons and conversations that a spreadsheet took for something else, and
 * wrote as that: "1,23457E+15" was a long number, rounded; "3-apr" may have been 3-4. What stood
 * there is gone, and two of them may have become one. Each column is warned about once. */

struct eaten;

/* Borrows the ledger. */
struct eaten *eaten_new(struct ledger *ledger);

/* Looks at a name in a column (a static text or one of the sheet's). Names may come again, and
 * count once. In the column source, a date is a name like any other. */
void eaten_meet(struct eaten *eaten, const char *column, const char *name,
                const struct sheet *sheet);

/* Puts the warnings into the ledger. */
void eaten_close(struct eaten *eaten, const struct sheet *sheet);

#endif
