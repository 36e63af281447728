#ifndef INGEST_TYPED_H
#define INGEST_TYPED_H

#include "foreign/decimal.h"
#include "foreign/sheet.h"
#include "table/ledger.h"

#include <stdbool.h>

/* The cells of a sheet that are numbers or dates: start, end, length and date. How a column writes
 * them is decided beforehand (looked.h); a file whose later cells turn the outcome ends the
 * program, and names the option that tells it. What cannot be read refuses the record. */

struct typed;

/* Looks ahead in `sheet`. `decimal` is "point" or "comma", `dates` "dmy" or "mdy", or NULL: then
 * the columns tell; anything else ends the program (STATUS_USAGE). */
struct typed *typed_new(struct sheet *sheet, const char *decimal, const char *dates,
                        struct ledger *ledger);

/* Tells what was rounded. */
void typed_close(struct typed *typed);

/* Whether a start or end among the cells that were looked at is a clock time. */
bool typed_has_clock(const struct typed *typed);

/* Reads the typed cells of this record. An empty start or end becomes NaN. `seconds` says whether
 * they are times (hh:mm:ss is one then); `after` is what the end lies before the end of the last
 * thing it counts: 1 where a paragraph is named, 0 where ends are half open. False when the record
 * was refused. */
bool typed_read(struct typed *typed, struct sheet *sheet, bool seconds, double after,
                double extent[2]);

/* How start (0) and end (1) write their numbers; NULL where another column is typed too. */
struct decimal *typed_decimal(struct typed *typed, int i);

/* The start and end of a record that is looked at ahead; NaN what cannot be read. */
void typed_peek(const struct typed *typed, const struct sheet *sheet, double after,
                double extent[2]);

/* What to write for a cell of this record: NULL where the column is not typed. Borrowed until the
 * next typed_read(). */
const char *typed_text(const struct typed *typed, int column);

#endif
