#ifndef INGEST_TOTALS_H
#define INGEST_TOTALS_H

#include "codebook/cellwords.h"
#include "foreign/sheet.h"

#include <stdbool.h>

/* Rows that add up the rows above them, as people put them below a table in a spreadsheet:
 * `Totaal`, `Gemiddelde` (the words stand in celwoorden.csv) where a conversation or a person is
 * named, or in the first column. They are no records: counted as one, a mean would be a respondent
 * more. */

struct totals;

/* Looks in two columns of the sheet, -1 for none; `remarks` says whether a first cell alone is one.
 * Borrows the words. */
struct totals *totals_new(const struct cellwords *words, int first, int second, bool remarks);
void totals_free(struct totals *totals);

/* Whether this record adds up others; a remark it is not. */
bool totals_is_row(struct totals *totals, const struct sheet *sheet);

/* Refuses this record when it is such a row, or a remark; whether it did. */
bool totals_refuse(struct totals *totals, struct sheet *sheet);

#endif
