#include "table/csv_index.h"

#include <glib.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { BLOCK = 64 };

/* Which bytes of a block of 64 are what; bit i is byte i. */
struct masks {
    uint64_t quotes;
    uint64_t delimiters;
    uint64_t lines;
};

/* What a block hands on to the next. */
struct carry {
    uint64_t inside; /* all ones within quotes */
    uint64_t fresh;  /* 1: a quote may open here */
    uint64_t closed; /* 1: the byte before closed a cell */
};

void csv_index_open(struct csv_index *index)
{
    struct csv_places *const all[] = {&index->ends, &index->inner, &index->doubled};

    *index = (struct csv_index){.upto = 0};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        all[i]->at = g_new(uint32_t, INDEX_BYTES + BLOCK);
}

void csv_index_close(struct csv_index *index)
{
    g_free(index->ends.at);
    g_free(index->inner.at);
    g_free(index->doubled.at);
}

static inline __attribute__((always_inline)) void places_add(struct csv_places *places,
                                                             uint64_t mask, size_t base)
{
    uint32_t *to = places->at + places->count;

    places->count += (size_t)__builtin_popcountll(mask);
    for (; mask != 0; mask &= mask - 1)
        *to++ = (uint32_t)base + (uint32_t)__builtin_ctzll(mask);
}

/* Bit i of the result is the exclusive or of bits 0 to i. */
static inline uint64_t index_running(uint64_t bits)
{
    for (unsigned shift = 1; shift < BLOCK; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/* Takes one block, `running` being index_running() of its quotes; false at a quote out of place. */
static inline __attribute__((always_inline)) bool index_block(struct csv_index *index,
                                                              struct carry *carry,
                                                              const struct masks *masks,
                                                              uint64_t running, uint64_t there)
{
    uint64_t inside = running ^ carry->inside;
    uint64_t opening = masks->quotes & inside;
    uint64_t closing = masks->quotes & ~inside;
    uint64_t ends = (masks->delimiters | masks->lines) & ~inside;
    uint64_t inner = masks->lines & inside;
    uint64_t after = (closing << 1) | carry->closed;
    uint64_t doubled = opening & after;
    uint64_t odd =
        ((opening & ~(((ends | closing) << 1) | carry->fresh)) | (after & ~(ends | opening))) &
        there;
    uint64_t good = odd == 0 ? there : there & ((odd & -odd) - 1);

    places_add(&index->ends, ends & good, index->upto);
    if (((inner | doubled) & good) != 0) {
        places_add(&index->inner, inner & good, index->upto);
        places_add(&index->doubled, doubled & good, index->upto);
    }
    carry->inside = (uint64_t)0 - (inside >> (BLOCK - 1));
    carry->fresh = (ends | closing) >> (BLOCK - 1);
    carry->closed = closing >> (BLOCK - 1);
    index->odd = odd != 0;
    index->open = (inside >> (BLOCK - 1)) != 0;
    index->upto += (size_t)__builtin_popcountll(good);
    return odd == 0;
}

/* Which of the block's bytes there are, when n are left. */
static inline uint64_t index_there(size_t n)
{
    return n >= BLOCK ? ~(uint64_t)0 : ((uint64_t)1 << n) - 1;
}

static inline void masks_cut(struct masks *masks, uint64_t there)
{
    masks->quotes &= there;
    masks->delimiters &= there;
    masks->lines &= there;
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

static void masks_portable(struct masks *masks, const char *bytes, char delimiter)
{
    *masks = (struct masks){0, 0, 0};
    for (unsigned i = 0; i < BLOCK; i += sizeof(uint64_t)) {
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
    struct carry carry = {0, 1, 0};
    struct masks masks;
    uint64_t there;

    for (size_t at = 0; at < n; at += BLOCK) {
        masks_portable(&masks, bytes + at, delimiter);
        there = index_there(n - at);
        masks_cut(&masks, there);
        if (!index_block(index, &carry, &masks, index_running(masks.quotes), there))
            return;
    }
}

#if defined(__x86_64__)
static inline uint64_t mask_sse2(const __m128i *block, char byte)
{
    __m128i wanted = _mm_set1_epi8(byte);
    uint64_t mask = 0;

    for (unsigned i = 0; i < 4; i++)
        mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block[i], wanted)) << (16 * i);
    return mask;
}

static void index_sse2(struct csv_index *index, const char *bytes, size_t n, char delimiter)
{
    struct carry carry = {0, 1, 0};

    for (size_t at = 0; at < n; at += BLOCK) {
        uint64_t there = index_there(n - at);
        struct masks masks;
        __m128i block[4];

        memcpy(block, bytes + at, sizeof block);
        masks.quotes = mask_sse2(block, '"');
        masks.delimiters = mask_sse2(block, delimiter);
        masks.lines = mask_sse2(block, '\n') | mask_sse2(block, '\r');
        masks_cut(&masks, there);
        if (!index_block(index, &carry, &masks, index_running(masks.quotes), there))
            return;
    }
}

#define TARGET_AVX2 __attribute__((target("avx2,pclmul,bmi,popcnt")))

static inline TARGET_AVX2 uint64_t mask_avx2(__m256i low, __m256i high, char byte)
{
    __m256i wanted = _mm256_set1_epi8(byte);
    uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
    uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));

    return first | (uint64_t)second << 32;
}

/* index_running() in one step: a product without carries with all ones. */
static inline TARGET_AVX2 uint64_t index_running_avx2(uint64_t bits)
{
    __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8('\xff'), 0);

    return (uint64_t)_mm_cvtsi128_si64(product);
}

static TARGET_AVX2 void index_avx2(struct csv_index *index, const char *bytes, size_t n,
                                   char delimiter)
{
    struct carry carry = {0, 1, 0};

    for (size_t at = 0; at < n; at += BLOCK) {
        uint64_t there = index_there(n - at);
        struct masks masks;
        __m256i low;
        __m256i high;

        memcpy(&low, bytes + at, sizeof low);
        memcpy(&high, bytes + at + sizeof low, sizeof high);
        masks.quotes = mask_avx2(low, high, '"');
        masks.delimiters = mask_avx2(low, high, delimiter);
        masks.lines = mask_avx2(low, high, '\n') | mask_avx2(low, high, '\r');
        masks_cut(&masks, there);
        if (!index_block(index, &carry, &masks, index_running_avx2(masks.quotes), there))
            return;
    }
}
#endif

void csv_index_build(struct csv_index *index, const char *bytes, size_t n, char delimiter,
                     enum csv_index_way way)
{
    index->ends.count = index->ends.next = 0;
    index->inner.count = index->inner.next = 0;
    index->doubled.count = index->doubled.next = 0;
    index->upto = 0;
    index->odd = false;
    index->open = false;
#if defined(__x86_64__)
    if (way == INDEX_AVX2 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") &&
        __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt"))
        index_avx2(index, bytes, n, delimiter);
    else if (way != INDEX_PORTABLE)
        index_sse2(index, bytes, n, delimiter);
    else
        index_portable(index, bytes, n, delimiter);
#else
    (void)way;
    index_portable(index, bytes, n, delimiter);
#endif
}
