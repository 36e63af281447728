#include "base/word.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { BLOCK = 64 };

/* What the bytes of a block of 64 are; bit i is byte i. What is neither is a sign. */
struct word_masks {
    uint64_t letters; /* letters and digits */
    uint64_t spaces;
    uint64_t others; /* not ASCII: to be looked at one by one */
};

/* Words so far, and what a block hands on to the next. */
struct word_state {
    int64_t n;
    uint64_t counted; /* 1: the run that is open holds a letter or digit already */
    size_t beyond;    /* bytes of the block that belong to a character of the one before */
    bool space;       /* which is white space */
};

#if defined(__SSE2__)
enum { STEP = 16 };

/* Which bytes lie between both, ends included; ASCII alone does. */
static inline __m128i word_between(__m128i bytes, char least, char most)
{
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)(least - 1))),
                         _mm_cmplt_epi8(bytes, _mm_set1_epi8((char)(most + 1))));
}

static inline struct word_masks word_step(const char *text)
{
    __m128i bytes;
    __m128i letters;
    __m128i spaces;

    memcpy(&bytes, text, sizeof bytes);
    letters = _mm_or_si128(word_between(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z'),
                           word_between(bytes, '0', '9'));
    spaces = _mm_or_si128(word_between(bytes, '\t', '\n'), word_between(bytes, '\f', '\r'));
    spaces = _mm_or_si128(spaces, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')));
    return (struct word_masks){(unsigned)_mm_movemask_epi8(letters),
                               (unsigned)_mm_movemask_epi8(spaces),
                               (unsigned)_mm_movemask_epi8(bytes)};
}
#else
enum { STEP = 8 };

/* The high bit of every byte of `bytes` (below 0x80 each) that lies between both. */
static inline uint64_t word_between(uint64_t bytes, unsigned least, unsigned most)
{
    const uint64_t ones = 0x0101010101010101U;

    return (bytes + (0x80 - least) * ones) & ~(bytes + (0x7f - most) * ones);
}

/* The high bits of eight bytes as eight bits, the first byte lowest. */
static inline uint64_t word_bits(uint64_t high)
{
    return ((high >> 7 & 0x0101010101010101U) * 0x0102040810204080U) >> 56;
}

static inline struct word_masks word_step(const char *text)
{
    const uint64_t ones = 0x0101010101010101U;
    uint64_t bytes;
    uint64_t low;
    uint64_t letters;
    uint64_t spaces;

    memcpy(&bytes, text, sizeof bytes);
    bytes = GUINT64_FROM_LE(bytes);
    low = bytes & 0x7f * ones;
    letters = word_between(low | 0x20 * ones, 'a', 'z') | word_between(low, '0', '9');
    spaces =
        word_between(low, '\t', '\n') | word_between(low, '\f', '\r') | word_between(low, ' ', ' ');
    return (struct word_masks){word_bits(letters & ~bytes), word_bits(spaces & ~bytes),
                               word_bits(bytes)};
}
#endif

static inline void word_join(struct word_masks *masks, struct word_masks step, size_t at)
{
    masks->letters |= step.letters << at;
    masks->spaces |= step.spaces << at;
    masks->others |= step.others << at;
}

/* The last n bytes before `stop`, n < STEP, when `before` ones of the text stand before them. */
static inline struct word_masks word_last_step(const char *stop, size_t n, size_t before)
{
    char copy[STEP] = {0};
    struct word_masks step;

    if (before + n < STEP) {
        for (size_t i = 0; i < n; i++)
            copy[i] = stop[(ptrdiff_t)i - (ptrdiff_t)n];
        return word_step(copy);
    }
    step = word_step(stop - STEP);
    return (struct word_masks){step.letters >> (STEP - n), step.spaces >> (STEP - n),
                               step.others >> (STEP - n)};
}

/* The masks of text[0 .. n), n <= BLOCK, before which `before` bytes of the text stand. */
static inline struct word_masks word_look(const char *text, size_t n, size_t before)
{
    struct word_masks masks = {0, 0, 0};
    size_t at = 0;

    for (; n - at >= STEP; at += STEP)
        word_join(&masks, word_step(text + at), at);
    if (at < n)
        word_join(&masks, word_last_step(text + n, n - at, before + at), at);
    return masks;
}

/* The bits from `first` on, below `stop` (which may lie beyond the block). */
static uint64_t word_range(size_t first, size_t stop)
{
    uint64_t from = first < BLOCK ? ~(uint64_t)0 << first : 0;

    return stop < BLOCK ? from & ~(~(uint64_t)0 << stop) : from;
}

/* The characters that are not ASCII; n bytes follow `text`. Bytes that are no UTF-8 are signs. */
static void word_look_twice(struct word_state *state, struct word_masks *masks, const char *text,
                            size_t n)
{
    uint64_t others = masks->others & word_range(state->beyond, BLOCK);

    if (state->space)
        masks->spaces |= word_range(0, state->beyond);
    state->beyond = 0;
    state->space = false;
    while (others != 0) {
        size_t at = (size_t)__builtin_ctzll(others);
        gunichar letter = g_utf8_get_char_validated(text + at, (gssize)(n - at));
        bool valid = letter < (gunichar)-2;
        size_t stop = at + (valid ? (size_t)g_utf8_skip[(unsigned char)text[at]] : 1);
        bool space = valid && g_unichar_isspace(letter);

        masks->letters |= (uint64_t)(valid && g_unichar_isalnum(letter)) << at;
        masks->spaces |= space ? word_range(at, stop) : 0;
        others &= word_range(stop, BLOCK);
        state->beyond = stop > BLOCK ? stop - BLOCK : 0;
        state->space = space && stop > BLOCK;
    }
}

/* How many bits are 1, in pairs, fours and eights at once. */
static inline int64_t word_ones(uint64_t bits)
{
    bits -= bits >> 1 & 0x5555555555555555U;
    bits = (bits & 0x3333333333333333U) + (bits >> 2 & 0x3333333333333333U);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fU;
    return (int64_t)((bits * 0x0101010101010101U) >> 56);
}

/* Adding the letters to the runs they stand in carries from the first letter of a run to its end,
 * so that `held` has a bit for every byte from the first letter on (MatchStar: Cameron and others
 * 2014, "Bitwise data parallelism in regular expression matching"); where such bits begin, a word
 * begins. */
static void word_take(struct word_state *state, const struct word_masks *masks)
{
    uint64_t runs = ~masks->spaces;
    uint64_t held = masks->letters | (state->counted & runs);

    held = (((held + runs) ^ runs) | held) & runs;
    state->n += word_ones(held & ~(held << 1 | state->counted));
    state->counted = held >> (BLOCK - 1);
}

int64_t word_count(const char *text, size_t length)
{
    struct word_state state = {0, 0, 0, false};

    for (size_t at = 0; at < length; at += BLOCK) {
        struct word_masks masks = word_look(text + at, MIN(length - at, BLOCK), at);

        if (masks.others != 0)
            word_look_twice(&state, &masks, text + at, length - at);
        word_take(&state, &masks);
    }
    return state.n;
}
