#ifndef DESCRIBE_GROUPS_H
#define DESCRIBE_GROUPS_H

#include "codebook/forms.h"

/* The groups in which forms lie: by any set of the columns role, wave and those of `--by`. A set is
 * a mask: bit 0 the role, bit 1 the wave, then the columns of `--by` in their order. */

enum { GROUPS_ROLE = 1, GROUPS_WAVE = 2 };

/* One way to divide all forms. */
struct division {
    char *by;            /* "role+school", "" for all together */
    GArray *of;          /* int by form: number of its group */
    struct names *names; /* of the groups, by number: "student + Noord" */
};

struct groups {
    const struct forms *forms;
    GArray *columns;       /* guint by bit: column of the forms */
    unsigned asked;        /* the bits of --by */
    GHashTable *divisions; /* mask -> struct division */
};

/* Groups of the forms, which are complete and have every column of `by` (names, at most 4, else the
 * program ends: STATUS_USAGE). */
struct groups *groups_new(const struct forms *forms, const GPtrArray *by);
void groups_free(struct groups *groups);

/* The division by a mask; borrowed. A text that holds ` + ` ends the program where groups are named
 * by it. */
const struct division *groups_division(struct groups *groups, unsigned mask);

/* Whether a division divides by this column. */
bool groups_is_by(const struct division *division, const char *column);

/* The masks by which a subject is shown that has to be told apart by `always`: one for each set of
 * the columns of --by, the empty one first. unsigned; to be freed. */
GArray *groups_masks(const struct groups *groups, unsigned always);

#endif
