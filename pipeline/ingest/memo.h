#ifndef INGEST_MEMO_H
#define INGEST_MEMO_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* What the cells of a column, or of several that stand together, were written as: the last ones of
 * those that share a place, by their bytes. Names come back again and again, so that most cells are
 * found. MEMO_SLACK bytes behind a cell may be read. */

enum { MEMO_PLACES = 64, MEMO_WAYS = 2, MEMO_LONGEST = 96, MEMO_SLACK = 16 };

struct memo_entry {
    size_t length;               /* of the cell; SIZE_MAX: there is none */
    size_t written;              /* bytes */
    size_t last;                 /* of these, those behind the last tab, */
    uint64_t key;                /* and the key of those (marks.h) */
    struct memo_entry *follower; /* what was found after this one the last time: a good guess */
    bool escaped;                /* the bytes hold a backslash */
    char cell[MEMO_LONGEST];
    char bytes[MEMO_LONGEST];
};

struct memo {
    struct memo_entry *recent;                         /* found last */
    struct memo_entry entries[MEMO_PLACES][MEMO_WAYS]; /* the younger one first */
};

/* An empty memo; free with g_free(). */
struct memo *memo_new(void);

/* Remembers what a cell was written as, unless one of both is above MEMO_LONGEST. */
void memo_learn(struct memo *memo, const char *cell, size_t length, const char *bytes, size_t n);

/* Whether two texts are the same: MEMO_SLACK bytes of both may be read, whatever their length. */
#if defined(__SSE2__)
static inline unsigned memo_differ(const char *one, const char *other)
{
    __m128i bytes[2];

    memcpy(&bytes[0], one, sizeof bytes[0]);
    memcpy(&bytes[1], other, sizeof bytes[1]);
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes[0], bytes[1])) ^ 0xffffU;
}

static inline bool memo_same(const char *one, const char *other, size_t length)
{
    unsigned differ = 0;

    for (; length > MEMO_SLACK; length -= MEMO_SLACK) {
        differ |= memo_differ(one, other);
        one += MEMO_SLACK;
        other += MEMO_SLACK;
    }
    return (differ | (memo_differ(one, other) & ((1U << length) - 1))) == 0;
}
#else
static inline bool memo_same(const char *one, const char *other, size_t length)
{
    return memcmp(one, other, length) == 0;
}
#endif

/* Eight bytes as a word, the first one in its lowest byte. */
static inline uint64_t memo_load(const char *text)
{
    uint64_t word;

    memcpy(&word, text, sizeof word);
    return GUINT64_FROM_LE(word);
}

/* The place by the first and the last eight bytes; what is read beyond a shorter text is shifted
 * out. */
static inline size_t memo_place(const char *cell, size_t length)
{
    size_t beyond = length < sizeof(uint64_t) ? sizeof(uint64_t) - length : 0;
    uint64_t first = memo_load(cell) << (4 * beyond) << (4 * beyond);
    uint64_t last = memo_load(cell + length + beyond - sizeof last) << (4 * beyond)
                                                                    << (4 * beyond);

    return (first + 3 * last + length) * 0x9e3779b97f4a7c15U >> 32 & (MEMO_PLACES - 1);
}

/* What a cell was written as, NULL when that is not known. */
static inline const struct memo_entry *memo_find(struct memo *memo, const char *cell, size_t length)
{
    struct memo_entry *entry = memo->entries[memo_place(cell, length)];

    for (size_t i = 0; i < MEMO_WAYS; i++)
        if (entry[i].length == length && memo_same(entry[i].cell, cell, length))
            return memo->recent = &entry[i];
    return NULL;
}

/* The same, where what follows what is mostly as it was before. */
static inline const struct memo_entry *memo_follow(struct memo *memo, const char *cell,
                                                   size_t length)
{
    struct memo_entry *before = memo->recent;
    struct memo_entry *entry = before->follower;

    if (G_LIKELY(entry->length == length && memo_same(entry->cell, cell, length)))
        return memo->recent = entry;
    if (memo_find(memo, cell, length) == NULL)
        return NULL;
    return before->follower = memo->recent;
}

/* Writes the bytes of an entry; up to MEMO_LONGEST are touched. Returns where they end. */
static inline char *memo_write(char *to, const struct memo_entry *entry)
{
    memcpy(to, entry->bytes, 3 * MEMO_SLACK);
    if (entry->written > 3 * MEMO_SLACK)
        memcpy(to + 3 * MEMO_SLACK, entry->bytes + 3 * MEMO_SLACK, 3 * MEMO_SLACK);
    return to + entry->written;
}

#endif
