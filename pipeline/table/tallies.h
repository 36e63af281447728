#ifndef TABLE_TALLIES_H
#define TABLE_TALLIES_H

#include "base/marks.h"
#include "base/names.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Counts of codes in conversations, while they are being made: sources hold groups (role, coder
 * and context), groups hold cells (one a kind: a code, a side, "" or "*"). All counts are whole
 * numbers, seconds in microseconds, so that sums do not depend on the order of the rows. */

/* What one row adds to one kind. */
struct tally_amount {
    int64_t segments;
    int64_t turns;
    int64_t words;
    int64_t microseconds;
};

struct tally_cell {
    int kind;
    int64_t segments;
    int64_t turns;
    int64_t words;
    int64_t microseconds;
};

struct tally_group {
    int role;
    int coder;
    int context;
    GArray *cells;               /* struct tally_cell */
    struct tally_amount overlap; /* units that a row without coder names too (see unit.h) */
};

struct tally_source {
    int id;            /* its name in tallies->sources */
    bool written;      /* it has left already */
    GArray *groups;    /* struct tally_group; NULL once written */
    GPtrArray *extras; /* by extra column: its one value; NULL none yet */
    GArray *varied;    /* gboolean by extra column */
    struct marks units;
};

struct tallies {
    struct names *source_names;
    struct names *roles;
    struct names *coders;
    struct names *contexts; /* values of the context columns, joined by U+001F */
    struct names *kinds;    /* "*", "", "side:volgend", codes */
    GPtrArray *sources;     /* struct tally_source by id */
    int current;            /* source of the row before, -1 */
    bool scattered;         /* some source came back after another one */
    size_t bytes;           /* held by sources that are not written yet */
};

/* Tallies without any row; free with tallies_free(). */
struct tallies *tallies_new(void);
void tallies_free(struct tallies *tallies);

/* The source of a row. A source that was written already cannot be added to: NULL. */
struct tally_source *tallies_source(struct tallies *tallies, const char *name);

/* The group of a row; borrowed until the next call for the same source. */
struct tally_group *tallies_group(struct tallies *tallies, struct tally_source *source,
                                  const char *role, const char *coder, const char *context);

/* Index of the cell of a kind in a group, made when it is new. */
guint tallies_cell(struct tallies *tallies, struct tally_group *group, int kind);

/* Adds to a cell. */
static inline void tallies_add(struct tally_group *group, guint cell,
                               const struct tally_amount *amount)
{
    struct tally_cell *to = &g_array_index(group->cells, struct tally_cell, cell);

    to->segments += amount->segments;
    to->turns += amount->turns;
    to->words += amount->words;
    to->microseconds += amount->microseconds;
}

/* Remembers the value of an extra column (by its index) in a source. */
void tallies_extra(struct tally_source *source, guint column, const char *value);

/* Marks a source as written and gives its memory back. */
void tallies_release(struct tallies *tallies, struct tally_source *source);

#endif
