#ifndef MATCH_SHEET_H
#define MATCH_SHEET_H

#include "base/names.h"
#include "table/grouping.h"
#include "table/ledger.h"
#include "table/reader.h"

#include <glib.h>

/* The answers that somebody asked for, one occasion a row: what one respondent in one role said at
 * one moment (group, wave and context columns, but for date and length). */

enum { SHEET_UNKNOWN = -1 };

struct occasion {
    int respondent; /* ids in the names of the sheet; SHEET_UNKNOWN where nothing is named */
    int role;
    int wpb;
    int school;
    int student;
    int *groups;    /* by subset of the --by columns: index in `groups` of the sheet */
    double *values; /* by measure; NaN: not known */
};

struct sheet_group {
    char *by;   /* "school+year", "" over all */
    char *name; /* "Noord + 2022" */
};

struct sheet {
    const struct names *measures; /* borrowed: what is looked for */
    struct grouping *grouping;    /* borrowed */
    struct names *respondents;
    struct names *roles;
    struct names *wpbs;
    struct names *schools;
    struct names *students;
    GPtrArray *groups;    /* struct sheet_group; the first one is over all */
    GPtrArray *occasions; /* struct occasion, in order of first appearance */
    GHashTable *index;    /* what an occasion is -> struct occasion */
    GHashTable *group_of; /* key of the grouping -> index in groups + 1 */
    GArray *slots;        /* of the columns that tell occasions apart */
    int respondent, role, item, value, wpb, school, student;
};

/* An empty sheet for the answers that `in` gives. Borrows all. */
struct sheet *sheet_new(struct reader *in, const struct names *measures, struct grouping *grouping);
void sheet_free(struct sheet *sheet);

/* Reads all rows. Refused in the ledger: an answer that an occasion has already (duplicate-answer),
 * one of nobody (no-respondent), one that is no number (number). */
void sheet_read(struct sheet *sheet, struct reader *in, struct ledger *ledger);

/* How many occasions know a measure. */
guint sheet_known(const struct sheet *sheet, int measure);

#endif
