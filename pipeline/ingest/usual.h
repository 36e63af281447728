#ifndef INGEST_USUAL_H
#define INGEST_USUAL_H

#include "ingest/alike.h"
#include "ingest/codings.h"
#include "ingest/nested.h"
#include "ingest/rows.h"
#include "ingest/totals.h"

/* The usual record, written without a second thought. Nearly all cells of a long file are names met
 * before, numbers in their shortest form, and texts. What a name was written as is remembered by
 * column from rows that the general way (rows.h) wrote without a word in the ledger; a record of
 * such names only is put together from that, to the same bytes. Any other record is left to the
 * general way.
 *
 * So what is written of a cell must depend on that cell and on nothing else in the record: where a
 * role follows from the speaker (--role) or from a context file, where codes say who speaks, where
 * a record has several cells of codes, where other columns than start and end are typed, no record
 * is usual. Whatever looks at records one by one must be told of the usual ones too. */

struct usual;

/* What it works with; borrowed. */
struct usual_source {
    const struct rows *rows;
    const struct grid *grid;
    struct typed *typed;
    struct codings *codings;
    struct alike *alike;
    struct nested *nested;
    struct totals *totals;
    bool plain; /* units are named; neither --role, a context file nor the ways of a coding program
                 */
};

/* Nothing is learned yet. Borrows all that the source names. */
struct usual *usual_new(const struct usual_source *source);
void usual_free(struct usual *usual);

/* The next record of the sheet that is not usual, after all usual ones before it, which are
 * written; as sheet_next(). */
bool usual_next(struct usual *usual);

/* Learns from the record that the general way has just written, if it was one row and silent. To be
 * called for each of them, with whether it was taken. */
void usual_learn(struct usual *usual, bool taken);

#endif
