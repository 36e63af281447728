#ifndef INGEST_USUAL_INSIDE_H
#define INGEST_USUAL_INSIDE_H

#include "ingest/persons.h"
#include "ingest/usual.h"
#include "ingest/usual_bare.h"
#include "ingest/usual_front.h"
#include "ingest/usual_number.h"
#include "ingest/usual_place.h"
#include "ingest/usual_plan.h"

/* What the usual way is made of: for usual.c and usual_row.c alone. */

struct usual_sums {
    int64_t rows;
    int64_t coded;
    size_t marked[2]; /* start and end that have a decimal mark */
};

struct usual {
    struct usual_source with;
    const struct record *record; /* the sheet's, always the same */
    struct decimal *decimals[2]; /* of start and end */
    struct marks *marks;         /* of repeats */
    struct usual_plan plan;      /* without columns: no record is usual */
    struct usual_place place;
    struct usual_sources sources;
    struct usual_number end; /* and its end, with the mark of that column */
    enum decimal_mark mark;
    struct persons persons;
    struct usual_bare bare;
    int64_t said;           /* entries of the ledger before the record */
    char *rows;             /* those of which nobody was told yet stand here, */
    char *to;               /* and end here; NULL: there is no room for rows */
    char *most;             /* a row may begin up to here */
    struct usual_sums sums; /* of these rows */
};

/* What there is to do when the row of a record stands there. */
struct usual_deeds {
    struct usual_unit unit;
    const struct memo_entry *coder; /* with which its coder was written, */
    const struct memo_entry *code;  /* and its code, where not with others */
    uint64_t *mark;                 /* of repeats; NULL: it has no code */
    bool marked[2];                 /* start and end, by a decimal mark */
    bool moved;                     /* its source is another one than before, */
    bool stranger;                  /* that was not met before */
    bool missed;                    /* a run of names is not known yet */
    bool fresh;                     /* a watched name is not known yet */
};

/* Learns from a row with names that were not met together before. */
void usual_meet(struct usual *usual, const struct usual_deeds *deeds, const char *row,
                size_t length);

/* Goes on with a source that was not met before; false when it is not plain, or the record adds up
 * others. Something may be written at `to`. */
bool usual_stranger(struct usual *usual, struct cell source, char *to);

/* The row belongs to another source than the one before. */
void usual_enter(struct usual *usual, bool stranger);

/* Room for a row and more: what was written is told of. */
void usual_make_room(struct usual *usual);

/* Leaves the record to the general way: what was written is told of. False. */
bool usual_leave(struct usual *usual);

#endif
