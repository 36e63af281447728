#include "base/word.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

enum { EIGHT = 8 };

/* Words so far, and whether the run that is open holds a letter or digit already. */
struct word_state {
    int64_t n;
    bool counted;
};

static void word_take(struct word_state *state, bool letter, bool space)
{
    state->n += letter && !state->counted;
    state->counted = (state->counted || letter) && !space;
}

/* One character at `text`; returns where the next one begins. */
static const char *word_step(struct word_state *state, const char *text, const char *stop)
{
    unsigned char byte = (unsigned char)*text;
    gunichar letter;

    if (byte < 0x80) {
        word_take(state, g_ascii_isalnum(byte), g_ascii_isspace(byte));
        return text + 1;
    }
    letter = g_utf8_get_char_validated(text, stop - text);
    if (letter >= (gunichar)-2)
        return text + 1;
    word_take(state, g_unichar_isalnum(letter), g_unichar_isspace(letter));
    return g_utf8_next_char(text);
}

/* The high bit of every byte of `bytes` (below 0x80 each) that is at least `least`. */
static uint64_t word_from(uint64_t bytes, unsigned least)
{
    const uint64_t ones = 0x0101010101010101U;

    return (bytes + (0x80 - least) * ones) & 0x80 * ones;
}

/* The high bits of eight bytes as eight bits, the first byte lowest. */
static unsigned word_bits(uint64_t high)
{
    return (unsigned)(((high >> 7) * 0x0102040810204080U) >> 56);
}

/* Eight characters at once, a bit each. Adding the letters to the runs they stand in carries from
 * the first letter of a run to its end, so that `held` has a bit for every character from the first
 * letter on (MatchStar: Cameron and others 2014, "Bitwise data parallelism in regular expression
 * matching"); where such bits begin, a word begins. */
static void word_take_eight(struct word_state *state, uint64_t bytes)
{
    uint64_t lower = bytes | 0x2020202020202020U;
    unsigned letters = word_bits((word_from(lower, 'a') & ~word_from(lower, 'z' + 1)) |
                                 (word_from(bytes, '0') & ~word_from(bytes, '9' + 1)));
    unsigned runs = word_bits(word_from(bytes, ' ' + 1));
    unsigned first = state->counted;
    unsigned held = letters | (first & runs);
    unsigned begun;

    held = (((held + runs) ^ runs) | held) & runs;
    begun = held & ~(held << 1 | first);
    for (; begun != 0; begun &= begun - 1)
        state->n++;
    state->counted = held >> (EIGHT - 1) != 0;
}

/* Whether all of eight bytes are printable ASCII (the space is the only white space then). */
static bool word_is_plain(uint64_t bytes)
{
    const uint64_t high = 0x8080808080808080U;

    return (bytes & high) == 0 && word_from(bytes, ' ') == high;
}

int64_t word_count(const char *text, size_t length)
{
    struct word_state state = {0, false};
    const char *stop = text + length;
    uint64_t bytes;

    while (stop - text >= EIGHT) {
        memcpy(&bytes, text, EIGHT);
        bytes = GUINT64_FROM_LE(bytes);
        if (word_is_plain(bytes)) {
            word_take_eight(&state, bytes);
            text += EIGHT;
        } else {
            text = word_step(&state, text, stop);
        }
    }
    while (text < stop)
        text = word_step(&state, text, stop);
    return state.n;
}
