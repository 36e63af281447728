#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>

/* The word among `words` (n of them) that is fewest edits (insert, delete, replace one character:
 * Levenshtein 1966) from `wrong`, or NULL when none is within a third of its length (at least 1,
 * at most 3 edits). Case does not count. Among equals the first. Borrowed from `words`. */
const char *nearest_word(const char *wrong, const char *const *words, size_t n);

#endif
