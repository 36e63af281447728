#ifndef INGEST_MEMO_H
#define INGEST_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What the cells of a column, or of several that stand together, were written as: the last ones of
 * those that share a place, by their bytes. Names come back again and again, so that most cells are
 * found. MEMO_SLACK bytes behind a cell may be read. */

enum { MEMO_PLACES = 64, MEMO_WAYS = 2, MEMO_LONGEST = 96, MEMO_SLACK = 16 };

struct memo_entry {
    size_t length;  /* of the cell; SIZE_MAX: there is none */
    size_t written; /* bytes */
    size_t last;    /* of these, those behind the last tab, */
    uint64_t key;   /* and the key of those (marks.h) */
    bool escaped;   /* the bytes hold a backslash */
    struct memo_entry *follower; /* what was found after this one the last time: a good guess */
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

/* Sixteen bytes as two words. */
struct memo_words {
    uint64_t first;
    uint64_t second;
};

static inline struct memo_words memo_load(const char *text)
{
    struct memo_words words;

    memcpy(&words, text, sizeof words);
    return words;
}

/* Those of a text of this length, zeros behind it. */
static inline struct memo_words memo_load_short(const char *text, size_t length)
{
    static const unsigned char ones[2 * MEMO_SLACK] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                       255, 255, 255, 255, 255, 255, 255, 255};
    struct memo_words words = memo_load(text);
    struct memo_words mask;

    if (length >= MEMO_SLACK)
        return words;
    memcpy(&mask, ones + MEMO_SLACK - length, sizeof mask);
    return (struct memo_words){words.first & mask.first, words.second & mask.second};
}

static inline bool memo_same_words(struct memo_words one, struct memo_words other)
{
    return ((one.first ^ other.first) | (one.second ^ other.second)) == 0;
}

/* Whether an entry is that of a cell. */
static inline bool memo_is(const struct memo_entry *entry, const char *cell, size_t length)
{
    size_t last = length - MEMO_SLACK;

    if (entry->length != length)
        return false;
    if (length <= MEMO_SLACK)
        return memo_same_words(memo_load_short(entry->cell, length), memo_load_short(cell, length));
    if (!memo_same_words(memo_load(entry->cell), memo_load(cell)))
        return false;
    for (size_t at = MEMO_SLACK; at < last; at += MEMO_SLACK)
        if (!memo_same_words(memo_load(entry->cell + at), memo_load(cell + at)))
            return false;
    return memo_same_words(memo_load(entry->cell + last), memo_load(cell + last));
}

/* The place by the first and the last sixteen bytes. */
static inline size_t memo_place(const char *cell, size_t length)
{
    struct memo_words words = memo_load_short(cell, length);
    struct memo_words last = length <= MEMO_SLACK ? words : memo_load(cell + length - MEMO_SLACK);
    uint64_t hash = (words.first + 3 * words.second) * 0x9e3779b97f4a7c15U;

    hash = (hash ^ (last.first + 5 * last.second)) * 0xbf58476d1ce4e5b9U;
    return (hash >> 32) % MEMO_PLACES;
}

/* What a cell was written as, NULL when that is not known. */
static inline const struct memo_entry *memo_find(struct memo *memo, const char *cell, size_t length)
{
    struct memo_entry *entry = memo->recent->follower;
    struct memo_entry *stop;

    if (memo_is(entry, cell, length))
        return memo->recent = entry;
    entry = memo->entries[memo_place(cell, length)];
    for (stop = entry + MEMO_WAYS; entry < stop; entry++)
        if (memo_is(entry, cell, length)) {
            memo->recent->follower = entry;
            return memo->recent = entry;
        }
    return NULL;
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
