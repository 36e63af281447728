/* The index of structure by the instructions of x86-64: every one has SSE2, most have AVX2. */

#include "table/csv_index_block.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

bool csv_index_has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") &&
           __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

static inline uint64_t mask_sse2(const __m128i *equal)
{
    uint64_t mask = 0;

    for (unsigned i = 0; i < 4; i++)
        mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(equal[i]) << (16 * i);
    return mask;
}

/* Controls but tabs and line ends, which `fine` tells, and what is not ASCII: as a signed number
 * all of it is below a space. */
static inline __m128i others_sse2(__m128i bytes, __m128i fine)
{
    __m128i low = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));

    return _mm_or_si128(_mm_andnot_si128(fine, low), _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7f)));
}

static inline void masks_sse2(struct index_masks *masks, const char *bytes,
                              const struct csv_signs *signs)
{
    __m128i block[4];
    __m128i quotes[4];
    __m128i delimiters[4];
    __m128i lines[4];
    __m128i others[4];
    __m128i escapes[4];
    __m128i leads[4];
    __m128i follows[4];

    memcpy(block, bytes, sizeof block);
    for (unsigned i = 0; i < 4; i++) {
        quotes[i] = _mm_cmpeq_epi8(block[i], _mm_set1_epi8(signs->quote));
        delimiters[i] = _mm_cmpeq_epi8(block[i], _mm_set1_epi8(signs->delimiter));
        lines[i] = _mm_or_si128(_mm_cmpeq_epi8(block[i], _mm_set1_epi8('\n')),
                                _mm_cmpeq_epi8(block[i], _mm_set1_epi8('\r')));
        escapes[i] = _mm_cmpeq_epi8(block[i], _mm_set1_epi8('\t'));
        others[i] = others_sse2(block[i], _mm_or_si128(lines[i], escapes[i]));
        escapes[i] = _mm_or_si128(escapes[i], _mm_cmpeq_epi8(block[i], _mm_set1_epi8('\\')));
        leads[i] = _mm_cmpeq_epi8(block[i], _mm_set1_epi8('\xc3'));
        /* as signed numbers, the bytes of letters come in their order below 0: 0x80 first */
        follows[i] = _mm_cmplt_epi8(block[i], _mm_set1_epi8('\xc0'));
    }
    *masks = (struct index_masks){mask_sse2(quotes), mask_sse2(delimiters), mask_sse2(lines),
                                  mask_sse2(others), mask_sse2(escapes),    mask_sse2(leads),
                                  mask_sse2(follows)};
}

static inline uint64_t index_running_sse2(uint64_t bits)
{
    for (unsigned shift = 1; shift < INDEX_BLOCK; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

void csv_index_sse2(struct csv_index *index, const char *bytes, size_t n,
                    const struct csv_signs *signs)
{
    struct index_state state = index_start(signs);
    struct index_masks masks;
    uint64_t ends;

    while (!index->odd && state.upto < n) {
        size_t block = n - state.upto < INDEX_BLOCK ? n - state.upto : INDEX_BLOCK;

        masks_sse2(&masks, bytes + state.upto, signs);
        masks_cut(&masks, index_there(block));
        block = index_block(index, &state, &masks, index_running_sse2(masks.quotes), block, &ends);
        index_write(index, &state, ends);
        index_next(&state, ends, block);
    }
    index_finish(index, &state);
}

#define TARGET_AVX2 __attribute__((target("avx2,pclmul,bmi,popcnt")))

INDEX_INLINE TARGET_AVX2 uint64_t mask_avx2(__m256i low, __m256i high)
{
    uint32_t first = (uint32_t)_mm256_movemask_epi8(low);
    uint32_t second = (uint32_t)_mm256_movemask_epi8(high);

    return first | (uint64_t)second << 32;
}

INDEX_INLINE TARGET_AVX2 uint64_t equal_avx2(__m256i low, __m256i high, __m256i wanted)
{
    return mask_avx2(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
}

INDEX_INLINE TARGET_AVX2 __m256i lines_avx2(__m256i bytes)
{
    return _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')),
                           _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r')));
}

/* As others_sse2(). */
INDEX_INLINE TARGET_AVX2 __m256i others_avx2(__m256i bytes, __m256i fine)
{
    __m256i low = _mm256_cmpgt_epi8(_mm256_set1_epi8(' '), bytes);

    return _mm256_or_si256(_mm256_andnot_si256(fine, low),
                           _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(0x7f)));
}

INDEX_INLINE TARGET_AVX2 __m256i follows_avx2(__m256i bytes)
{
    return _mm256_cmpgt_epi8(_mm256_set1_epi8('\xc0'), bytes);
}

INDEX_INLINE TARGET_AVX2 void masks_avx2(struct index_masks *masks, const char *bytes,
                                         const struct csv_signs *signs)
{
    __m256i low;
    __m256i high;
    __m256i lines[2];
    __m256i tabs[2];

    memcpy(&low, bytes, sizeof low);
    memcpy(&high, bytes + sizeof low, sizeof high);
    lines[0] = lines_avx2(low);
    lines[1] = lines_avx2(high);
    tabs[0] = _mm256_cmpeq_epi8(low, _mm256_set1_epi8('\t'));
    tabs[1] = _mm256_cmpeq_epi8(high, _mm256_set1_epi8('\t'));
    masks->quotes = equal_avx2(low, high, _mm256_set1_epi8(signs->quote));
    masks->delimiters = equal_avx2(low, high, _mm256_set1_epi8(signs->delimiter));
    masks->lines = mask_avx2(lines[0], lines[1]);
    masks->others = mask_avx2(others_avx2(low, _mm256_or_si256(lines[0], tabs[0])),
                              others_avx2(high, _mm256_or_si256(lines[1], tabs[1])));
    masks->escapes = mask_avx2(tabs[0], tabs[1]) | equal_avx2(low, high, _mm256_set1_epi8('\\'));
    masks->leads = equal_avx2(low, high, _mm256_set1_epi8('\xc3'));
    masks->follows = mask_avx2(follows_avx2(low), follows_avx2(high));
}

/* For each bit the exclusive or of those up to it, in one step: a product without carries with all
 * ones. */
INDEX_INLINE TARGET_AVX2 uint64_t index_running_avx2(uint64_t bits)
{
    __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8('\xff'), 0);

    return (uint64_t)_mm_cvtsi128_si64(product);
}

INDEX_INLINE TARGET_AVX2 void block_avx2(struct csv_index *index, struct index_state *state,
                                         const char *bytes, size_t n, const struct csv_signs *signs)
{
    struct index_masks masks;
    uint64_t ends;

    masks_avx2(&masks, bytes + state->upto, signs);
    if (n < INDEX_BLOCK)
        masks_cut(&masks, index_there(n));
    n = index_block(index, state, &masks, index_running_avx2(masks.quotes), n, &ends);
    index_write(index, state, ends);
    index_next(state, ends, n);
}

/* The last block, which may be shorter than others, is taken by itself. */
TARGET_AVX2 void csv_index_avx2(struct csv_index *index, const char *bytes, size_t n,
                                const struct csv_signs *signs)
{
    struct index_state state = index_start(signs);

    while (!index->odd && n - state.upto >= INDEX_BLOCK)
        block_avx2(index, &state, bytes, INDEX_BLOCK, signs);
    if (!index->odd && state.upto < n)
        block_avx2(index, &state, bytes, n - state.upto, signs);
    index_finish(index, &state);
}
#else
typedef int csv_index_x86_is_empty; /* ISO C wants a declaration in every file */
#endif
