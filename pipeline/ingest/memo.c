#include "ingest/memo.h"

void memo_clear(struct memo *memo)
{
    memset(memo, 0, sizeof *memo);
    for (size_t i = 0; i < MEMO_PLACES; i++)
        memo->entries[i].length = SIZE_MAX;
}

void memo_learn(struct memo *memo, const char *cell, size_t length, const char *bytes, size_t n)
{
    struct memo_key key = memo_key(cell, length);
    struct memo_entry *entry = &memo->entries[memo_place(key, length)];

    if (length > MEMO_LONGEST || n > MEMO_LONGEST)
        return;
    entry->key = key;
    entry->length = length;
    entry->written = n;
    memcpy(entry->cell, cell, length);
    memcpy(entry->bytes, bytes, n);
}
