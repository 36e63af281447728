#include "ingest/usual_number.h"

#include "table/number_short.h"

enum { AMBIGUOUS = 3, EXPONENT = 100 }; /* below a ten thousandth numbers have an exponent */

char *usual_number_write(char *to, struct cell cell, const struct decimal *decimal,
                         struct usual_number *number)
{
    struct number_short read;
    char mark = decimal->mark == DECIMAL_COMMA ? ',' : '.';
    size_t places;

    number->there = cell.length > 0;
    if (cell.length == 0)
        return to;
    if (!number_read_eight(cell.text, cell.length, mark, &read) ||
        (read.marked && (decimal->mark == DECIMAL_OPEN || read.places == AMBIGUOUS)) ||
        (*cell.text == '0' && read.whole > 1) || (read.micro > 0 && read.micro < EXPONENT))
        return NULL;
    number->marked = read.marked;
    number->micro = read.micro;
    places = read.places - read.zeros;
    memcpy(to, cell.text, SHORT_MOST);
    if (places == 0)
        return to + read.whole;
    to[read.whole] = '.';
    return to + read.whole + 1 + places;
}
