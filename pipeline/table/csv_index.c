#include "table/csv_index.h"

#include "table/csv_index_block.h"
#include "table/encoding.h"

#include <glib.h>
#include <string.h>

/* A block for places, with what it holds already; NULL: there is none yet. */
static uint32_t *csv_index_places(uint32_t *at, size_t room)
{
    uint32_t *block = g_realloc_n(at == NULL ? NULL : at - 1, room + 1, sizeof *at);

    *block = PLACES_BEGIN;
    return block + 1;
}

/* Places for n bytes: as many as they may need, and a block more for what is written unasked. */
static void csv_index_reserve(struct csv_index *index, size_t n)
{
    struct csv_places *const all[] = {&index->ends, &index->lines, &index->inner, &index->escapes};
    size_t room = (n / INDEX_BLOCK + 2) * INDEX_BLOCK;

    if (n <= index->room && index->ends.at != NULL)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        all[i]->at = csv_index_places(all[i]->at, room);
    index->others = g_renew(uint64_t, index->others, room / INDEX_BLOCK);
    index->doubled = g_renew(uint32_t, index->doubled, room);
    index->before = g_renew(uint32_t, index->before, room);
    index->room = n;
}

void csv_index_close(struct csv_index *index)
{
    struct csv_places *const all[] = {&index->ends, &index->lines, &index->inner, &index->escapes};

    for (size_t i = 0; i < G_N_ELEMENTS(all) && index->ends.at != NULL; i++)
        g_free(all[i]->at - 1);
    g_free(index->others);
    g_free(index->doubled);
    g_free(index->before);
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

/* Eight bits, the highest one of each byte: the product moves them together. */
static inline uint64_t word_bits(uint64_t word)
{
    return ((word >> 7 & 0x0101010101010101U) * 0x0102040810204080U) >> 56;
}

/* The highest bit of each byte from 0xc0 on but 0xc3, of each below 0x20, of backslashes and 0x7f.
 */
static inline uint64_t word_rare(uint64_t word)
{
    const uint64_t ones = 0x0101010101010101U;
    const uint64_t high = 0x80 * ones;
    uint64_t low = ~((word & 0x7f * ones) + 0x60 * ones) & ~word;
    uint64_t leads = word & word << 1 & ~word_equals(word, '\xc3');

    return ((low | leads) & high) | word_equals(word, '\\') | word_equals(word, '\x7f');
}

static void masks_portable(struct index_masks *masks, const char *bytes,
                           const struct csv_signs *signs)
{
    *masks = (struct index_masks){0};
    for (unsigned i = 0; i < INDEX_BLOCK; i += sizeof(uint64_t)) {
        uint64_t word;

        memcpy(&word, bytes + i, sizeof word);
        word = GUINT64_FROM_LE(word);
        masks->quotes |= word_bits(word_equals(word, signs->quote)) << i;
        masks->delimiters |= word_bits(word_equals(word, signs->delimiter)) << i;
        masks->lines |= word_bits(word_equals(word, '\n') | word_equals(word, '\r')) << i;
        masks->letters |= word_bits(word) << i;
        masks->follows |= word_bits(word & ~(word << 1)) << i;
        masks->rare |= word_bits(word_rare(word)) << i;
    }
}

static void index_portable(struct csv_index *index, const char *bytes, size_t n,
                           const struct csv_signs *signs)
{
    struct index_state state = index_start(bytes, signs);
    struct index_masks masks;
    struct index_found found;

    while (!state.odd && state.upto < n) {
        size_t block = MIN(n - state.upto, INDEX_BLOCK);

        masks_portable(&masks, bytes + state.upto, signs);
        masks_cut(&masks, index_there(block));
        block = index_block(index, &state, &masks, index_running(masks.quotes), block, &found);
        index_write(index, &state, &found);
        index_next(&state, &found, block);
    }
    index_finish(index, &state);
}

#if !defined(__x86_64__)
bool csv_index_has_avx512(void)
{
    return false;
}

bool csv_index_has_avx2(void)
{
    return false;
}

void csv_index_avx512(struct csv_index *index, const char *bytes, size_t n,
                      const struct csv_signs *signs)
{
    index_portable(index, bytes, n, signs);
}

void csv_index_avx2(struct csv_index *index, const char *bytes, size_t n,
                    const struct csv_signs *signs)
{
    index_portable(index, bytes, n, signs);
}

void csv_index_sse2(struct csv_index *index, const char *bytes, size_t n,
                    const struct csv_signs *signs)
{
    index_portable(index, bytes, n, signs);
}
#endif

void csv_index_build(struct csv_index *index, const char *bytes, size_t n,
                     const struct csv_signs *signs)
{
    csv_index_reserve(index, n);
    index->ends.next = 0;
    index->lines.count = index->lines.next = 0;
    index->inner.count = index->inner.next = 0;
    index->escapes.count = index->escapes.next = 0;
    if (signs->way == INDEX_AVX512 && csv_index_has_avx512())
        csv_index_avx512(index, bytes, n, signs);
    else if (signs->way <= INDEX_AVX2 && csv_index_has_avx2())
        csv_index_avx2(index, bytes, n, signs);
    else if (signs->way != INDEX_PORTABLE)
        csv_index_sse2(index, bytes, n, signs);
    else
        index_portable(index, bytes, n, signs);
}

/* From a block on, the first one of which something is to be looked at, or `stop`. */
static inline size_t csv_index_doubtful(const uint64_t *others, size_t block, size_t stop)
{
    enum { TOGETHER = 4 };

    while (block + TOGETHER <= stop &&
           (others[block] | others[block + 1] | others[block + 2] | others[block + 3]) == 0)
        block += TOGETHER;
    while (block < stop && others[block] == 0)
        block++;
    return block;
}

size_t csv_index_clean(const struct csv_index *index, const char *bytes, size_t n, size_t begin,
                       enum csv_clean clean)
{
    size_t stop = (index->upto + INDEX_BLOCK - 1) / INDEX_BLOCK;
    size_t beyond = begin % INDEX_BLOCK; /* bytes of the block that are taken to be clean, or belong
                                          * to a letter of the one before */

    for (size_t block = begin / INDEX_BLOCK; block < stop; block++) {
        size_t at;
        size_t valid = INDEX_BLOCK;
        uint64_t others;

        if (beyond == 0)
            block = csv_index_doubtful(index->others, block, stop);
        if (block == stop)
            break;
        at = block * INDEX_BLOCK;
        others = index->others[block] & (~(uint64_t)0 << beyond);
        if (others != 0)
            valid = clean == CLEAN_ASCII
                        ? (size_t)__builtin_ctzll(others)
                        : encoding_letters(bytes + at, n - at, others, clean == CLEAN_TABLE);
        if (valid < INDEX_BLOCK)
            return at + valid;
        beyond = valid - INDEX_BLOCK;
    }
    return index->upto;
}
