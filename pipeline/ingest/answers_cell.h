#ifndef INGEST_ANSWERS_CELL_H
#define INGEST_ANSWERS_CELL_H

#include "codebook/cellwords.h"
#include "codebook/codebook.h"
#include "ingest/answers_typed.h"
#include "table/number.h"
#include "table/shape.h"

/* What a cell of a survey says: an answer in the item's own codes, nothing, or what is no answer.
 */

enum cell_kind {
    CELL_EMPTY,
    CELL_ANSWER,
    CELL_MISSING, /* the codebook calls this text missing, or celwoorden.csv does */
    CELL_REFUSED, /* the item wants a number, and this is none */
    CELL_AGAINST, /* likewise: it has another decimal mark than its column */
};

struct cell_read {
    enum cell_kind kind;
    enum missing missing; /* of CELL_MISSING */
    char *text;           /* without outer space; of CELL_ANSWER: the value to write */
    bool unknown;         /* an answer that the codebook does not list */
};

struct cells;

/* Remembers what each item can be answered with. Borrows both. */
struct cells *cells_new(struct answers_typed *typed, const struct cellwords *words);
void cells_free(struct cells *cells);

/* Reads the text of a cell of a column of the sheet for an item; NULL: no codebook has the item,
 * and the text is the answer (a decimal comma becomes a point, the apostrophe before a formula
 * goes). cell_clear() frees it. */
struct cell_read cells_read(struct cells *cells, const struct item *item, int column,
                            const char *text);
void cell_clear(struct cell_read *cell);

#endif
