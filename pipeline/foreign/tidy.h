#ifndef FOREIGN_TIDY_H
#define FOREIGN_TIDY_H

#include <glib.h>
#include <stdbool.h>

/* Words as people type them: spaces of any kind around them, letters with an accent in one piece or
 * in two, signs that nobody sees (unseen.h; joiners stay in writing that needs them), and the
 * apostrophe in front that keeps a spreadsheet from taking them for a formula. */

/* Whether tidy_word() would change anything. */
bool tidy_is_needed(const char *text, size_t length);

/* Puts the text into `to`: outer spaces gone (no-break ones too), letters in one piece (NFC),
 * without signs that nobody sees and the apostrophe of guard_formula(). */
void tidy_word(GString *to, const char *text, size_t length);

/* The same as a text of its own, to be freed. */
char *tidy_text(const char *text, size_t length);

/* As tidy_text(), and each run of spaces within as one space: for names of codes. To be freed. */
char *tidy_label(const char *text);

/* The text with each sign that nobody sees as `<U+200B>`, for messages. To be freed. */
char *tidy_unseen(const char *text);

#endif
