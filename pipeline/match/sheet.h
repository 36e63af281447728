#ifndef MATCH_SHEET_H
#define MATCH_SHEET_H

#include "codebook/forms.h"
#include "table/grouping.h"

#include <glib.h>

/* The forms that respondents filled in (codebook/forms.h), each with its groups of --by. */

enum { SHEET_UNKNOWN = -1 };

/* One form. Ids are those of the names of the sheet, SHEET_UNKNOWN where nothing is named. */
struct occasion {
    int respondent;
    int role;
    int wave;
    int wpb;
    int school;
    int student;
    int *groups;    /* by subset of the --by columns: index in the groups of the sheet */
    double *values; /* by subject of the scales; NaN: not known */
};

struct sheet_group {
    char *by;   /* "school+year", "" over all */
    char *name; /* "Noord + 2022" */
};

struct sheet {
    const struct scales *scales; /* borrowed */
    struct grouping *grouping;   /* borrowed */
    struct names *respondents;
    struct names *roles;
    struct names *waves;
    struct names *wpbs;
    struct names *schools;
    struct names *students;
    GPtrArray *groups;      /* struct sheet_group; the first one is over all */
    GPtrArray *occasions;   /* struct occasion, in order of first appearance */
    GHashTable *group_of;   /* key of the grouping -> index in groups + 1 */
    const char **by_values; /* by column of the grouping: of the form at hand */
    guint nameless;         /* forms of no respondent, left out */
};

/* Reads all answers. What forms_add() refuses stands in the ledger, as do forms of nobody
 * (no-respondent) and items that no codebook knows. Borrows scales and grouping. */
struct sheet *sheet_read(struct reader *in, const struct scales *scales, struct grouping *grouping,
                         const GPtrArray *by, struct ledger *ledger);
void sheet_free(struct sheet *sheet);

/* How many occasions know a subject. */
guint sheet_known(const struct sheet *sheet, int subject);

#endif
