#ifndef COUNT_BOARD_H
#define COUNT_BOARD_H

#include "codebook/codebook.h"
#include "count/group.h"
#include "table/grouping.h"
#include "table/reader.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* The rows of tallies, added up for one codebook: over all and per group of `--by`, one integer
 * vector a person. Columns of a vector: the segments of each code of the codebook, then the turns
 * and microseconds of `*` for the role that each code counts (columns per role).
 *
 * The person is the column named by --person, else the one named after the role that the codebook
 * counts (wpb, student), else the conversation. */

struct board {
    const struct codebook *book;
    GPtrArray *roles;    /* texts: the roles that its codes count; "" = every role */
    GArray *code_roles;  /* guint by code: index in roles */
    guint width;         /* codes + 3 a role */
    const char *person;  /* name of the column, "source" for the conversation */
    bool person_given;   /* --person said so */
    bool by_person;      /* count per person too */
    const char *dropped; /* the column of persons that was not there after all, or NULL */
    int person_slot;
    int wpb_slot, student_slot, source_slot, role_slot, code_slot;
    int segments_slot, turns_slot, seconds_slot;
    struct grouping *grouping;
    GHashTable *codes;  /* code -> its index + 1 */
    GHashTable *index;  /* "subset US value US ..." -> struct board_group */
    GPtrArray *groups;  /* struct board_group; the first one is over all */
    int64_t other_role; /* segments of a code given to somebody else */
    int64_t nobody;     /* rows without a person: their conversation stands in */
    bool mixed;         /* its codes count several roles: the conversation is the person */
    bool timed;         /* seconds are known */
    bool met;           /* some code of the codebook was met */
};

/* What vs-count was asked: --person (or NULL), the --by columns (or NULL), and whether to count per
 * person too, where there is a column of persons. */
struct board_setting {
    const char *person;
    const GPtrArray *by;
    bool by_person;
};

/* A board for `book`. Borrows all. */
struct board *board_new(const struct codebook *book, struct reader *in,
                        const struct board_setting *setting);
void board_free(struct board *board);

/* Adds the row that the reader got last. */
void board_add(struct board *board, struct reader *in);

/* When all rows are in, `head` being what their tables had together: a column that was asked for
 * and is not there ends the program; without a column of persons the conversation is the person. */
void board_settle(struct board *board, const struct head *head);

/* Vector columns of the role with this index: turns and microseconds of `*`, and the turns that
 * were looked at and given no code. Before them stand the codes, in the order of the codebook. */
guint board_turns(const struct board *board, guint role);
guint board_microseconds(const struct board *board, guint role);
guint board_uncoded(const struct board *board, guint role);

#endif
