#include "ingest/usual_number.h"

/* With up to fifteen digits in all a number is written as it stands, but for zeros at the end. */
enum { WHOLE_MOST = 9, PLACES_MOST = 6, AMBIGUOUS = 3 };

static inline bool number_is_digit(char byte)
{
    return (unsigned char)(byte - '0') < 10;
}

/* Writes digits, of which there are at most `most`, and adds them to `*value`; how many. */
static inline size_t number_take_digits(char *to, const char *text, size_t most, int64_t *value)
{
    size_t n = 0;

    for (; n < most && number_is_digit(text[n]); n++) {
        to[n] = text[n];
        *value = 10 * *value + (text[n] - '0');
    }
    return n;
}

char *usual_number_write(char *to, const struct cell *cell, const struct decimal *decimal,
                         struct usual_number *number)
{
    static const int64_t tens[] = {1000000, 100000, 10000, 1000, 100, 10, 1};
    char mark = decimal->mark == DECIMAL_COMMA ? ',' : '.';
    size_t length = cell->length;
    int64_t value = 0;
    size_t whole =
        number_take_digits(to, cell->text, length < WHOLE_MOST ? length : WHOLE_MOST, &value);
    size_t places = length - whole - (length > whole);

    number->there = length > 0;
    if (length > 0 && (whole == 0 || (*cell->text == '0' && whole > 1)))
        return NULL;
    number->marked = length > whole;
    number->micro = value * tens[0];
    if (!number->marked)
        return to + whole;
    if (decimal->mark == DECIMAL_OPEN || cell->text[whole] != mark || places == 0 ||
        places == AMBIGUOUS || places > PLACES_MOST)
        return NULL;
    to[whole] = '.';
    if (number_take_digits(to + whole + 1, cell->text + whole + 1, places, &value) != places)
        return NULL;
    number->micro = value * tens[places];
    if (number->micro < 100 && number->micro > 0) /* written with an exponent */
        return NULL;
    while (to[whole + places] == '0')
        places--;
    return to + whole + places + (places > 0);
}
