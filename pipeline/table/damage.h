#ifndef TABLE_DAMAGE_H
#define TABLE_DAMAGE_H

#include <stdbool.h>
#include <stddef.h>

/* Letters that were damaged before the file came here: UTF-8 that a program read in another way
 * and saved so, and U+FFFD, which programs put where a byte was no letter. `Ã©` is an é read as
 * Windows-1252, `√©` as a Mac did, `├®` as DOS did. Known by pairs of signs that no language of
 * Europe puts side by side, of which at least one is no letter from U+00C0 to U+00FF: all of those
 * side by side are a word (the index of structure passes them by). */

/* The most bytes by which damage is known. */
enum { DAMAGE_MOST = 9 };

/* Place of the first damaged letter in text[0 .. n), which is valid UTF-8; n when there is none. */
size_t damage_find(const char *text, size_t n);

/* Whether a damaged letter stands at `text`; true too where text[0 .. n) is too short to know.
 * Precondition: a whole letter of several bytes stands there. */
bool damage_is_near(const char *text, size_t n);

/* Whether it may be one, by its own bytes: a look that costs next to nothing. */
static inline bool damage_may_be(const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;

    if (bytes[0] == 0xc3) {
        const unsigned long long seconds = 1ULL << 0x02 | 1ULL << 0x03 | 1ULL << 0x04 |
                                           1ULL << 0x05 | 1ULL << 0x14 | 1ULL << 0x22 |
                                           1ULL << 0x23;

        return (seconds >> (bytes[1] & 0x3f) & 1) != 0; /* Â Ã Ä Å Ô â ã */
    }
    if (bytes[0] == 0xe2) /* ‚ √ ├ ┬ */
        return (bytes[1] == 0x80 && bytes[2] == 0x9a) || (bytes[1] == 0x88 && bytes[2] == 0x9a) ||
               (bytes[1] == 0x94 && (bytes[2] == 0x9c || bytes[2] == 0xac));
    return (bytes[0] == 0xc2 && bytes[1] == 0xac) ||
           (bytes[0] == 0xef && bytes[1] == 0xbf && bytes[2] == 0xbd);
}

#endif
