#ifndef INGEST_GRID_H
#define INGEST_GRID_H

#include "codebook/codebook.h"
#include "codebook/cellwords.h"
#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "table/ledger.h"

#include <glib.h>

/* Which columns of a sheet hold codes, and how: one column `code`, or `code 1` to `code n`; a
 * column for each coder (`codeur A`, `codeur B`); or one for each code, that says whether it was
 * given. Recognised by their headers, by --codes and --coder-column, or by a codebook that knows
 * the headers as codes; never by what the cells look like. */

enum grid_kind {
    GRID_CELLS,  /* cells name codes */
    GRID_CODERS, /* cells name codes, each column those of one coder */
    GRID_FLAGS,  /* cells say whether the code of their column was given */
};

struct grid_column {
    int column;  /* of the sheet */
    char *coder; /* GRID_CODERS: whose codes; else NULL */
    char *code;  /* GRID_FLAGS: which code; else NULL */
};

struct grid {
    enum grid_kind kind;
    GArray *columns; /* struct grid_column */
};

/* What helps to recognise them. */
struct grid_hints {
    const struct columns *columns;
    const struct codebooks *codebooks;
    const struct cellwords *words;
    char *const *codes;  /* --codes: headers, or several with commas between; or NULL */
    char *const *coders; /* --coder-column: NAME=HEADER; or NULL */
};

/* Finds them, and says in the ledger what it took for what. A sheet without any ends the program,
 * and the message names the columns that look like it. */
struct grid *grid_find(struct sheet *sheet, const struct grid_hints *hints, struct ledger *ledger);
void grid_free(struct grid *grid);

/* Whether a column of the sheet is one of them. */
bool grid_has(const struct grid *grid, int column);

#endif
