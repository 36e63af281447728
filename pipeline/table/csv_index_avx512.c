/* The index of structure by AVX-512, as processors since 2019 have it: a block is one register, its
 * masks are registers too, and the places of all ends come out of one instruction. */

#include "table/csv_index_block.h"

#if defined(__x86_64__)
#include <immintrin.h>

bool csv_index_has_avx512(void)
{
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("pclmul") &&
           __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

#define TARGET_AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,pclmul,bmi,popcnt")))

/* 0 to 63, a byte each: where the bytes of a block stand. */
static const char index_bytes[INDEX_BLOCK] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

/* Writes the places of the bits of a mask, n of them. Sixteen are written, wanted or not; few
 * blocks have more. */
INDEX_INLINE TARGET_AVX512 void places_avx512(uint32_t *to, uint64_t mask, size_t n, size_t upto)
{
    __m512i base = _mm512_set1_epi32((int)upto);
    __m512i places = _mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(index_bytes));

    _mm512_storeu_si512(
        to, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places))));
    for (size_t i = 16; i < n; i += 16) {
        places = _mm512_alignr_epi64(places, places, 2);
        _mm512_storeu_si512(
            to + i, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places))));
    }
}

/* As index_write(). */
INDEX_INLINE TARGET_AVX512 void write_avx512(const struct csv_index *index,
                                             const struct index_state *state,
                                             const struct index_found *found)
{
    places_avx512(index->ends.at + state->ends, found->ends,
                  (size_t)__builtin_popcountll(found->ends), state->upto);
    places_avx512(index->doubled + state->doubled, found->doubled,
                  (size_t)__builtin_popcountll(found->doubled), state->upto);
}

INDEX_INLINE TARGET_AVX512 void masks_avx512(struct index_masks *masks, const char *bytes,
                                             const struct csv_signs *signs)
{
    __m512i block = _mm512_loadu_si512(bytes);
    __m512i controls = _mm512_add_epi8(block, _mm512_set1_epi8('\x3c'));

    masks->quotes = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(signs->quote));
    masks->delimiters = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8(signs->delimiter));
    masks->lines = _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\n')) |
                   _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\r'));
    masks->letters = _mm512_movepi8_mask(block);
    masks->follows = _mm512_cmplt_epi8_mask(block, _mm512_set1_epi8('\xc0'));
    /* from 0xc4 on and controls become one range, 0 to 0x5b */
    masks->rare = _mm512_cmplt_epu8_mask(controls, _mm512_set1_epi8('\x5c')) |
                  _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\\')) |
                  _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8('\x7f')) |
                  (_mm512_cmplt_epi8_mask(block, _mm512_set1_epi8('\xc3')) & ~masks->follows);
}

/* For each bit the exclusive or of those up to it: a product without carries with all ones. */
INDEX_INLINE TARGET_AVX512 uint64_t index_running_avx512(uint64_t bits)
{
    __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8('\xff'), 0);

    return (uint64_t)_mm_cvtsi128_si64(product);
}

INDEX_INLINE TARGET_AVX512 void block_avx512(struct csv_index *index, struct index_state *state,
                                             size_t n, const struct csv_signs *signs)
{
    struct index_masks masks;
    struct index_found found;

    masks_avx512(&masks, state->bytes + state->upto, signs);
    if (n < INDEX_BLOCK)
        masks_cut(&masks, index_there(n));
    n = index_block(index, state, &masks, index_running_avx512(masks.quotes), n, &found);
    write_avx512(index, state, &found);
    index_next(state, &found, n);
}

/* The last block, which may be shorter than others, is taken by itself. */
TARGET_AVX512 void csv_index_avx512(struct csv_index *index, const char *bytes, size_t n,
                                    const struct csv_signs *signs)
{
    struct index_state state = index_start(bytes, signs);

    while (!state.odd && n - state.upto >= INDEX_BLOCK)
        block_avx512(index, &state, INDEX_BLOCK, signs);
    if (!state.odd && state.upto < n)
        block_avx512(index, &state, n - state.upto, signs);
    index_finish(index, &state);
}
#else
typedef int csv_index_avx512_is_empty; /* ISO C wants a declaration in every file */
#endif
