#ifndef INGEST_FIELDS_H
#define INGEST_FIELDS_H

#include "foreign/sheet.h"
#include "ingest/grid.h"
#include "table/head.h"
#include "table/ledger.h"

#include <glib.h>

/* Which columns of a sheet become which columns of segments, and what is assumed of what no column
 * says. */

enum field { SOURCE, UNIT, START, END, SPEAKER, ROLE, CODER, CODE, TEXT, FIELDS };

struct fields {
    int fixed[FIELDS]; /* column of the sheet, -1 when absent */
    const char *unit;  /* what one row is */
    GArray *extra;     /* int: columns that stand to the right: all but these and those of codes */
};

/* Finds them. `stem` is the source where no column says it; `unit` what --unit says, or NULL. */
void fields_find(struct fields *fields, const struct sheet *sheet, const struct grid *grid,
                 const char *stem, const char *unit, struct ledger *ledger);
void fields_close(struct fields *fields);

/* What start and end measure: as --extent says (NULL: it was not given), else seconds where some of
 * them are clock times, else as the program means it whose export this is, else nothing. */
const char *fields_extent(const struct fields *fields, const struct sheet *sheet,
                          const char *extent, bool clock, struct ledger *ledger);

/* What is to be added to an end to make it half open, where start and end measure this. */
double fields_after(const struct sheet *sheet, const char *extent);

/* Adds the names of the columns that stand to the right to a head. */
void fields_name(const struct fields *fields, const struct sheet *sheet, struct head *head);

#endif
