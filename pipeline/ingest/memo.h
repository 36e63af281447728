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

enum { MEMO_WAYS = 2, MEMO_LONGEST = 96, MEMO_SLACK = 16 };

/* Sixteen bytes of a text as words. */
struct memo_words {
    uint64_t first;
    uint64_t second;
};

/* A text that cells are compared with. */
struct memo_text {
    size_t size;            /* bytes of it and one more; 0: there is none */
    struct memo_words head; /* the first sixteen bytes, zeros behind a shorter text, */
    struct memo_words mask; /* and which of them count */
    char bytes[MEMO_LONGEST + MEMO_SLACK];
};

struct memo_entry {
    struct memo_text cell;
    struct memo_entry
        *follower;  /* what was found after this one the last time: a good guess; NULL */
    size_t written; /* bytes */
    size_t last;    /* of these, those behind the last tab, */
    uint64_t key;   /* and the key of the name they stand for (marks.h) */
    size_t number;  /* what else is to be remembered; 0 at first */
    char bytes[MEMO_LONGEST];
};

struct memo {
    struct memo_entry *recent;               /* found last */
    struct memo_entry (*entries)[MEMO_WAYS]; /* by place; the younger one first */
    unsigned beyond;                         /* bits of a hash that do not tell the place */
};

/* An empty memo. */
struct memo *memo_new(void);
void memo_free(struct memo *memo);

/* Makes room for four times as much, up to some thousands; what was remembered is forgotten. NULL
 * is no memo. */
void memo_widen(struct memo *memo);

/* Remembers what a cell was written as, unless one of both is above MEMO_LONGEST: then NULL. */
struct memo_entry *memo_learn(struct memo *memo, const char *cell, size_t length, const char *bytes,
                              size_t n);

/* The text becomes these bytes, MEMO_LONGEST at most. */
void memo_text_set(struct memo_text *text, const char *bytes, size_t length);

static inline struct memo_words memo_load(const char *text)
{
    struct memo_words words;

    memcpy(&words, text, sizeof words);
    return words;
}

/* Which bytes of its head count in a text of this length, MEMO_LONGEST at most. */
static inline struct memo_words memo_mask(size_t length)
{
    static const uint64_t ones[(MEMO_LONGEST + MEMO_SLACK) / sizeof(uint64_t)] = {
        UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX,
        UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};

    return memo_load((const char *)ones + MEMO_LONGEST - length);
}

static inline struct memo_words memo_masked(struct memo_words words, struct memo_words mask)
{
    return (struct memo_words){words.first & mask.first, words.second & mask.second};
}

/* Zero when both are the same. */
static inline uint64_t memo_differ(struct memo_words one, struct memo_words other)
{
    return (one.first ^ other.first) | (one.second ^ other.second);
}

/* Whether two texts of more than sixteen bytes are the same behind these. */
static inline bool memo_same_rest(const char *one, const char *other, size_t length)
{
    size_t last = length - MEMO_SLACK;

    for (size_t at = MEMO_SLACK; at < last; at += MEMO_SLACK)
        if (memo_differ(memo_load(one + at), memo_load(other + at)) != 0)
            return false;
    return memo_differ(memo_load(one + last), memo_load(other + last)) == 0;
}

static inline bool memo_text_is(const struct memo_text *text, const char *cell, size_t length)
{
    return text->size == length + 1 &&
           memo_differ(memo_masked(memo_load(cell), text->mask), text->head) == 0 &&
           (length <= MEMO_SLACK || memo_same_rest(text->bytes, cell, length));
}

static inline uint64_t memo_mix(uint64_t hash, struct memo_words words)
{
    return (hash ^ words.first) * 0x9e3779b97f4a7c15U + words.second * 0xbf58476d1ce4e5b9U;
}

/* The place by all bytes. */
static inline size_t memo_place(const struct memo *memo, struct memo_words head, const char *cell,
                                size_t length)
{
    uint64_t hash = memo_mix(length, head);

    if (length > MEMO_SLACK) {
        for (size_t at = MEMO_SLACK; at < length - MEMO_SLACK; at += MEMO_SLACK)
            hash = memo_mix(hash, memo_load(cell + at));
        hash = memo_mix(hash, memo_load(cell + length - MEMO_SLACK));
    }
    return hash >> memo->beyond;
}

/* The entry of a cell, NULL when there is none. Which of the two at its place it may be nobody can
 * foretell: that takes no branch. */
G_ALWAYS_INLINE static inline struct memo_entry *memo_at(struct memo *memo, const char *cell,
                                                         size_t length)
{
    struct memo_words head;
    struct memo_entry *entries;
    uint64_t other;

    if (length > MEMO_LONGEST)
        return NULL;
    head = memo_masked(memo_load(cell), memo_mask(length));
    entries = memo->entries[memo_place(memo, head, cell, length)];
    other = (entries->cell.size ^ (length + 1)) | memo_differ(entries->cell.head, head);
    entries += other != 0;
    return memo_text_is(&entries->cell, cell, length) ? entries : NULL;
}

/* What a cell was written as, NULL when that is not known. */
G_ALWAYS_INLINE static inline const struct memo_entry *memo_find(struct memo *memo,
                                                                 const char *cell, size_t length)
{
    return memo_at(memo, cell, length);
}

/* The same, where what follows what is mostly as it was before. */
G_ALWAYS_INLINE static inline const struct memo_entry *memo_follow(struct memo *memo,
                                                                   const char *cell, size_t length)
{
    struct memo_entry *before = memo->recent;
    struct memo_entry *entry = before->follower;

    if (G_UNLIKELY(entry == NULL || !memo_text_is(&entry->cell, cell, length))) {
        entry = memo_at(memo, cell, length);
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
