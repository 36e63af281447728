#ifndef TABLE_HEAD_H
#define TABLE_HEAD_H

#include "table/shape.h"

#include <glib.h>

/* What stands above the rows of a table: shape, unit, extent, codebooks, the chain of stages that
 * made it, and the names of its columns. Reader and writer share it. */

struct head {
    enum shape shape;
    char *unit;           /* NULL where the shape has none */
    char *extent;         /* NULL likewise */
    GPtrArray *codebooks; /* texts "koenig 3 9f2c..." */
    GPtrArray *chain;     /* texts after `# by `, oldest first; numbered where chains met */
    GPtrArray *columns;   /* names: the fixed ones of the shape, then the extra ones */
};

/* A head with the fixed columns of `shape` and nothing else; free with head_free(). */
struct head *head_new(enum shape shape);
void head_free(struct head *head);

/* A deep copy. */
struct head *head_copy(const struct head *head);

/* Whether two heads would print the same text. */
bool head_equal(const struct head *left, const struct head *right);

/* Adds what `line` (a preamble line without its newline, after the first) says. Returns NULL, or a
 * static sentence that says what is wrong with it. */
const char *head_add(struct head *head, const char *line);

/* Adds a column unless it is there. */
void head_column(struct head *head, const char *name);

/* Adds the line "name version digest" of a codebook unless it is there. */
void head_codebook(struct head *head, const char *line);

/* Unites `other` into `head` when several tables become one: codebooks and columns by name, chains
 * by head_join_chains() at the end. Unit and extent must be equal already. */
void head_unite(struct head *head, const struct head *other);

/* One chain out of several (each a GPtrArray of texts): equal chains once; different ones with
 * their number in front ("1 vs-ingest", "2 vs-ingest"; a number already there becomes "1.2"). */
GPtrArray *head_join_chains(const GPtrArray *chains);

/* The text of the head as it is written, header line included. */
GString *head_text(const struct head *head);

#endif
