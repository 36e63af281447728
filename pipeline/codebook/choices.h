#ifndef CODEBOOK_CHOICES_H
#define CODEBOOK_CHOICES_H

#include "codebook/codebook.h"
#include "table/shape.h"

/* What an item can be answered with: its `answers` ("1=Helemaal oneens;2=Oneens") and its `missing`
 * ("-99=.nvt;weet ik niet=.geweigerd;99"; without a reason: an empty cell). Texts are compared
 * folded (fold.h). */

struct choices;

/* Borrows the item. An entry of `answers` without `=`, or a reason that is none, ends the program
 * (STATUS_STOPPED) with file and line. */
struct choices *choices_new(const struct item *item);
void choices_free(struct choices *choices);

/* The code of the answer that a text is: its label, its code, or both ("5 - Helemaal eens",
 * "Helemaal eens (5)"). NULL when it is none. Borrowed. */
const char *choices_code(const struct choices *choices, const char *text);

/* The words of the answer that stands for a number, as the codebook writes them; NULL when there
 * are none. Borrowed. */
const char *choices_words(const struct choices *choices, double value);

/* The code or the words of the only answer; "" where there is none, or more. Borrowed. */
enum choice_part { CHOICE_CODE, CHOICE_WORDS };
const char *choices_only(const struct choices *choices, enum choice_part part);

/* Why a text is missing by the codebook; MISSING_NOT when the codebook does not say so. */
enum missing choices_missing(const struct choices *choices, const char *text);

/* The same for a number, however it was written. */
enum missing choices_missing_number(const struct choices *choices, double value);

/* Whether the value of the item is a number: it has a minimum or maximum, or answers that all are
 * numbers. */
bool choices_is_number(const struct choices *choices);

/* Whether the item can have this value: within its limits, and whole where all its answers are. */
bool choices_can_be(const struct choices *choices, double value);

#endif
