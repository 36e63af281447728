#ifndef COUNT_WORDS_H
#define COUNT_WORDS_H

#include "table/grouping.h"
#include "table/writer.h"

/* How many words each role spoke, over all and per group of --by: the `*` rows of tallies. */

struct words;

/* Groups by the columns of `grouping`; borrows it. */
struct words *words_new(struct reader *in, struct grouping *grouping);
void words_free(struct words *words);

/* Adds the row that the reader got last. */
void words_add(struct words *words, struct reader *in);

/* Writes words per role, their total, and each role's share, for every group with any words;
 * `without` (or NULL) is a column whose groups are left out. */
void words_write(const struct words *words, const char *unit, const char *without,
                 struct writer *writer);

#endif
