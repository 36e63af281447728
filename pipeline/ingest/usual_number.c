#include "ingest/usual_number.h"

#include <glib.h>
#include <string.h>

/* Numbers of up to eight bytes, taken at once as a word: its first byte is the lowest one. */
enum { MOST = 8, AMBIGUOUS = 3, PLACES_MOST = 6 };

static const uint64_t ones = 0x0101010101010101U;

/* 0x80 in each byte above 9. */
static inline uint64_t word_signs(uint64_t digits)
{
    return (((digits & 0x7f * ones) + 0x76 * ones) | digits) & 0x80 * ones;
}

/* The word without the byte at `place`; what stands below it moves up. */
static inline uint64_t word_without(uint64_t word, size_t place)
{
    uint64_t below = ((uint64_t)1 << (8 * place)) - 1;

    return (word & ~(below << 8 | 0xff)) | (word & below) << 8;
}

/* The number that eight digits make: pairs, then fours and eights by two products (Lemire, Number
 * parsing at a gigabyte per second, 2021, section 4). */
static inline int64_t word_number(uint64_t digits)
{
    const uint64_t pairs = 0x000000ff000000ffU;

    digits = digits * 10 + (digits >> 8);
    return (int64_t)(((digits & pairs) * (100 + (UINT64_C(1000000) << 32)) +
                      (digits >> 16 & pairs) * (1 + (UINT64_C(10000) << 32))) >>
                     32);
}

/* The mark of a number, whose digits become those of the value alone. How many places stand behind
 * it; SIZE_MAX when it is not usual. */
static inline size_t number_take_mark(uint64_t *digits, uint64_t signs, const struct cell *cell,
                                      const struct decimal *decimal)
{
    char mark = decimal->mark == DECIMAL_COMMA ? ',' : '.';
    size_t place = (size_t)__builtin_ctzll(signs) / 8;
    size_t places = MOST - 1 - place;

    if ((signs & (signs - 1)) != 0 || cell->text[cell->length - 1 - places] != mark ||
        decimal->mark == DECIMAL_OPEN || places == 0 || places == AMBIGUOUS || places > PLACES_MOST)
        return SIZE_MAX;
    *digits = word_without(*digits, place);
    return places;
}

/* How many zeros of `places` digits at the end need not be written. */
static inline size_t number_zeros(uint64_t digits, size_t places)
{
    size_t zeros = digits == 0 ? MOST : (size_t)__builtin_clzll(digits) / 8;

    return zeros < places ? zeros : places;
}

char *usual_number_write(char *to, const struct cell *cell, const struct decimal *decimal,
                         struct usual_number *number)
{
    static const int64_t tens[] = {1000000, 100000, 10000, 1000, 100, 10, 1};
    size_t length = cell->length;
    size_t places = 0;
    uint64_t digits;
    uint64_t signs;

    number->there = length > 0;
    if (length == 0)
        return to;
    if (length > MOST)
        return NULL;
    memcpy(&digits, cell->text, sizeof digits);
    memcpy(to, cell->text, sizeof digits);
    digits = (GUINT64_FROM_LE(digits) ^ '0' * ones) << (8 * (MOST - length));
    signs = word_signs(digits);
    number->marked = signs != 0;
    if (number->marked)
        places = number_take_mark(&digits, signs, cell, decimal);
    if (places == SIZE_MAX || length == places + number->marked ||
        (*cell->text == '0' && length > places + number->marked + 1))
        return NULL;
    number->micro = word_number(digits) * tens[places];
    if (number->micro < 100 && number->micro > 0) /* written with an exponent */
        return NULL;
    length -= number_zeros(digits, places);
    to[cell->length - 1 - places] = number->marked ? '.' : to[cell->length - 1 - places];
    return to + length - (number->marked && cell->length - length == places);
}
