#ifndef BASE_MARKS_H
#define BASE_MARKS_H

#include <stddef.h>
#include <stdint.h>

/* Which of 64 things were done with each key: a set of 64-bit keys, each with a 64-bit mask, 16
 * bytes an entry in one block that is at least 3/8 full. It exists beside GHashTable because it
 * holds one entry for every unit of a conversation, of which there may be millions.
 *
 * A key is the hash of a longer name (marks_key). Two names share a key with chance n^2 / 2^65 for
 * n names: below 1e-7 for a million units of one source. */

struct marks {
    uint64_t (*entries)[2]; /* key, mask; key 0 is free */
    size_t room;            /* a power of two, or 0 */
    size_t used;
};

/* Key of a name within a scope (another number); never 0. */
uint64_t marks_key(const char *name, size_t length, uint64_t scope);

/* The mask of a key, 0 when it is new; borrowed until the next marks_at(). A struct marks that is
 * all zero is an empty set. */
uint64_t *marks_at(struct marks *marks, uint64_t key);

/* The mask of a key, 0 when it is not there. */
uint64_t marks_find(const struct marks *marks, uint64_t key);

/* Frees the block; the set is empty again. */
void marks_clear(struct marks *marks);

/* Makes the set empty and keeps a block that suits sets as large as this one. */
void marks_forget(struct marks *marks);

/* Bytes in use. */
size_t marks_bytes(const struct marks *marks);

#endif
