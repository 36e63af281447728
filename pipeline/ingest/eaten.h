#ifndef INGEST_EATEN_H
#define INGEST_EATEN_H

#include "foreign/sheet.h"
#include "table/ledger.h"

#include <stdbool.h>

/* Names and numbers of persons, conversations, units, codes and answers that a spreadsheet took for
 * something else, and wrote as that: "1,23457E+15" was a long number, rounded; "3-apr" may have
 * been 3-4. What stood there is gone, and two of them may have become one. Each column is warned
 * about once. */

struct eaten;

/* Borrows the ledger. */
struct eaten *eaten_new(struct ledger *ledger);

/* Looks at a name in a column (a static text or one of the sheet's). Names may come again, and
 * count once. In the column source, a date is a name like any other. */
void eaten_meet(struct eaten *eaten, const char *column, const char *name,
                const struct sheet *sheet);

/* Whether text[0 .. length) is a name that eaten_meet() would tell of, in another column than
 * source. */
bool eaten_is(const char *text, size_t length);

/* Puts the warnings into the ledger. */
void eaten_close(struct eaten *eaten, const struct sheet *sheet);

#endif
