#ifndef AGREE_CONFUSION_H
#define AGREE_CONFUSION_H

#include "agree/rows.h"
#include "agree/system.h"

/* Which codes are taken for which: every pair of coders of every unit with at most one code a
 * coder. With two coders the first code is that of the first one; with more of them a pair counts
 * for both orders at once, under the code that stands first in the codebook. */

struct confusion {
    guint size;      /* categories, none included */
    int64_t *counts; /* first * size + second */
    int64_t total;
    bool ordered; /* two coders: first and second are theirs */
};

/* Counts them; to be cleared. */
struct confusion confusion_of(const struct system *system);
void confusion_clear(struct confusion *confusion);

/* "doorvragen~duiden" (none: nothing); to be freed. */
char *confusion_subject(const struct system *system, int first, int second);

/* Writes every pair that occurs; n is all pairs. */
void confusion_write(const struct rows *rows, const struct system *system);

#endif
