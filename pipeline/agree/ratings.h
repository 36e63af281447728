#ifndef AGREE_RATINGS_H
#define AGREE_RATINGS_H

#include "base/names.h"
#include "codebook/codebook.h"
#include "table/ledger.h"
#include "table/reader.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Answers with a rater: who was rated (`respondent`, in each `wave` apart), on which item, by whom.
 * A rating of oneself (rater and respondent are one, or the rater has the role that --self names)
 * is self-report: it stands apart, and never among those whose agreement is looked at. */

struct rating {
    int person;
    int rater;
    double value;
};

struct rating_item {
    const char *item;
    const char *term;  /* the codebook that has it */
    GArray *others;    /* struct rating */
    GArray *own;       /* struct rating, by the person */
    int64_t missing;   /* rows without a value */
    int64_t anonymous; /* rows without a rater */
};

struct ratings_table {
    bool
        unrated; /* there is no column rater: these are answers of one's own, and nothing is read */
    struct names *persons;
    struct names *raters;
    struct names *items;
    GPtrArray *list;  /* struct rating_item by id in items; NULL: in no codebook */
    GHashTable *seen; /* item, person and rater that were met */
    int64_t twice;    /* ratings that a second row gives again, left out */
};

/* Reads all rows; `self` is the role of raters who rate themselves, or NULL; `only` the raters that
 * count beside them, NULL: all. Borrows the codebooks. */
struct ratings_table *ratings_table_read(struct reader *in, const struct codebooks *books,
                                         const char *self, char **only);
void ratings_table_free(struct ratings_table *table);

/* Whether anybody was rated on the item. */
bool rating_item_is_rated(const struct rating_item *item);

/* Tells the ledger what was left out. */
void ratings_table_tell(const struct ratings_table *table, struct ledger *ledger);

/* A square of persons rated by the same raters: values[person * raters + rater], NaN where one is
 * missing. The raters are those who rated more than half of the persons whom anybody rated. */
struct rating_square {
    double *values;
    GArray *persons; /* int */
    GArray *raters;  /* int, by name */
};
struct rating_square rating_square_of(const struct ratings_table *table,
                                      const struct rating_item *item);

/* The same with any raters, as many a person as most persons have (two or more): for coefficients
 * that do not ask which rater is which. Persons with another number are left out. */
struct rating_square rating_square_any(const struct ratings_table *table,
                                       const struct rating_item *item);
void rating_square_clear(struct rating_square *square);

/* Of every person rated by itself and by others: the own rating minus the mean of the others'.
 * Returns how many; values has room for as many as there are persons. */
size_t ratings_own_differences(const struct ratings_table *table, const struct rating_item *item,
                               double *values);

#endif
