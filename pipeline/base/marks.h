#ifndef BASE_MARKS_H
#define BASE_MARKS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

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
static inline uint64_t marks_key(const char *name, size_t length, uint64_t scope);

/* The mask of a key, 0 when it is new; borrowed until the next marks_at(). A struct marks that is
 * all zero is an empty set. */
static inline uint64_t *marks_at(struct marks *marks, uint64_t key);

/* The same, wherever it stands. */
uint64_t *marks_seek(struct marks *marks, uint64_t key);

/* The mask of a key, 0 when it is not there. */
uint64_t marks_find(const struct marks *marks, uint64_t key);

/* Frees the block; the set is empty again. */
void marks_clear(struct marks *marks);

/* Makes the set empty and keeps a block that suits sets as large as this one. */
void marks_forget(struct marks *marks);

/* Bytes in use. */
size_t marks_bytes(const struct marks *marks);

/* The last n bytes before `stop`, n < 8, as a number. */
static inline uint64_t marks_rest(const char *stop, size_t n)
{
    uint32_t first = 0;
    uint32_t last = 0;

    if (n >= sizeof first) {
        memcpy(&first, stop - n, sizeof first);
        memcpy(&last, stop - sizeof last, sizeof last);
        return first | (uint64_t)last << 32;
    }
    if (n == 0)
        return 0;
    first = (uint32_t)(unsigned char)stop[-(ptrdiff_t)n] |
            (uint32_t)(unsigned char)stop[-(ptrdiff_t)(n / 2 + n % 2)] << 8 |
            (uint32_t)(unsigned char)stop[-1] << 16;
    return first;
}

/* The finalizer of splitmix64 (Steele, Lea and Flood 2014): a bijection in which every bit reaches
 * every bit. */
static inline uint64_t marks_mix(uint64_t hash)
{
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
    return hash ^ (hash >> 31);
}

/* Eight bytes at a time, and the length at the start. */
static inline uint64_t marks_key(const char *name, size_t length, uint64_t scope)
{
    uint64_t hash = (scope + 1) * 0x9e3779b97f4a7c15U ^ (length + 1) * 0xd6e8feb86659fd93U;
    size_t at = 0;

    for (; length - at >= sizeof hash; at += sizeof hash) {
        uint64_t word;

        memcpy(&word, name + at, sizeof word);
        hash = marks_mix(hash ^ word);
    }
    hash = marks_mix(hash ^ marks_rest(name + length, length - at));
    return hash == 0 ? 1 : hash;
}

/* Most keys are where they belong, or their place is free and there is room. */
static inline uint64_t *marks_at(struct marks *marks, uint64_t key)
{
    uint64_t *slot = marks->room == 0 ? NULL : marks->entries[key & (marks->room - 1)];

    if (slot != NULL && slot[0] == key)
        return &slot[1];
    if (slot == NULL || slot[0] != 0 || 4 * marks->used >= 3 * marks->room)
        return marks_seek(marks, key);
    slot[0] = key;
    marks->used++;
    return &slot[1];
}

#endif
