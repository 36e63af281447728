#include "table/damage.h"
#include "table/encoding.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Most bytes of most files are ASCII: what is looked at byte by byte are its few other letters. */

static inline bool encoding_is_ascii(char byte)
{
    return (unsigned char)(byte - 1) < 0x7f;
}

/* Whether a control character stands at `text`: below a space but no tab or line end, 0x7f, or
 * U+0080 to U+009F. */
static inline bool encoding_is_control(const char *text)
{
    unsigned char byte = (unsigned char)*text;

    return (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f ||
           (byte == 0xc2 && (unsigned char)text[1] < 0xa0);
}

/* Which of 64 bytes are not ASCII above 0; bit i is byte i. With `controls` those below a space
 * too, and 0x7f, but not tabs and line ends. */
#if defined(__SSE2__)
static inline __m128i encoding_fine(__m128i bytes, bool controls)
{
    const __m128i lines = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                       _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
    const __m128i spaces = _mm_or_si128(lines, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t')));
    const __m128i shown = _mm_andnot_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7f)),
                                           _mm_cmpgt_epi8(bytes, _mm_set1_epi8(' ' - 1)));

    return controls ? _mm_or_si128(shown, spaces) : _mm_cmpgt_epi8(bytes, _mm_setzero_si128());
}

static inline uint64_t encoding_others(const char *text, bool controls)
{
    __m128i bytes[4];
    uint64_t fine = 0;

    memcpy(bytes, text, sizeof bytes);
    for (unsigned i = 0; i < 4; i++)
        fine |= (uint64_t)(unsigned)_mm_movemask_epi8(encoding_fine(bytes[i], controls))
                << (16 * i);
    return ~fine;
}
#else
static inline uint64_t encoding_others(const char *text, bool controls)
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
    for (unsigned i = 0; controls && i < ENCODING_PIECE; i++)
        others |= (uint64_t)encoding_is_control(text + i) << i;
    return others;
}
#endif

size_t encoding_ascii(const char *text, size_t n)
{
    size_t at = 0;

    for (; n - at >= ENCODING_PIECE; at += ENCODING_PIECE) {
        uint64_t others = encoding_others(text + at, false);

        if (others != 0)
            return at + (size_t)__builtin_ctzll(others);
    }
    while (at < n && encoding_is_ascii(text[at]))
        at++;
    return at;
}

/* Whether what stands at text[0 .. n), a whole letter, is to be looked at: a control character, or
 * one of several bytes that an earlier save may have damaged. */
static inline bool encoding_is_odd(const char *text, size_t n)
{
    return encoding_is_control(text) || (damage_may_be(text) && damage_is_near(text, n));
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
        if (letter == 0 || (!controls && encoding_is_odd(text + at, n - at)))
            return at;
        at += letter;
        if (at >= ENCODING_PIECE)
            return at;
        others &= ~(uint64_t)0 << at;
    }
    return ENCODING_PIECE;
}

/* How far text[0 .. n) is valid, with control characters or without. */
static inline size_t encoding_look(const char *text, size_t n, bool clean)
{
    size_t at = 0;

    while (n - at >= ENCODING_PIECE) {
        size_t valid =
            encoding_letters(text + at, n - at, encoding_others(text + at, clean), !clean);

        at += valid;
        if (valid < ENCODING_PIECE)
            return at;
    }
    while (at < n) {
        size_t letter = encoding_is_ascii(text[at]) ? 1 : encoding_letter(text + at, n - at);

        if (letter == 0 || (clean && encoding_is_odd(text + at, n - at)))
            break;
        at += letter;
    }
    return at;
}

size_t encoding_valid(const char *text, size_t n)
{
    return encoding_look(text, n, false);
}

size_t encoding_clean(const char *text, size_t n)
{
    return encoding_look(text, n, true);
}
