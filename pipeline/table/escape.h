#ifndef TABLE_ESCAPE_H
#define TABLE_ESCAPE_H

#include <glib.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* The text of a cell as a table holds it: tab, line ends and backslash escaped (DESIGN section 2).
 * What may stand before it, as in `\.nvt`, is the writer's. */

enum { ESCAPE_SLACK = 16 };

/* Copies text[0 .. length) to `to`, which has room for twice as much; returns where it ends. */
char *escape_text(char *to, const char *text, size_t length);

/* Which of ESCAPE_SLACK bytes, of which `left` count, may have to be escaped: bit i for byte i.
 * They are copied. */
#if defined(__SSE2__)
static inline unsigned escape_step(char *to, const char *text, size_t left)
{
    unsigned there = left < ESCAPE_SLACK ? (1U << left) - 1 : 0xffffU;
    const __m128i most = _mm_set1_epi8('\r');
    __m128i bytes;
    __m128i found;

    memcpy(&bytes, text, sizeof bytes);
    memcpy(to, &bytes, sizeof bytes);
    found = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(bytes, most), bytes),
                         _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
    return (unsigned)_mm_movemask_epi8(found) & there;
}
#else
static inline unsigned escape_step(char *to, const char *text, size_t left)
{
    unsigned found = 0;

    memcpy(to, text, ESCAPE_SLACK);
    for (unsigned i = 0; i < ESCAPE_SLACK && i < left; i++)
        found |= (unsigned)((unsigned char)text[i] <= '\r' || text[i] == '\\') << i;
    return found;
}
#endif

/* What stands behind the backslash for a byte that is escaped; '\0' for any other. */
static inline char escape_sign(char byte)
{
    switch (byte) {
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\\':
        return '\\';
    default:
        return '\0';
    }
}

/* As escape_text(), for text in a large block: ESCAPE_SLACK bytes behind it may be read, and as
 * many written behind what is written. From sign to sign; most texts hold none. */
static inline char *escape_loose(char *to, const char *text, size_t length)
{
    const char *stop = text + length;

    while (text < stop) {
        size_t left = (size_t)(stop - text);
        unsigned found = escape_step(to, text, left);
        size_t n = found == 0 ? MIN(left, ESCAPE_SLACK) : (size_t)__builtin_ctz(found);
        char sign = found == 0 ? '\0' : escape_sign(text[n]);

        to += n;
        text += n;
        if (found == 0)
            continue;
        if (sign != '\0')
            *to++ = '\\';
        *to++ = sign != '\0' ? sign : *text;
        text++;
    }
    return to;
}

#endif
