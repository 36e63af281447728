#ifndef INGEST_ANSWERS_ROWS_H
#define INGEST_ANSWERS_ROWS_H

#include "foreign/survey.h"
#include "ingest/answers_cell.h"
#include "ingest/answers_person.h"
#include "ingest/damaged.h"
#include "ingest/eaten.h"

/* The rows of answers that one record gives, and the accounting of its cells. */

struct answers_rows {
    struct sheet *sheet;
    const struct survey *survey; /* NULL: one answer a record */
    const struct questions *questions;
    const struct cellwords *words;
    struct ledger *ledger;
    struct writer *writer;
    struct person *person;
    struct answers_typed *typed;
    /* filled by answers_rows_open(): */
    struct cells *cells;
    int item; /* columns of the long form */
    int value;
    GHashTable *unknown; /* texts of items that no codebook has, of the long form */
    GHashTable *options; /* GPtrArray of struct item -> struct options, of questions in one cell */
    size_t answers;      /* cells that held one, that were empty, that were refused */
    size_t empty;
    size_t refused;
    struct damaged *damaged; /* told of every answer; borrowed */
    struct eaten *eaten;     /* told of those that are texts; borrowed */
};

/* Makes and frees the parts that are its own. */
void answers_rows_open(struct answers_rows *rows);
void answers_rows_close(struct answers_rows *rows);

/* Looks at the record that the sheet got last; false: it was refused. */
bool answers_rows_admit(struct answers_rows *rows);

/* Writes its rows. */
void answers_rows_write(struct answers_rows *rows);

/* Puts the counts of cells into the ledger. */
void answers_rows_count(const struct answers_rows *rows);

#endif
