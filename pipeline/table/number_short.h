#ifndef TABLE_NUMBER_SHORT_H
#define TABLE_NUMBER_SHORT_H

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Numbers of few digits, `digits[.digits]` of up to eight bytes, taken at once as a word whose
 * first byte is the lowest one. Most numbers in tables are such. */

enum { SHORT_MOST = 8, SHORT_PLACES = 6 };

struct number_short {
    int64_t micro; /* millionths */
    size_t whole;  /* digits before the mark */
    size_t places; /* digits behind it */
    size_t zeros;  /* of these, zeros at the end */
    bool marked;
};

/* Digits as bytes 0 to 9, the last one in the highest byte, zeros before the first. */
static inline uint64_t short_load(const char *text, size_t length)
{
    const uint64_t ones = 0x0101010101010101U;
    uint64_t word;

    memcpy(&word, text, sizeof word);
    return (GUINT64_FROM_LE(word) ^ '0' * ones) << (8 * (SHORT_MOST - length));
}

/* The text as a word whose order is that of the bytes: the first one in the highest byte. */
static inline uint64_t short_text(const char *text, size_t length)
{
    size_t beyond = 8 * (SHORT_MOST - length);
    uint64_t word;

    memcpy(&word, text, sizeof word);
    return GUINT64_FROM_BE(word) >> beyond << beyond;
}

/* 0x80 in each byte above 9. */
static inline uint64_t short_signs(uint64_t digits)
{
    const uint64_t ones = 0x0101010101010101U;

    return (((digits & 0x7f * ones) + 0x76 * ones) | digits) & 0x80 * ones;
}

/* The word without the byte at `place`; what stands below it moves up. */
static inline uint64_t short_without(uint64_t word, size_t place)
{
    uint64_t below = ((uint64_t)1 << (8 * place)) - 1;

    return (word & ~(below << 8 | 0xff)) | (word & below) << 8;
}

/* The number that eight digits make: pairs, then fours and eights by two products (Lemire, Number
 * parsing at a gigabyte per second, 2021, section 4). */
static inline int64_t short_value(uint64_t digits)
{
    const uint64_t pairs = 0x000000ff000000ffU;

    digits = digits * 10 + (digits >> 8);
    return (int64_t)(((digits & pairs) * (100 + (UINT64_C(1000000) << 32)) +
                      (digits >> 16 & pairs) * (1 + (UINT64_C(10000) << 32))) >>
                     32);
}

/* Reads a whole text, of which eight bytes may be read whatever its length; `mark` is its decimal
 * mark. False when it is anything else: then it may be a number all the same. */
static inline bool number_read_eight(const char *text, size_t length, char mark,
                                     struct number_short *number)
{
    static const int64_t tens[] = {1000000, 100000, 10000, 1000, 100, 10, 1};
    uint64_t digits;
    uint64_t signs;

    *number = (struct number_short){.whole = length};
    if (length == 0 || length > SHORT_MOST)
        return false;
    digits = short_load(text, length);
    signs = short_signs(digits);
    if (signs != 0) {
        size_t place = (size_t)__builtin_ctzll(signs) / 8;

        number->marked = true;
        number->places = SHORT_MOST - 1 - place;
        number->whole = length - 1 - number->places;
        if ((signs & (signs - 1)) != 0 || text[number->whole] != mark || number->whole == 0 ||
            number->places == 0 || number->places > SHORT_PLACES)
            return false;
        digits = short_without(digits, place);
        number->zeros = digits == 0 ? SHORT_MOST : (size_t)__builtin_clzll(digits) / 8;
        number->zeros = MIN(number->zeros, number->places);
    }
    number->micro = short_value(digits) * tens[number->places];
    return true;
}

#endif
