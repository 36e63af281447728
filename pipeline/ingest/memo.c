#include "ingest/memo.h"

#include <glib.h>

struct memo *memo_new(void)
{
    struct memo *memo = g_new0(struct memo, 1);

    for (size_t i = 0; i < MEMO_PLACES; i++)
        for (size_t j = 0; j < MEMO_WAYS; j++)
            memo->entries[i][j].length = SIZE_MAX;
    memo->recent = &memo->entries[0][0];
    return memo;
}

static struct memo_key memo_key(const char *cell, size_t length)
{
    struct memo_key key = memo_words(cell, length);

    for (size_t at = MEMO_SLACK; at < length; at += MEMO_SLACK) {
        struct memo_key next = memo_words(cell + at, length - at);

        key.first = (key.first << 23 | key.first >> 41) ^ next.first;
        key.second = (key.second << 29 | key.second >> 35) ^ next.second;
    }
    return key;
}

static struct memo_entry *memo_place(struct memo *memo, struct memo_key key)
{
    uint64_t hash = (key.first ^ key.second * 0x9e3779b97f4a7c15U) * 0xbf58476d1ce4e5b9U;

    return memo->entries[(hash >> 32) % MEMO_PLACES];
}

static bool memo_is(const struct memo_entry *entry, struct memo_key key, const char *cell,
                    size_t length)
{
    return entry->length == length && entry->key.first == key.first &&
           entry->key.second == key.second &&
           (length <= MEMO_SLACK || memcmp(entry->cell, cell, length) == 0);
}

const struct memo_entry *memo_search(struct memo *memo, const char *cell, size_t length)
{
    struct memo_key key = memo_key(cell, length);
    const struct memo_entry *entries = memo_place(memo, key);

    for (size_t i = 0; i < MEMO_WAYS; i++) {
        if (!memo_is(&entries[i], key, cell, length))
            continue;
        memo->recent = &entries[i];
        return memo->recent;
    }
    return NULL;
}

void memo_learn(struct memo *memo, const char *cell, size_t length, const char *bytes, size_t n)
{
    struct memo_key key = memo_key(cell, length);
    struct memo_entry *entries = memo_place(memo, key);

    if (length > MEMO_LONGEST || n > MEMO_LONGEST)
        return;
    if (!memo_is(&entries[0], key, cell, length))
        memmove(&entries[1], &entries[0], (MEMO_WAYS - 1) * sizeof *entries);
    entries[0].key = key;
    entries[0].length = length;
    entries[0].written = n;
    memcpy(entries[0].cell, cell, length);
    memcpy(entries[0].bytes, bytes, n);
}
