#ifndef AGREE_OWN_H
#define AGREE_OWN_H

#include "codebook/codebook.h"

#include <stdbool.h>

/* Weights of one's own (--weights FILE): a CSV with codes above its columns and before its rows (of
 * the first and the second coder), and a number in every cell. Ones on the diagonal: weights of
 * agreement; zeros: of disagreement, as Cohen (1968) has them. */

struct own;

/* Reads `path`; codes may be labels or aliases. What is no such square ends the program. */
struct own *own_read(const char *path, const struct codebooks *codebooks);
void own_free(struct own *own);

/* Whether the weights know a code. */
bool own_has(const struct own *own, const struct code *code);

/* What the file says of two codes, which it knows. */
double own_at(const struct own *own, const struct code *first, const struct code *second);

/* Whether these are weights of disagreement. */
bool own_is_distance(const struct own *own);

#endif
