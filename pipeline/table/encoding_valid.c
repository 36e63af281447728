#include "table/encoding.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Most bytes of most files are ASCII: what is looked at byte by byte are its few other letters. */

/* Which of 64 bytes are not ASCII above 0; bit i is byte i. */
#if defined(__SSE2__)
static inline uint64_t encoding_others(const char *text)
{
    const __m128i zero = _mm_setzero_si128();
    __m128i bytes[4];
    uint64_t ascii = 0;

    memcpy(bytes, text, sizeof bytes);
    for (unsigned i = 0; i < 4; i++)
        ascii |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(bytes[i], zero)) << (16 * i);
    return ~ascii;
}
#else
static inline uint64_t encoding_others(const char *text)
{
    const uint64_t ones = 0x0101010101010101U;
    uint64_t others = 0;
    uint64_t word;

    for (unsigned i = 0; i < ENCODING_PIECE; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        word = GUINT64_FROM_LE(word);
        word |= ~((word & 0x7f * ones) + 0x7f * ones); /* a byte of 0 gets its high bit too */
        others |= (((word >> 7) & ones) * 0x0102040810204080U >> 56) << i;
    }
    return others;
}
#endif

static inline bool encoding_is_ascii(char byte)
{
    return (unsigned char)(byte - 1) < 0x7f;
}

size_t encoding_ascii(const char *text, size_t n)
{
    size_t at = 0;

    for (; n - at >= ENCODING_PIECE; at += ENCODING_PIECE) {
        uint64_t others = encoding_others(text + at);

        if (others != 0)
            return at + (size_t)__builtin_ctzll(others);
    }
    while (at < n && encoding_is_ascii(text[at]))
        at++;
    return at;
}

/* Whether what stands at `text`, which `others` told of, is a control: ASCII, or U+0080 to U+009F.
 */
static inline bool encoding_is_control(const char *text)
{
    return encoding_is_ascii(*text) ||
           ((unsigned char)*text == 0xc2 && (unsigned char)text[1] < 0xa0);
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

size_t encoding_letters(const char *text, size_t n, uint64_t others, bool controls)
{
    size_t at = 0;

    while (others != 0) {
        size_t letter;

        at = (size_t)__builtin_ctzll(others);
        letter = encoding_is_ascii(text[at]) ? 1 : encoding_letter(text + at, n - at);
        if (letter == 0 || (!controls && encoding_is_control(text + at)))
            return at;
        at += letter;
        if (at >= ENCODING_PIECE)
            return at;
        others &= ~(uint64_t)0 << at;
    }
    return ENCODING_PIECE;
}

size_t encoding_valid(const char *text, size_t n)
{
    size_t at = 0;

    while (n - at >= ENCODING_PIECE) {
        size_t valid = encoding_letters(text + at, n - at, encoding_others(text + at), true);

        at += valid;
        if (valid < ENCODING_PIECE)
            return at;
    }
    while (at < n) {
        size_t letter = encoding_is_ascii(text[at]) ? 1 : encoding_letter(text + at, n - at);

        if (letter == 0)
            break;
        at += letter;
    }
    return at;
}
