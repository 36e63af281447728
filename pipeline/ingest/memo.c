#include "ingest/memo.h"

void memo_clear(struct memo *memo)
{
    memset(memo, 0, sizeof *memo);
    for (size_t i = 0; i < MEMO_PLACES; i++)
        for (size_t j = 0; j < MEMO_WAYS; j++)
            memo->entries[i][j].length = SIZE_MAX;
}

void memo_learn(struct memo *memo, const char *cell, size_t length, const char *bytes, size_t n)
{
    struct memo_key key = memo_key(cell, length);
    struct memo_entry *entries = memo->entries[memo_place(key)];

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
