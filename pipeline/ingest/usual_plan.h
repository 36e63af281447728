#ifndef INGEST_USUAL_PLAN_H
#define INGEST_USUAL_PLAN_H

#include "ingest/fields.h"
#include "ingest/grid.h"
#include "ingest/memo.h"
#include "table/record.h"

/* How each column of the rows of segments is usually written, and what was learned of it. */

enum { USUAL_COLUMNS = 64 };

enum usual_kind {
    USUAL_NOTHING, /* no column of the sheet says it */
    USUAL_MEANING, /* known from the memo alone */
    USUAL_WORD,    /* plain, or known */
    USUAL_UNIT,    /* plain and not empty */
    USUAL_WATCHED, /* known, or plain and to be looked at (alike.h) */
    USUAL_NUMBER,  /* start and end */
    USUAL_TEXT,
};

struct usual_column {
    enum usual_kind kind;
    int column;            /* of the sheet */
    struct memo *memo;     /* of its cells; NULL for numbers, text and unit */
    size_t run;            /* so many columns from here on stand together in the sheet too; or 0 */
    struct memo *run_memo; /* of their bytes as one */
};

struct usual_plan {
    struct usual_column columns[USUAL_COLUMNS]; /* as they are written, without the origin */
    size_t n;
    size_t persons; /* the run that holds school, wpb and student, as far as there are; SIZE_MAX */
};

/* Makes the plan; false when there are too many columns. */
bool usual_plan_make(struct usual_plan *plan, const struct sheet *sheet,
                     const struct fields *fields, const struct grid *grid);
void usual_plan_clear(struct usual_plan *plan);

/* The bytes of a run in the file, from its first cell to its last one: what stands between them
 * tells where each ends. False when they do not lie there together. */
static inline bool usual_plan_span(const struct usual_column *first, const struct record *record,
                                   struct cell *span)
{
    if (record->outline.ends == NULL)
        return false;
    *span = outline_span(&record->outline, (size_t)first->column, first->run);
    return span->length <= MEMO_LONGEST;
}

/* Learns what the cells of a record were written as: its row as it stands in the output. Returns
 * the origin in it. */
const char *usual_plan_learn(struct usual_plan *plan, const struct record *record, const char *row,
                             size_t length);

/* Learns the runs of a record whose bytes are still as in the file. */
void usual_plan_learn_runs(struct usual_plan *plan, const struct record *record, const char *row,
                           size_t length);

#endif
