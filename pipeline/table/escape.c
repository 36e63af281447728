#include "table/escape.h"

#include <stdbool.h>

/* Whether one of eight bytes is a backslash or below 0x20, as all that is escaped is: Mycroft's
 * test for a byte below n in a word, (word - n) & ~word & 0x80 in each byte. */
static bool escape_is_needed(uint64_t word)
{
    const uint64_t ones = 0x0101010101010101U;
    uint64_t slashes = word ^ ('\\' * ones);

    return ((((word - 0x20 * ones) & ~word) | ((slashes - ones) & ~slashes)) & 0x80 * ones) != 0;
}

/* Eight bytes of the last `length` ones before `stop`, from two loads that overlap (4 <= length <
 * 8).
 */
static uint64_t escape_load_short(const char *stop, size_t length)
{
    uint32_t first;
    uint32_t last;

    memcpy(&first, stop - length, sizeof first);
    memcpy(&last, stop - sizeof last, sizeof last);
    return first | (uint64_t)last << 32;
}

/* Copies text of 4 to 7 bytes when nothing in it is escaped; false otherwise. */
static bool escape_short(char *to, const char *text, size_t length)
{
    uint64_t word = escape_load_short(text + length, length);
    uint32_t first = (uint32_t)word;
    uint32_t last = (uint32_t)(word >> 32);

    if (escape_is_needed(word))
        return false;
    memcpy(to, &first, sizeof first);
    memcpy(to + length - sizeof last, &last, sizeof last);
    return true;
}

char *escape_text(char *to, const char *text, size_t length)
{
    const char *stop = text + length;

    while (text < stop) {
        size_t left = (size_t)(stop - text);
        uint64_t word;
        char escape;

        if (left >= sizeof word) {
            memcpy(&word, text, sizeof word);
            memcpy(to, &word, sizeof word);
            if (!escape_is_needed(word)) {
                to += sizeof word;
                text += sizeof word;
                continue;
            }
        } else if (left >= sizeof word / 2 && escape_short(to, text, left)) {
            return to + left;
        }
        escape = (unsigned char)*text > '\\' ? '\0' : escape_sign(*text);
        if (escape != '\0')
            *to++ = '\\';
        *to++ = escape != '\0' ? escape : *text;
        text++;
    }
    return to;
}
