#include "stat/quartet.h"

#include "stat/random.h"

#include <string.h>
#ifdef __x86_64__
#include <immintrin.h>
#define WIDE                                                                                       \
    __attribute__((target("avx2"))) /* called only where quartet_pays saw that it is there */
#else
#define WIDE
#endif

/* One word of each stream; GCC's vector extension, which clang shares. */
typedef uint64_t words __attribute__((vector_size(8 * QUARTET)));
typedef int32_t halves __attribute__((vector_size(8 * QUARTET)));

WIDE static inline words rotate_left(words x, int bits)
{
    return (x << bits) | (x >> (64 - bits));
}

/* One step of xoshiro256++ in each stream, as in stat/random.c. */
WIDE static inline words word_next(words word[4])
{
    words result = rotate_left(word[0] + word[3], 23) + word[0];
    words shifted = word[1] << 17;
    word[2] ^= word[0];
    word[3] ^= word[1];
    word[1] ^= word[2];
    word[0] ^= word[3];
    word[2] ^= shifted;
    word[3] = rotate_left(word[3], 45);
    return result;
}

/* The products of the low 32 bits of x with those of bound. GCC does not see in the plain form that
 * one instruction does it. */
WIDE static inline words low_product(words x, words bound)
{
#ifdef __x86_64__
    return (words)_mm256_mul_epu32((__m256i)x, (__m256i)bound);
#else
    return (x & UINT32_MAX) * bound;
#endif
}

/* One output of each stream as two draws; refused gathers the sign of a refusal. An unsigned
 * comparison is a signed one after its sign bits are flipped. */
WIDE static inline words draw_pair(words word[4], words bound, halves limit, halves *refused)
{
    const words top = (words){0} + UINT64_C(0xFFFFFFFF00000000);
    const words signs = (words){0} + UINT64_C(0x8000000080000000);
    words both = word_next(word);
    words low = low_product(both, bound);
    words high = low_product(both >> 32, bound);
    words rest = (low & ~top) | (high << 32);
    *refused |= (halves)(rest ^ signs) < limit;
    return (low >> 32) | (high & top);
}

static uint32_t refusal_below(uint32_t bound)
{
    return (uint32_t)(0U - bound) % bound;
}

bool quartet_pays(uint32_t bound, size_t count)
{
#ifdef __x86_64__
    if (!__builtin_cpu_supports("avx2"))
        return false;
#endif
    return (double)count * QUARTET * (double)refusal_below(bound) <= (double)UINT32_MAX / 8;
}

void quartet_start(struct quartet *quartet, uint64_t seed, uint64_t first)
{
    for (uint64_t i = 0; i < QUARTET; i++) {
        struct random_stream stream;
        random_start(&stream, seed, first + i);
        for (size_t k = 0; k < 4; k++)
            quartet->word[k][i] = stream.word[k];
    }
}

WIDE bool quartet_fill(struct quartet *quartet, uint32_t bound, uint32_t *draws, size_t pairs)
{
    words word[4];
    memcpy(word, quartet->word, sizeof word);
    int32_t below = (int32_t)((int64_t)refusal_below(bound) - INT64_C(0x80000000));
    const words bounds = (words){0} + bound;
    const halves limit = (halves){0} + below;
    halves refused = {0};
    for (size_t i = 0; i < pairs; i++) {
        words drawn = draw_pair(word, bounds, limit, &refused);
        memcpy(draws + i * 2 * QUARTET, &drawn, sizeof drawn);
    }
    memcpy(quartet->word, word, sizeof word);
    int32_t any = 0;
    for (size_t i = 0; i < 2 * QUARTET; i++)
        any |= refused[i];
    return any == 0;
}
