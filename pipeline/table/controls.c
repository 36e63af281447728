#include "table/controls.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { STEP = 8 };

static const uint64_t ones = UINT64_C(0x0101010101010101);
static const uint64_t tops = UINT64_C(0x8080808080808080);

/* Bytes of the control character at `at`, 0 when it is none. */
static size_t controls_at(const char *text, size_t n, size_t at)
{
    unsigned char byte = (unsigned char)text[at];
    unsigned char next = at + 1 < n ? (unsigned char)text[at + 1] : 0;

    if (byte == 0xc2)
        return next >= 0x80 && next < 0xa0 ? 2 : 0;
    return byte == 0x7f || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') ? 1 : 0;
}

/* Whether one of eight bytes is below 20, 7F or C2: then they are looked at one by one. (Bytes
 * above a hit may be hits by mistake, which costs a look.) */
static bool controls_may(uint64_t word)
{
    uint64_t low = (word - ones * 0x20) & ~word;
    uint64_t del = ((word ^ ones * 0x7f) - ones) & ~(word ^ ones * 0x7f);
    uint64_t two = ((word ^ ones * 0xc2) - ones) & ~(word ^ ones * 0xc2);

    return ((low | del | two) & tops) != 0;
}

size_t controls_span(const char *text, size_t n)
{
    size_t at = 0;

    while (at < n) {
        size_t stop = at + STEP < n ? at + STEP : n;
        uint64_t word = 0;

        if (stop - at == STEP)
            memcpy(&word, text + at, STEP);
        if (stop - at == STEP && !controls_may(word)) {
            at = stop;
            continue;
        }
        for (; at < stop; at++)
            if (controls_at(text, n, at) > 0)
                return at;
    }
    return n;
}

size_t controls_drop(char *text, size_t n)
{
    size_t left = controls_span(text, n);

    for (size_t at = left; at < n;) {
        size_t length = controls_at(text, n, at);

        if (length == 0)
            text[left++] = text[at];
        at += length > 0 ? length : 1;
    }
    return left;
}
