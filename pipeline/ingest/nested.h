#ifndef INGEST_NESTED_H
#define INGEST_NESTED_H

#include "foreign/sheet.h"
#include "table/ledger.h"

/* Persons at two schools: a student or wpb who lies in two of them is counted in both, which
 * somebody may not have meant. Each such person is warned about once. */

struct nested;

/* Watches the columns student and wpb of a sheet that has a column school. */
struct nested *nested_new(const struct sheet *sheet, struct ledger *ledger);
void nested_free(struct nested *nested);

/* Looks at the record that the sheet got last. */
void nested_look(struct nested *nested, const struct sheet *sheet);

#endif
