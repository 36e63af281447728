#include "table/csv_index.h"

#include "table/csv_index_block.h"

#include <glib.h>
#include <string.h>

void csv_index_open(struct csv_index *index)
{
    struct csv_places *const all[] = {&index->ends, &index->inner, &index->doubled};

    *index = (struct csv_index){.upto = 0};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        all[i]->at = g_new(uint32_t, INDEX_BYTES + INDEX_BLOCK);
}

void csv_index_close(struct csv_index *index)
{
    g_free(index->ends.at);
    g_free(index->inner.at);
    g_free(index->doubled.at);
}

/* Bit i of the result is the exclusive or of bits 0 to i. */
static inline uint64_t index_running(uint64_t bits)
{
    for (unsigned shift = 1; shift < INDEX_BLOCK; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/* 0x80 in each byte of the word that equals `byte`, nothing elsewhere: exact, without carries. */
static inline uint64_t word_equals(uint64_t word, char byte)
{
    const uint64_t ones = 0x0101010101010101U;
    const uint64_t low = 0x7f * ones;
    uint64_t other = word ^ ((unsigned char)byte * ones);

    return ~(((other & low) + low) | other | low);
}

/* Eight bits, one for each 0x80: the product moves them together into the highest byte. */
static inline uint64_t word_bits(uint64_t word)
{
    return ((word >> 7) * 0x0102040810204080U) >> 56;
}

static void masks_portable(struct index_masks *masks, const char *bytes, char delimiter)
{
    *masks = (struct index_masks){0, 0, 0};
    for (unsigned i = 0; i < INDEX_BLOCK; i += sizeof(uint64_t)) {
        uint64_t word;

        memcpy(&word, bytes + i, sizeof word);
        word = GUINT64_FROM_LE(word);
        masks->quotes |= word_bits(word_equals(word, '"')) << i;
        masks->delimiters |= word_bits(word_equals(word, delimiter)) << i;
        masks->lines |= word_bits(word_equals(word, '\n') | word_equals(word, '\r')) << i;
    }
}

static void index_portable(struct csv_index *index, const char *bytes, size_t n, char delimiter)
{
    struct index_state state = {.fresh = 1};
    struct index_masks masks;
    bool fine = true;

    for (size_t at = 0; fine && at < n; at += INDEX_BLOCK) {
        uint64_t there = index_there(n - at);

        masks_portable(&masks, bytes + at, delimiter);
        masks_cut(&masks, there);
        fine = index_block(index, &state, &masks, index_running(masks.quotes), there);
    }
    index_finish(index, &state);
}

#if !defined(__x86_64__)
bool csv_index_has_avx2(void)
{
    return false;
}

void csv_index_avx2(struct csv_index *index, const char *bytes, size_t n, char delimiter)
{
    index_portable(index, bytes, n, delimiter);
}

void csv_index_sse2(struct csv_index *index, const char *bytes, size_t n, char delimiter)
{
    index_portable(index, bytes, n, delimiter);
}
#endif

void csv_index_build(struct csv_index *index, const char *bytes, size_t n, char delimiter,
                     enum csv_index_way way)
{
    index->ends.next = 0;
    index->inner.count = index->inner.next = 0;
    index->doubled.count = index->doubled.next = 0;
    index->odd = false;
    if (way == INDEX_AVX2 && csv_index_has_avx2())
        csv_index_avx2(index, bytes, n, delimiter);
    else if (way != INDEX_PORTABLE)
        csv_index_sse2(index, bytes, n, delimiter);
    else
        index_portable(index, bytes, n, delimiter);
}
