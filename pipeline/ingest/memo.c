#include "ingest/memo.h"

#include "base/marks.h"
#include "table/row.h"

struct memo *memo_new(void)
{
    struct memo *memo = g_new0(struct memo, 1);

    for (size_t i = 0; i < MEMO_PLACES; i++)
        for (size_t j = 0; j < MEMO_WAYS; j++)
            memo->entries[i][j] =
                (struct memo_entry){.length = SIZE_MAX, .follower = &memo->entries[0][0]};
    memo->recent = &memo->entries[0][0];
    return memo;
}

/* The key of a name as it was before it was written: a backslash is one, not two. */
static uint64_t memo_key(const char *bytes, size_t length)
{
    char name[MEMO_LONGEST + 1];
    struct value value;
    const char *wrong;

    memcpy(name, bytes, length);
    row_split(name, length, &value, 1, &wrong);
    return marks_key(value.text, value.length, 0);
}

void memo_learn(struct memo *memo, const char *cell, size_t length, const char *bytes, size_t n)
{
    struct memo_head head = memo_head(cell, length);
    struct memo_entry *entries = memo->entries[memo_place(head, cell, length)];
    const char *tab = memrchr(bytes, '\t', n);
    size_t last = tab == NULL ? n : (size_t)(bytes + n - tab) - 1;

    if (length > MEMO_LONGEST || n > MEMO_LONGEST)
        return;
    if (!memo_is(&entries[0], head, cell, length))
        memmove(&entries[1], &entries[0], (MEMO_WAYS - 1) * sizeof *entries);
    entries[0].length = length;
    entries[0].head = head;
    entries[0].written = n;
    entries[0].last = last;
    entries[0].key = memo_key(bytes + n - last, last);
    memcpy(entries[0].cell, cell, length);
    memcpy(entries[0].bytes, bytes, n);
}
