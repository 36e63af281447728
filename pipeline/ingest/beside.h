#ifndef INGEST_BESIDE_H
#define INGEST_BESIDE_H

#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "table/head.h"
#include "table/writer.h"

#include <stdbool.h>

/* What a context file adds to the rows of a sheet: the columns that the sheet lacks, and the role
 * of whoever its key names. */

struct beside;

/* Whether a column of a context file is added to rows of this shape: not one of their own, nor one
 * that the sheet has, which is said in the ledger. */
bool beside_takes(const struct sheet *sheet, enum shape shape, const char *name,
                  struct ledger *ledger);

/* Reads the context file `path`; NULL: there is none, and nothing is added. `stem` is the source
 * where no column says it; borrowed. A key that the sheet has no column for ends the program. */
struct beside *beside_open(const char *path, const struct columns *columns,
                           const struct sheet *sheet, const char *stem, struct ledger *ledger);
void beside_close(struct beside *beside);

/* Adds the names of its columns to a head, and the values for this record to a row. */
void beside_name(const struct beside *beside, struct head *head);
void beside_write(const struct beside *beside, const struct sheet *sheet, struct writer *writer);

/* The role that the file gives for this record; "" when it says nothing. Borrowed. */
const char *beside_role(const struct beside *beside, const struct sheet *sheet);

#endif
