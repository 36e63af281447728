#include "ingest/memo.h"

#include "base/marks.h"
#include "table/row.h"

enum { BITS = 64, FIRST = 6, MOST = 12 };

static void memo_start(struct memo *memo, unsigned bits)
{
    memo->entries = g_malloc0_n((size_t)1 << bits, sizeof *memo->entries);
    memo->beyond = BITS - bits;
    memo->recent = &memo->entries[0][0];
}

struct memo *memo_new(void)
{
    struct memo *memo = g_new0(struct memo, 1);

    memo_start(memo, FIRST);
    return memo;
}

void memo_free(struct memo *memo)
{
    if (memo == NULL)
        return;
    g_free(memo->entries);
    g_free(memo);
}

void memo_widen(struct memo *memo)
{
    if (memo == NULL || memo->beyond <= BITS - MOST)
        return;
    g_free(memo->entries);
    memo_start(memo, BITS - memo->beyond + 2);
}

void memo_text_set(struct memo_text *text, const char *bytes, size_t length)
{
    *text = (struct memo_text){.size = length + 1, .mask = memo_mask(length)};
    memcpy(text->bytes, bytes, length);
    text->head = memo_load(text->bytes);
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

struct memo_entry *memo_learn(struct memo *memo, const char *cell, size_t length, const char *bytes,
                              size_t n)
{
    const char *tab = memrchr(bytes, '\t', n);
    size_t last = tab == NULL ? n : (size_t)(bytes + n - tab) - 1;
    struct memo_text text;
    struct memo_entry *entries;

    if (length > MEMO_LONGEST || n > MEMO_LONGEST)
        return NULL;
    memo_text_set(&text, cell, length);
    entries = memo->entries[memo_place(memo, text.head, cell, length)];
    if (!memo_text_is(&entries[0].cell, cell, length))
        memmove(&entries[1], &entries[0], (MEMO_WAYS - 1) * sizeof *entries);
    entries[0].cell = text;
    entries[0].written = n;
    entries[0].last = last;
    entries[0].key = memo_key(bytes + n - last, last);
    entries[0].number = 0;
    memcpy(entries[0].bytes, bytes, n);
    return &entries[0];
}
