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

/* As signed numbers, what is not ASCII comes in its order below 0: from 0xc4 on it stands before
 * the controls, so that adding makes one range of both, the lowest; so with 0xc0 to 0xc2. */
static inline __m128i rare_sse2(__m128i bytes)
{
    __m128i controls =
        _mm_cmplt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8('\xbc')), _mm_set1_epi8('\xdc'));
    __m128i leads =
        _mm_cmplt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8('\xc0')), _mm_set1_epi8('\x83'));

    controls = _mm_or_si128(controls, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
    leads = _mm_or_si128(leads, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\x7f')));
    return _mm_or_si128(controls, leads);
}

static inline void masks_sse2(struct index_masks *masks, const char *bytes,
                              const struct csv_signs *signs)
{
    __m128i block[4];
    __m128i quotes[4];
    __m128i delimiters[4];
    __m128i lines[4];
    __m128i follows[4];
    __m128i rare[4];

    memcpy(block, bytes, sizeof block);
    for (unsigned i = 0; i < 4; i++) {
        quotes[i] = _mm_cmpeq_epi8(block[i], _mm_set1_epi8(signs->quote));
        delimiters[i] = _mm_cmpeq_epi8(block[i], _mm_set1_epi8(signs->delimiter));
        lines[i] = _mm_or_si128(_mm_cmpeq_epi8(block[i], _mm_set1_epi8('\n')),
                                _mm_cmpeq_epi8(block[i], _mm_set1_epi8('\r')));
        follows[i] = _mm_cmplt_epi8(block[i], _mm_set1_epi8('\xc0'));
        rare[i] = rare_sse2(block[i]);
    }
    *masks = (struct index_masks){mask_sse2(quotes), mask_sse2(delimiters), mask_sse2(lines),
                                  mask_sse2(block),  mask_sse2(follows),    mask_sse2(rare)};
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
    struct index_state state = index_start(bytes, signs);
    struct index_masks masks;
    struct index_found found;

    while (!state.odd && state.upto < n) {
        size_t block = n - state.upto < INDEX_BLOCK ? n - state.upto : INDEX_BLOCK;

        masks_sse2(&masks, bytes + state.upto, signs);
        masks_cut(&masks, index_there(block));
        block = index_block(index, &state, &masks, index_running_sse2(masks.quotes), block, &found);
        index_write(index, &state, &found);
        index_next(&state, &found, block);
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

INDEX_INLINE TARGET_AVX2 __m256i follows_avx2(__m256i bytes)
{
    return _mm256_cmpgt_epi8(_mm256_set1_epi8('\xc0'), bytes);
}

/* As rare_sse2(). */
INDEX_INLINE TARGET_AVX2 __m256i rare_avx2(__m256i bytes)
{
    __m256i controls = _mm256_cmpgt_epi8(_mm256_set1_epi8('\xdc'),
                                         _mm256_add_epi8(bytes, _mm256_set1_epi8('\xbc')));
    __m256i leads = _mm256_cmpgt_epi8(_mm256_set1_epi8('\x83'),
                                      _mm256_add_epi8(bytes, _mm256_set1_epi8('\xc0')));

    controls = _mm256_or_si256(controls, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\')));
    leads = _mm256_or_si256(leads, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\x7f')));
    return _mm256_or_si256(controls, leads);
}

INDEX_INLINE TARGET_AVX2 void masks_avx2(struct index_masks *masks, const char *bytes,
                                         const struct csv_signs *signs)
{
    __m256i low;
    __m256i high;

    memcpy(&low, bytes, sizeof low);
    memcpy(&high, bytes + sizeof low, sizeof high);
    masks->quotes = equal_avx2(low, high, _mm256_set1_epi8(signs->quote));
    masks->delimiters = equal_avx2(low, high, _mm256_set1_epi8(signs->delimiter));
    masks->lines = mask_avx2(lines_avx2(low), lines_avx2(high));
    masks->letters = mask_avx2(low, high);
    masks->follows = mask_avx2(follows_avx2(low), follows_avx2(high));
    masks->rare = mask_avx2(rare_avx2(low), rare_avx2(high));
}

/* For each bit the exclusive or of those up to it, in one step: a product without carries with all
 * ones. */
INDEX_INLINE TARGET_AVX2 uint64_t index_running_avx2(uint64_t bits)
{
    __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8('\xff'), 0);

    return (uint64_t)_mm_cvtsi128_si64(product);
}

/* As places_two(), by an instruction that takes a mask without a bit too. */
INDEX_INLINE TARGET_AVX2 uint64_t places_two_avx2(uint32_t *to, uint64_t mask, size_t base)
{
    to[0] = (uint32_t)(base + _tzcnt_u64(mask));
    mask = _blsr_u64(mask);
    to[1] = (uint32_t)(base + _tzcnt_u64(mask));
    return _blsr_u64(mask);
}

/* As index_write(). */
INDEX_INLINE TARGET_AVX2 void write_avx2(const struct csv_index *index,
                                         const struct index_state *state,
                                         const struct index_found *found)
{
    uint32_t *to = index->ends.at + state->ends;
    uint64_t mask = found->ends;

    mask = places_two_avx2(to, mask, state->upto);
    mask = places_two_avx2(to + 2, mask, state->upto);
    mask = places_two_avx2(to + 4, mask, state->upto);
    mask = places_two_avx2(to + 6, mask, state->upto);
    mask = places_two_avx2(to + 8, mask, state->upto);
    mask = places_two_avx2(to + 10, mask, state->upto);
    places_all(to + 12, mask, state->upto);
    to = index->doubled + state->doubled;
    mask = places_two_avx2(to, found->doubled, state->upto);
    places_all(to + 2, mask, state->upto);
}

INDEX_INLINE TARGET_AVX2 void block_avx2(struct csv_index *index, struct index_state *state,
                                         size_t n, const struct csv_signs *signs)
{
    struct index_masks masks;
    struct index_found found;

    masks_avx2(&masks, state->bytes + state->upto, signs);
    if (n < INDEX_BLOCK)
        masks_cut(&masks, index_there(n));
    n = index_block(index, state, &masks, index_running_avx2(masks.quotes), n, &found);
    write_avx2(index, state, &found);
    index_next(state, &found, n);
}

/* The last block, which may be shorter than others, is taken by itself. */
TARGET_AVX2 void csv_index_avx2(struct csv_index *index, const char *bytes, size_t n,
                                const struct csv_signs *signs)
{
    struct index_state state = index_start(bytes, signs);

    while (!state.odd && n - state.upto >= INDEX_BLOCK)
        block_avx2(index, &state, INDEX_BLOCK, signs);
    if (!state.odd && state.upto < n)
        block_avx2(index, &state, n - state.upto, signs);
    index_finish(index, &state);
}
#else
typedef int csv_index_x86_is_empty; /* ISO C wants a declaration in every file */
#endif
