#ifndef AGREE_NAMED_H
#define AGREE_NAMED_H

#include "agree/rows.h"
#include "agree/system.h"

/* Where an export holds coded passages only: the passages that several coders named, to look at
 * together. Passages are one by `unit`, else by identical start and end. */

/* Writes for every such passage (by source+unit) and each code it was given how many coders gave
 * it; n is how many coded the conversation. */
void named_write(const struct rows *rows, const struct system *system);

#endif
