#ifndef PLOT_LIKERT_ROWS_H
#define PLOT_LIKERT_ROWS_H

#include "plot/scene.h"

/* Which bars a likert chart has: one for each item of a scale, or for each role or wave that
 * answered it; and the numbers they are made of. */

struct likert_row {
    const struct item *item;
    const char *by;    /* columns that the answers are told apart by; "" over all */
    const char *group; /* role or wave of those who were asked; "" all */
    int64_t n;         /* persons who answered, or answers */
    bool answers;      /* persons gave several: answers are counted */
    bool shown;        /* every number is there */
};

/* What a bar is made of. */
enum likert_measure { LIKERT_COUNT, LIKERT_SHARE };

struct likert {
    const struct scene *scene;
    const char *scale;
    GArray *rows;  /* struct likert_row */
    GArray *boxes; /* struct axis_box */
    int low, high; /* answers */
    bool counts;   /* lengths are numbers of persons, or of answers */
    bool answers;  /* answers are counted in some row */
    double reach;  /* of the longest bar on either side: zero stands in the middle */
};

/* The i-th row. */
struct likert_row *likert_rows_at(const struct likert *likert, guint i);

/* How many persons (or answers, where persons gave several) gave this answer, or their share; NULL
 * when the results do not say. */
const struct result *likert_rows_number(const struct likert *likert, const struct likert_row *row,
                                        int answer, enum likert_measure measure);

/* The first scale of the codebook with an answer in the results; NULL when there is none. */
const char *likert_rows_first_scale(struct likert *likert);

/* Fills the rows, the answers and what is counted, of the scale. False when the scale has no items,
 * or the results none of them: *why says which, to be freed. */
bool likert_rows_find(struct likert *likert, char **why);

#endif
