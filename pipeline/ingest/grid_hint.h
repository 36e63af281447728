#ifndef INGEST_GRID_HINT_H
#define INGEST_GRID_HINT_H

#include "codebook/cellwords.h"
#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "ingest/grid.h"

#include <glib.h>
#include <stdbool.h>

/* What a header says of the codes in its column. */

/* Whether it is a header of codes with a number behind it: "code 2", "interventie 3". */
bool hint_is_numbered(const struct columns *columns, const char *header);

/* Whether it is a header of a coder with a name behind it: "codeur A", "coder 2", "codeur Jan"; not
 * "codeur opmerkingen". `*name` becomes the name, to be freed; `name` may be NULL. */
bool hint_is_coder(const struct columns *columns, const char *header, char **name);

/* Where a codebook knows some columns as codes: a warning that names those with a header of their
 * own that look like them, and that the grid has not. */
void hint_tell_flags(struct sheet *sheet, const struct columns *columns,
                     const struct cellwords *words, const struct grid *grid, struct ledger *ledger);

/* Ends the program: no column holds codes. Where some with a header of their own hold nothing
 * but words such as 0 and 1, the message names them. */
G_NORETURN void hint_fail(struct sheet *sheet, const struct columns *columns,
                          const struct cellwords *words);

#endif
