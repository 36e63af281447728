#ifndef TALLY_RECENT_H
#define TALLY_RECENT_H

#include "table/reader.h"
#include "table/tallies.h"

/* Which group of which source a row belongs to, remembered from the rows before: those of a
 * conversation stand together, and its speakers take turns. Rows whose cells of source, role,
 * coder, context and so on are the same bytes belong to the same group, and what they carry along
 * is the same. */

enum { RECENT_KINDS = 64 };

/* The cells of a group that a code counts in: all rows, the code, its side (-1: none). */
struct recent_cells {
    guint all;
    guint code;
    int side;
    bool known;
};

struct recent_entry {
    GString *bytes; /* of the cells */
    struct tally_source *source;
    guint group;                             /* in the source */
    struct recent_cells cells[RECENT_KINDS]; /* by kind */
};

struct recent;

/* Nothing is remembered yet; free with recent_free(). */
struct recent *recent_new(void);
void recent_free(struct recent *recent);

/* The columns (slots of the reader) that say the group, in a new table; what was learned goes. */
void recent_begin(struct recent *recent, const struct reader *in, const int *slots, size_t n);

/* What is known of the group of this row; NULL when it is not of `source`, or not known. */
struct recent_entry *recent_find(struct recent *recent, const struct reader *in,
                                 const struct tallies *tallies);

/* Learns the group of the row that recent_find() did not know. */
struct recent_entry *recent_learn(struct recent *recent, struct tally_source *source,
                                  const struct tally_group *group);

/* Forgets everything: sources are gone. */
void recent_forget(struct recent *recent);

#endif
