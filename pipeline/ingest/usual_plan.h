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
    int column;        /* of the sheet */
    struct memo *memo; /* of its cells; NULL for numbers, text and unit */
};

/* Columns of names that stand beside each other, in the row as in the file. */
struct usual_run {
    size_t first;                     /* of the row */
    size_t n;                         /* columns, also those that no cell says */
    size_t column;                    /* of the sheet: the first one, */
    size_t cells;                     /* and how many */
    bool steady;                      /* what comes next can mostly be told: it is no code */
    struct memo *memo;                /* of their bytes as one */
    const struct memo_entry *nothing; /* how it is written when it has no cells, else NULL */
    const struct memo_entry *found;   /* in the record at hand; NULL: not known */
};

struct usual_plan {
    struct usual_column columns[USUAL_COLUMNS]; /* as they are written, without the origin */
    size_t n;
    struct usual_run runs[USUAL_COLUMNS]; /* all but source, unit, start, end and text, in order */
    size_t before;                        /* so many stand before the text */
    size_t count;
    size_t code; /* the run of the code, which stands alone; the one before it ends in the coder */
    size_t persons; /* the one that holds school, wpb and student, as far as there are; SIZE_MAX */
    size_t missed;  /* records whose runs were not all known, from the line on */
    size_t since;
};

/* Makes the plan; false when there are too many columns. */
bool usual_plan_make(struct usual_plan *plan, const struct sheet *sheet,
                     const struct fields *fields, const struct grid *grid);
void usual_plan_clear(struct usual_plan *plan);

/* What the bytes of a run were written as, NULL when that is not known; what stands between its
 * cells tells where each ends. */
G_ALWAYS_INLINE static inline const struct memo_entry *usual_plan_find(
    const struct usual_run *run, const struct outline *outline)
{
    struct cell span;

    if (run->nothing != NULL)
        return run->nothing;
    span = outline_span(outline, run->column, run->cells);
    return run->steady ? memo_follow(run->memo, span.text, span.length)
                       : memo_find(run->memo, span.text, span.length);
}

/* Learns what the cells of a record were written as: its row as it stands in the output. Returns
 * the origin in it. */
const char *usual_plan_learn(struct usual_plan *plan, const struct record *record, const char *row,
                             size_t length);

/* Tells of a record whose runs were not all known; whether too many are such: then names come back
 * that are forgotten by then, and the memos should become larger. */
bool usual_plan_misses(struct usual_plan *plan, const struct record *record);
void usual_plan_widen(struct usual_plan *plan);

/* Learns the runs of a record in outline that were not found. */
void usual_plan_learn_runs(struct usual_plan *plan, const struct record *record, const char *row,
                           size_t length);

#endif
