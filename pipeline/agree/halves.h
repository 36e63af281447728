#ifndef AGREE_HALVES_H
#define AGREE_HALVES_H

#include "agree/system.h"

/* The first and second half of what was coded double in each conversation: do coders drift? In the
 * order of start where every such unit of the conversation has one, else of first appearance; with
 * an odd number the middle unit lies in the first half. By unit of the system: 1, 2, or 0 where
 * fewer than two coded it. To be freed. */
uint32_t *halves_of(const struct system *system);

#endif
