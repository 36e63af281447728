#ifndef TABLE_GROUPING_H
#define TABLE_GROUPING_H

#include "table/reader.h"

#include <glib.h>

/* The columns of `--by`, and the groups in which a row lies: one for every subset of the columns,
 * so that a table by two columns comes with both margins and the total. Subset 0 is the total. */

struct grouping {
    GArray *slots;    /* int */
    GPtrArray *names; /* texts, borrowed */
    GString *by;      /* after grouping_read(): "school+year" */
    GString *name;    /* "Noord + 2022" */
    GString *key;     /* one for each group */
};

/* The columns named in the lists of `--by` (NULL: none), each `COLUMN[,COLUMN]`, as texts that are
 * freed with the array. */
GPtrArray *grouping_split(char *const *lists);

/* No columns yet: one group, the total. */
struct grouping *grouping_new(void);
void grouping_free(struct grouping *grouping);

/* Adds a column, borrowed, unless it is there; more than 4 end the program (STATUS_USAGE). */
void grouping_add(struct grouping *grouping, struct reader *in, const char *column);

/* How many subsets there are. */
guint grouping_subsets(const struct grouping *grouping);

/* Fills by, name and key for the group of this row in a subset. A value that holds ` + ` ends the
 * program: groups are written with it. */
void grouping_read(struct grouping *grouping, struct reader *in, guint subset);

/* The same for texts by column, which need not be of the row got last; `place` is what a complaint
 * prints. */
void grouping_join(struct grouping *grouping, const char *const *values, guint subset,
                   const char *place);

/* Whether the group called `by` is by this column among others. */
gboolean grouping_is_by(const char *by, const char *column);

#endif
