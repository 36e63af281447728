#ifndef AGREE_COUPLES_H
#define AGREE_COUPLES_H

#include "agree/figures.h"

/* Who coded what together, every pair of coders apart, and the first half of each conversation
 * against the second. */

/* Writes how many units each coder coded (by coder, group `A`), and how many of them another coded
 * too. */
void couples_write_coders(const struct rows *rows, const struct system *system);

/* Writes the coefficients of every pair of coders with a unit in common (by coder, group `A + B`).
 */
void couples_write(const struct rows *rows, const struct system *system, const struct own *own);

/* Writes those of both halves (by half, groups 1 and 2). */
void couples_write_halves(const struct rows *rows, const struct system *system,
                          const struct own *own);

/* "A + B", to be freed. */
char *couples_name(const struct system *system, guint first, guint second);

#endif
