#ifndef TABLE_ESCAPE_H
#define TABLE_ESCAPE_H

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

/* As escape_text(), for text in a large block: ESCAPE_SLACK bytes behind it may be read, and as
 * many written behind what is written. Most texts hold nothing to escape: it is asked at the end.
 */
static inline char *escape_loose(char *to, const char *text, size_t length)
{
    unsigned found = 0;
    size_t at = 0;

    for (; length - at > ESCAPE_SLACK; at += ESCAPE_SLACK)
        found |= escape_step(to + at, text + at, ESCAPE_SLACK);
    found |= escape_step(to + at, text + at, length - at);
    return found == 0 ? to + length : escape_text(to, text, length);
}

#endif
