#ifndef INGEST_ANSWERS_TYPED_H
#define INGEST_ANSWERS_TYPED_H

#include "foreign/decimal.h"
#include "foreign/sheet.h"
#include "table/ledger.h"

#include <glib.h>

/* How the columns of a survey write numbers and dates: decided beforehand (looked.h). */

struct answers_typed;

/* Looks ahead in `sheet` at `columns` (int: those with answers) and at the column date. `decimal`
 * is "point" or "comma", `dates` "dmy" or "mdy", or NULL: then the columns tell; anything else ends
 * the program (STATUS_USAGE). */
struct answers_typed *answers_typed_new(struct sheet *sheet, const GArray *columns,
                                        const char *decimal, const char *dates,
                                        struct ledger *ledger);

/* Tells what was rounded. */
void answers_typed_close(struct answers_typed *typed);

/* Reads a number of this column, as decimal_read() does. A column that turns after the look ahead
 * ends the program. */
enum decimal_got answers_typed_number(struct answers_typed *typed, int column, const char *text,
                                      double *value);

/* Reads the date of this record; false when the record was refused for it. */
bool answers_typed_date(struct answers_typed *typed);

/* What to write for a context column of this record; NULL: its cell as it stands. Borrowed. */
const char *answers_typed_text(const struct answers_typed *typed, int column);

#endif
