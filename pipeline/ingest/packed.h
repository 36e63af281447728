#ifndef INGEST_PACKED_H
#define INGEST_PACKED_H

#include <stdbool.h>

/* How several codes in one cell stand apart. `separators`: the signs between them; NULL: line ends,
 * and `;` where a word stands on both sides (an entity such as `&lt;` is no separator). */

/* Whether a cell is to be taken apart: it begins with a word, holds a separator, and what stands
 * before each `;` is a word or nothing. */
bool packed_is(const char *text, const char *separators);

/* The end of the part that begins at `from`, within `text`. */
const char *packed_end(const char *text, const char *from, const char *separators);

/* The sign between words that are codes, each of them, as `knows` says with `data`: "vragen,
 * duiden", "vragen/duiden" (or + & |); NULL when there is none. What no codebook knows is not taken
 * apart so: a name may hold a comma. */
const char *packed_sign(const char *text, bool (*knows)(const void *data, const char *part),
                        const void *data);

#endif
