#ifndef FOREIGN_CONTEXT_H
#define FOREIGN_CONTEXT_H

#include "codebook/columns.h"
#include "table/ledger.h"

#include <stddef.h>

/* A context file: a CSV with one row per source, speaker, wpb, student or respondent (its first
 * column, named as kolommen.csv knows it), and what is known of it in the other columns: school,
 * year, role ... Its columns length and date are read as those of the files are (context_typed.h).
 * A row without a key is refused. */

struct context;

/* Reads `path`. A key that stands twice, or a first column that is none of the five, ends the
 * program (STATUS_STOPPED). */
struct context *context_read(const char *path, const struct columns *columns,
                             struct ledger *ledger);
void context_free(struct context *context);

/* Name of the column that is the key. */
const char *context_key(const struct context *context);

/* The other columns. */
size_t context_columns(const struct context *context);
const char *context_name(const struct context *context, size_t column);

/* What the file says of `key` in a column; "" when it says nothing. A key that the file does not
 * hold is warned about once. Borrowed until context_free(). */
const char *context_value(struct context *context, const char *key, size_t column);

#endif
