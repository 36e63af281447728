#include "stat/random.h"

static const uint64_t golden_gamma = UINT64_C(0x9E3779B97F4A7C15);

uint64_t random_splitmix(uint64_t *state)
{
    *state += golden_gamma;
    uint64_t z = *state;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

void random_start(struct random_stream *stream, uint64_t seed, uint64_t replicate)
{
    uint64_t state = seed + 4 * replicate * golden_gamma;
    for (size_t i = 0; i < 4; i++)
        stream->word[i] = random_splitmix(&state);
    stream->spare = 0;
    stream->spares = 0;
}

static inline uint64_t rotate_left(uint64_t x, int bits)
{
    return (x << bits) | (x >> (64 - bits));
}

static inline uint64_t word_next(uint64_t word[4])
{
    uint64_t result = rotate_left(word[0] + word[3], 23) + word[0];
    uint64_t shifted = word[1] << 17;
    word[2] ^= word[0];
    word[3] ^= word[1];
    word[1] ^= word[2];
    word[0] ^= word[3];
    word[2] ^= shifted;
    word[3] = rotate_left(word[3], 45);
    return result;
}

uint64_t random_next(struct random_stream *stream)
{
    return word_next(stream->word);
}

static uint32_t half_next(struct random_stream *stream)
{
    if (stream->spares > 0) {
        stream->spares = 0;
        return stream->spare;
    }
    uint64_t both = word_next(stream->word);
    stream->spare = (uint32_t)(both >> 32);
    stream->spares = 1;
    return (uint32_t)both;
}

/* A half h is refused when the low 32 bits of h·bound are below this: 2^32 mod bound. */
static inline uint32_t refusal_below(uint32_t bound)
{
    return (uint32_t)(0U - bound) % bound;
}

uint32_t random_below(struct random_stream *stream, uint32_t bound)
{
    uint64_t product = (uint64_t)half_next(stream) * bound;
    if ((uint32_t)product >= bound) /* 2^32 mod bound < bound: the division is seldom needed */
        return (uint32_t)(product >> 32);
    uint32_t refused = refusal_below(bound);
    while ((uint32_t)product < refused)
        product = (uint64_t)half_next(stream) * bound;
    return (uint32_t)(product >> 32);
}

void random_fill(struct random_stream *stream, uint32_t bound, uint32_t *draws, size_t count)
{
    size_t i = 0;
    while (stream->spares > 0 && i < count) /* a refusal may leave a spare again */
        draws[i++] = random_below(stream, bound);
    uint32_t refused = refusal_below(bound);
    uint64_t word[4] = {stream->word[0], stream->word[1], stream->word[2], stream->word[3]};
    while (i < count) { /* no branch on a refusal: a refused draw is written over */
        uint64_t both = word_next(word);
        uint64_t low = (both & UINT32_MAX) * bound;
        uint64_t high = (both >> 32) * bound;
        draws[i] = (uint32_t)(low >> 32);
        i += (uint32_t)low >= refused;
        if (i == count) { /* the high half was not needed: it waits for the next draw */
            stream->spare = (uint32_t)(both >> 32);
            stream->spares = 1;
            break;
        }
        draws[i] = (uint32_t)(high >> 32);
        i += (uint32_t)high >= refused;
    }
    for (size_t k = 0; k < 4; k++)
        stream->word[k] = word[k];
}
