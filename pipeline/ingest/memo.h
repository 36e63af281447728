#ifndef INGEST_MEMO_H
#define INGEST_MEMO_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What the cells of a column, or of several that stand together, were written as: the last ones of
 * those that share a place, by their bytes. Names come back again and again, so that most cells are
 * found. MEMO_SLACK bytes behind a cell may be read. */

enum { MEMO_PLACES = 64, MEMO_WAYS = 2, MEMO_LONGEST = 96, MEMO_SLACK = 16 };

/* The first sixteen bytes of a text as words, zeros behind a shorter one. */
struct memo_head {
    uint64_t first;
    uint64_t second;
};

struct memo_entry {
    size_t length; /* of the cell; SIZE_MAX: there is none */
    struct memo_head head;
    struct memo_entry *follower; /* what was found after this one the last time: a good guess */
    size_t written;              /* bytes */
    size_t last;                 /* of these, those behind the last tab, */
    uint64_t key;                /* and the key of the name they stand for (marks.h) */
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

static inline uint64_t memo_load(const char *text)
{
    uint64_t word;

    memcpy(&word, text, sizeof word);
    return word;
}

static inline struct memo_head memo_head(const char *text, size_t length)
{
    static const unsigned char ones[2 * MEMO_SLACK] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                       255, 255, 255, 255, 255, 255, 255, 255};
    struct memo_head head;
    struct memo_head mask;

    memcpy(&head, text, sizeof head);
    memcpy(&mask, ones + MEMO_SLACK - MIN(length, MEMO_SLACK), sizeof mask);
    return (struct memo_head){head.first & mask.first, head.second & mask.second};
}

static inline bool memo_same_head(struct memo_head one, struct memo_head other)
{
    return ((one.first ^ other.first) | (one.second ^ other.second)) == 0;
}

/* Whether two texts of more than sixteen bytes are the same behind these. */
static inline bool memo_same_rest(const char *one, const char *other, size_t length)
{
    size_t last = length - sizeof(uint64_t);

    for (size_t at = MEMO_SLACK; at < last; at += sizeof(uint64_t))
        if (memo_load(one + at) != memo_load(other + at))
            return false;
    return memo_load(one + last) == memo_load(other + last);
}

static inline bool memo_is(const struct memo_entry *entry, struct memo_head head, const char *cell,
                           size_t length)
{
    return entry->length == length && memo_same_head(entry->head, head) &&
           (length <= MEMO_SLACK || memo_same_rest(entry->cell, cell, length));
}

/* The place by the first sixteen bytes and the last eight. */
static inline size_t memo_place(struct memo_head head, const char *cell, size_t length)
{
    uint64_t last = length > MEMO_SLACK ? memo_load(cell + length - sizeof last) : 0;

    return (head.first + 3 * head.second + 5 * last + length) * 0x9e3779b97f4a7c15U >> 32 &
           (MEMO_PLACES - 1);
}

/* The entry of a cell at its place, NULL when there is none. */
G_ALWAYS_INLINE static inline struct memo_entry *memo_at(struct memo *memo, struct memo_head head,
                                                         const char *cell, size_t length)
{
    struct memo_entry *entries = memo->entries[memo_place(head, cell, length)];

    for (size_t i = 0; i < MEMO_WAYS; i++)
        if (memo_is(&entries[i], head, cell, length))
            return &entries[i];
    return NULL;
}

/* What a cell was written as, NULL when that is not known. */
G_ALWAYS_INLINE static inline const struct memo_entry *memo_find(struct memo *memo,
                                                                 const char *cell, size_t length)
{
    return memo_at(memo, memo_head(cell, length), cell, length);
}

/* The same, where what follows what is mostly as it was before. */
G_ALWAYS_INLINE static inline const struct memo_entry *memo_follow(struct memo *memo,
                                                                   const char *cell, size_t length)
{
    struct memo_head head = memo_head(cell, length);
    struct memo_entry *before = memo->recent;
    struct memo_entry *entry = before->follower;

    if (G_UNLIKELY(!memo_is(entry, head, cell, length))) {
        entry = memo_at(memo, head, cell, length);
        if (entry == NULL)
            return NULL;
        before->follower = entry;
    }
    return memo->recent = entry;
}

/* Writes the bytes of an entry; up to MEMO_LONGEST are touched. Returns where they end. */
static inline char *memo_write(char *to, const struct memo_entry *entry)
{
    memcpy(to, entry->bytes, 3 * MEMO_SLACK);
    if (G_UNLIKELY(entry->written > 3 * MEMO_SLACK))
        memcpy(to + 3 * MEMO_SLACK, entry->bytes + 3 * MEMO_SLACK, 3 * MEMO_SLACK);
    return to + entry->written;
}

#endif
