#ifndef TABLE_CSV_INSIDE_H
#define TABLE_CSV_INSIDE_H

#include "table/csv.h"
#include "table/csv_fast.h"
#include "table/csv_judge.h"
#include "table/csv_window.h"

#include <stdbool.h>

/* What a reader of CSV is made of: for csv.c, csv_look.c and csv_bare.c, and for sheet_next.c,
 * which asks for records by the million. */

struct csv {
    struct csv_window window;
    struct csv_judge *judge;
    struct csv_fast fast;
    enum csv_way way;
    struct record *record; /* cells are cut out of it when they are asked for */
    struct record_fault fault;
    size_t start; /* of the record, from the window's begin */
    size_t broken;
    size_t again;
    size_t held_line;
    size_t held_broken; /* of then: what is read twice counts once */
    size_t held_again;
    char delimiter;
    bool decided; /* the delimiter is known for good */
    bool said;    /* by a `sep=` line */
    bool passing; /* a second reader, which never goes back */
};

/* A reader of this source, which it takes. */
struct csv *csv_new(struct csv_source *source, enum csv_way way);

/* Looks for a `sep=` line, and takes it. To be called once, before anything is read. */
void csv_begin(struct csv *csv);

/* The next record where there is nothing to think about; false when there is. What csv_next() says
 * of a record by the index stays as it was: there is no fault, and nothing literal. */
static inline bool csv_plain_next(struct csv *csv)
{
    size_t at = csv->window.at;
    size_t line = csv->window.line;

    if (!csv_fast_plain(&csv->fast, &csv->window, csv->record))
        return false;
    csv->window.begin = at;
    csv->record->line = line;
    csv->record->lines = csv->window.line - line;
    return true;
}

#endif
