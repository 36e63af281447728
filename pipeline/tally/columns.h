#ifndef TALLY_COLUMNS_H
#define TALLY_COLUMNS_H

#include "table/reader.h"

#include <glib.h>

/* The columns of a row beside the fixed ones: context, by its fixed names, is part of the key of a
 * tally; any other column is carried along where it is constant within its source. `origin` is
 * neither, nor is `decision` (see consensus.h). */

struct tally_columns;

/* No columns yet; free with tally_columns_free(). */
struct tally_columns *tally_columns_new(void);
void tally_columns_free(struct tally_columns *columns);

/* Sorts in what the reader has met since the last time; call it for every new table. */
void tally_columns_sort(struct tally_columns *columns, struct reader *in);

/* The context of this row: its values, joined by U+001F, without empty ones at the
 * end: a table with fewer columns gives the same. Borrowed until the next call. */
const char *tally_columns_context(struct tally_columns *columns, const struct reader *in);

/* Adds the slots of both kinds to `slots` (int). */
void tally_columns_add(const struct tally_columns *columns, GArray *slots);

/* The other columns: how many, and the value of one in this row. */
unsigned tally_columns_extras(const struct tally_columns *columns);
const char *tally_columns_extra(const struct tally_columns *columns, const struct reader *in,
                                unsigned i);

/* Names of both kinds, in order; free the array, the names are the reader's. */
GPtrArray *tally_columns_context_names(const struct tally_columns *columns,
                                       const struct reader *in);
GPtrArray *tally_columns_extra_names(const struct tally_columns *columns, const struct reader *in);

#endif
