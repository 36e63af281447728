#ifndef CODEBOOK_QUESTIONS_H
#define CODEBOOK_QUESTIONS_H

#include "codebook/codebook.h"

/* Which item of the codebooks a text from somebody's file means: by its name, else by its question.
 * Both are compared folded (fold.h), never guessed: a text that two items share means none.
 *
 * An item of kind `optie` is one option of a question with several answers: its label is `Question
 * [option]`, its value 1 (chosen) or 0. */

struct questions;

/* Borrows the codebooks. */
struct questions *questions_new(const struct codebooks *codebooks);
void questions_free(struct questions *questions);

/* How many items there are. */
guint questions_count(const struct questions *questions);

/* The item whose name, else whose label (Dutch or English), the text is; NULL when there is none or
 * more than one. */
const struct item *questions_find(const struct questions *questions, const char *text);

/* The item whose name or label is nearest to a text that means none, or NULL. */
const struct item *questions_nearest(const struct questions *questions, const char *text);

/* The options (struct item) of the question that the text is, in the order of the codebook; NULL
 * when it has none. Borrowed. */
const GPtrArray *questions_options(const struct questions *questions, const char *text);

/* Whether the item is such an option. */
bool question_is_option(const struct item *item);

/* Takes "Question [option]" apart, to be freed both; false when the text does not end so. */
bool question_split(const char *text, char **question, char **option);

#endif
