#include "table/encoding.h"

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Most bytes of most files are ASCII: what is looked at byte by byte are its few other letters. */

#if defined(__SSE2__)
enum { STEP = sizeof(__m128i) };

/* Which of 16 bytes are not ASCII above 0; bit i is byte i. */
static inline unsigned encoding_others(const char *text)
{
    __m128i bytes;

    memcpy(&bytes, text, sizeof bytes);
    return (unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(bytes, _mm_setzero_si128())) ^ 0xffffU;
}

/* Whether 64 bytes are ASCII above 0, as a signed byte says by itself. */
static inline bool encoding_is_plain(const char *text)
{
    const __m128i zero = _mm_setzero_si128();
    __m128i bytes[4];
    __m128i above;

    memcpy(bytes, text, sizeof bytes);
    above = _mm_and_si128(
        _mm_and_si128(_mm_cmpgt_epi8(bytes[0], zero), _mm_cmpgt_epi8(bytes[1], zero)),
        _mm_and_si128(_mm_cmpgt_epi8(bytes[2], zero), _mm_cmpgt_epi8(bytes[3], zero)));
    return _mm_movemask_epi8(above) == 0xffff;
}

static size_t encoding_ascii_steps(const char *text, size_t n)
{
    size_t at = 0;
    unsigned others = 0;

    while (n - at >= 4 * STEP && encoding_is_plain(text + at))
        at += 4 * STEP;
    while (n - at >= STEP && (others = encoding_others(text + at)) == 0)
        at += STEP;
    return others == 0 ? at : at + (size_t)__builtin_ctz(others);
}
#else
static size_t encoding_ascii_steps(const char *text, size_t n)
{
    const uint64_t ones = 0x0101010101010101U;
    size_t at = 0;
    uint64_t word;

    for (; n - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text + at, sizeof word);
        if (((word | (word - ones)) & (0x80 * ones)) != 0)
            break;
    }
    return at;
}
#endif

size_t encoding_ascii(const char *text, size_t n)
{
    size_t at = encoding_ascii_steps(text, n);

    while (at < n && (unsigned char)(text[at] - 1) < 0x7f)
        at++;
    return at;
}

/* Length of the valid character of several bytes that text[0 .. n) begins with, 0 when there is
 * none: The Unicode Standard 15.0, table 3-7. */
static size_t encoding_letter(const char *text, size_t n)
{
    unsigned char lead = (unsigned char)text[0];
    unsigned char second = n > 1 ? (unsigned char)text[1] : 0;
    unsigned char least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    size_t length = 2 + (size_t)(lead >= 0xe0) + (size_t)(lead >= 0xf0);

    if (lead < 0xc2 || lead > 0xf4 || second < least || second > most || n < length)
        return 0;
    for (size_t i = 2; i < length; i++)
        if (((unsigned char)text[i] & 0xc0) != 0x80)
            return 0;
    return length;
}

size_t encoding_valid(const char *text, size_t n)
{
    size_t at = 0;

    for (;;) {
        size_t letter;

        at += encoding_ascii(text + at, n - at);
        if (at == n)
            return at;
        letter = encoding_letter(text + at, n - at);
        if (letter == 0)
            return at;
        at += letter;
    }
}
