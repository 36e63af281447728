#ifndef COUNT_WORDS_H
#define COUNT_WORDS_H

#include "table/reader.h"
#include "table/writer.h"

/* How many words each role spoke, over all conversations: the `*` rows of tallies. */

struct words;

/* Nobody's words yet; free with words_free(). */
struct words *words_new(struct reader *in);
void words_free(struct words *words);

/* Adds the row that the reader got last. */
void words_add(struct words *words, struct reader *in);

/* Writes words per role, their total, and each role's share; nothing when no text was there. */
void words_write(const struct words *words, const char *unit, struct writer *writer);

#endif
