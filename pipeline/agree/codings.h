#ifndef AGREE_CODINGS_H
#define AGREE_CODINGS_H

#include "base/names.h"
#include "codebook/codebook.h"
#include "table/ledger.h"
#include "table/reader.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* The rows of segments as codings: who gave which code to which unit. Units match by `unit` within
 * their source, else by identical start and end. */

enum { CODINGS_NONE = -1 }; /* looked at and given none */

struct coding {
    guint unit;
    int coder;
    int code; /* place in codes, CODINGS_NONE */
    double start;
    double end;
};

/* What differences show of a unit; texts of its first row. */
struct coding_words {
    char *unit;
    char *start;
    char *end;
    char *speaker;
    char *role;
    char *text;
};

struct coding_unit {
    const char *name; /* its own, else "start-end" */
    int source;
    int role;                   /* in roles, of its first row */
    double start;               /* likewise, NaN */
    struct coding_words *words; /* NULL unless they were asked for */
};

struct codings {
    const struct codebooks *books;
    GPtrArray *codes; /* struct code: of all codebooks, in their order */
    struct names *sources;
    struct names *coders; /* in order of first appearance */
    struct names *roles;
    GArray *units;       /* struct coding_unit, in order of first appearance */
    GArray *rows;        /* struct coding, unit by unit */
    GArray *first;       /* guint by unit, and one more: where its rows begin */
    GArray *lengths;     /* double by source: the context column `length`, NaN */
    GHashTable *index;   /* source and unit, or extent -> unit + 1 */
    GHashTable *unknown; /* codes in no codebook -> gint64 rows */
    char *kind;          /* turn, passage, event or mention */
    char *extent;        /* what start and end measure */
    bool bare;           /* some row has no code: the export holds what was not coded too */
    int64_t nobody;      /* rows of no coder, in a table with coders */
    int64_t lost;        /* rows without unit, start and end */
};

/* Which rows are read, and what is kept of them. */
struct codings_setting {
    char **only; /* coders, NULL-terminated; NULL: all */
    bool words;  /* keep what differences show */
};

/* Reads all rows. A name in `only` that no row has ends the program. Borrows the codebooks. */
struct codings *codings_read(struct reader *in, const struct codebooks *books,
                             const struct codings_setting *setting);
void codings_free(struct codings *codings);

/* Brings the rows of a unit together, in the order in which they were read. */
void codings_settle(struct codings *codings);

/* Tells the ledger what was left out. */
void codings_tell(const struct codings *codings, struct ledger *ledger);

/* Whether only what was coded is in the export: units of `passage` or `event`, all with a code. */
bool codings_are_bare_passages(const struct codings *codings);

/* A row by its place; borrowed, as are the next two. */
const struct coding *codings_row(const struct codings *codings, guint i);

/* A unit, and a code, by their place. */
struct coding_unit *codings_unit(const struct codings *codings, guint unit);
const struct code *codings_code(const struct codings *codings, int code);

/* Where the rows of a unit begin; those of the next one, or one past the last unit, end them. */
guint codings_first(const struct codings *codings, guint unit);

#endif
