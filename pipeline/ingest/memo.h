#ifndef INGEST_MEMO_H
#define INGEST_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What the cells of a column were written as: the last ones of those that share a place, by their
 * bytes. Names come back again and again, so that most cells are found. */

enum { MEMO_PLACES = 64, MEMO_WAYS = 2, MEMO_LONGEST = 96, MEMO_SLACK = 16 };

/* A text as two words: all of it up to 16 bytes, of a longer one a hash. */
struct memo_key {
    uint64_t first;
    uint64_t second;
};

struct memo_entry {
    struct memo_key key;
    size_t length;  /* of the cell; SIZE_MAX: there is none */
    size_t written; /* bytes */
    char cell[MEMO_LONGEST];
    char bytes[MEMO_LONGEST];
};

struct memo {
    const struct memo_entry *recent;                   /* found last */
    struct memo_entry entries[MEMO_PLACES][MEMO_WAYS]; /* the younger one first */
};

/* An empty memo; free with g_free(). */
struct memo *memo_new(void);

/* Remembers what a cell was written as, unless one of both is above MEMO_LONGEST. For this and
 * memo_find() MEMO_SLACK bytes behind the cell may be read. */
void memo_learn(struct memo *memo, const char *cell, size_t length, const char *bytes, size_t n);

/* What a cell was written as, NULL when that is not known; by its place. */
const struct memo_entry *memo_search(struct memo *memo, const char *cell, size_t length);

/* The first MEMO_SLACK bytes of a text of this length. */
static inline struct memo_key memo_words(const char *text, size_t length)
{
    static const unsigned char ones[2 * MEMO_SLACK] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                       255, 255, 255, 255, 255, 255, 255, 255};
    struct memo_key key;
    struct memo_key mask;

    memcpy(&key, text, sizeof key);
    if (length >= MEMO_SLACK)
        return key;
    memcpy(&mask, ones + MEMO_SLACK - length, sizeof mask);
    return (struct memo_key){key.first & mask.first, key.second & mask.second};
}

/* The same; most cells are those of the record before. */
static inline const struct memo_entry *memo_find(struct memo *memo, const char *cell, size_t length)
{
    const struct memo_entry *recent = memo->recent;

    if (recent->length == length && memcmp(recent->cell, cell, length) == 0)
        return recent;
    return memo_search(memo, cell, length);
}

/* Writes the bytes of an entry; up to MEMO_LONGEST are touched. Returns where they end. */
static inline char *memo_write(char *to, const struct memo_entry *entry)
{
    for (size_t at = 0; at < entry->written; at += MEMO_SLACK)
        memcpy(to + at, entry->bytes + at, MEMO_SLACK);
    return to + entry->written;
}

#endif
