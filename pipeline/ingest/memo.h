#ifndef INGEST_MEMO_H
#define INGEST_MEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What the cells of a column were written as: the last one of those that share a place, by their
 * bytes. Names come back again and again, so that most cells are found. */

enum { MEMO_PLACES = 64, MEMO_LONGEST = 64, MEMO_SLACK = 16 };

/* A text as two words: all of it up to 16 bytes, of a longer one its first 16. */
struct memo_key {
    uint64_t first;
    uint64_t second;
};

struct memo_entry {
    struct memo_key key;
    size_t length;  /* of the cell */
    size_t written; /* bytes; an entry without a cell has length SIZE_MAX */
    char cell[MEMO_LONGEST];
    char bytes[MEMO_LONGEST];
};

struct memo {
    struct memo_entry entries[MEMO_PLACES];
};

/* An empty memo. */
void memo_clear(struct memo *memo);

/* Remembers what a cell was written as; one of both above MEMO_LONGEST is forgotten at once. For
 * this and memo_find(): MEMO_SLACK bytes behind the cell may be read. */
void memo_learn(struct memo *memo, const char *cell, size_t length, const char *bytes, size_t n);

static inline struct memo_key memo_key(const char *cell, size_t length)
{
    static const unsigned char ones[2 * MEMO_SLACK] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                       255, 255, 255, 255, 255, 255, 255, 255};
    const unsigned char *there = ones + MEMO_SLACK - (length < MEMO_SLACK ? length : MEMO_SLACK);
    struct memo_key key;
    struct memo_key mask;

    memcpy(&key, cell, sizeof key);
    memcpy(&mask, there, sizeof mask);
    return (struct memo_key){key.first & mask.first, key.second & mask.second};
}

static inline size_t memo_place(struct memo_key key, size_t length)
{
    return (key.first * 0x9e3779b97f4a7c15U + key.second * 0xbf58476d1ce4e5b9U + length) >> 58;
}

/* What a cell was written as, NULL when that is not known. */
static inline const struct memo_entry *memo_find(const struct memo *memo, const char *cell,
                                                 size_t length)
{
    struct memo_key key = memo_key(cell, length);
    const struct memo_entry *entry = &memo->entries[memo_place(key, length)];

    if (entry->length != length || entry->key.first != key.first || entry->key.second != key.second)
        return NULL;
    return length <= MEMO_SLACK || memcmp(entry->cell, cell, length) == 0 ? entry : NULL;
}

/* Writes the bytes of an entry; up to MEMO_LONGEST are touched. Returns where they end. */
static inline char *memo_write(char *to, const struct memo_entry *entry)
{
    memcpy(to, entry->bytes, MEMO_SLACK);
    if (entry->written > MEMO_SLACK)
        memcpy(to + MEMO_SLACK, entry->bytes + MEMO_SLACK, MEMO_LONGEST - MEMO_SLACK);
    return to + entry->written;
}

#endif
