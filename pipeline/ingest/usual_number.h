#ifndef INGEST_USUAL_NUMBER_H
#define INGEST_USUAL_NUMBER_H

#include "foreign/decimal.h"
#include "table/number_short.h"
#include "table/outline.h"

/* Start and end of the usual record: at most eight bytes, digits with or without the column's own
 * mark, and one, two or four decimals behind that. Such a number is written as it stands, but for a
 * comma and for zeros at its end, and two of them are compared by their digits: number_write()
 * would write the same, and nobody needs the value. */

struct usual_number {
    size_t length;   /* of the cell; 0: it is empty */
    size_t whole;    /* bytes before the mark */
    size_t written;  /* bytes of it that are */
    uint64_t digits; /* from the highest byte on, with the mark, which is below them */
    bool marked;
};

/* Whether the cell holds the very bytes of a number that was read before. */
static inline bool usual_number_is(const struct usual_number *number, struct cell cell)
{
    return cell.length > 0 && cell.length == number->length &&
           short_text(cell.text, cell.length) == number->digits;
}

/* False when the cell is not usual; an empty one is. */
G_ALWAYS_INLINE static inline bool usual_number_read(struct usual_number *number, struct cell cell,
                                                     enum decimal_mark mark)
{
    enum { WANTED = 1 << 1 | 1 << 2 | 1 << 4 }; /* decimals */
    uint64_t digits;
    uint64_t signs;
    size_t places;
    size_t zeros;

    number->length = number->whole = number->written = cell.length;
    number->marked = false;
    if (cell.length == 0)
        return true;
    if (cell.length > SHORT_MOST)
        return false;
    digits = short_load(cell.text, cell.length);
    signs = short_signs(digits);
    number->digits = short_text(cell.text, cell.length);
    if (signs != 0) {
        places = (size_t)__builtin_clzll(signs) / 8;
        zeros = (size_t)__builtin_clzll(digits) / 8;
        number->whole -= places + 1;
        number->written -= zeros + (zeros == places);
        number->marked = true;
        if ((signs & (signs - 1)) != 0 || (WANTED >> places & 1) == 0 || mark == DECIMAL_OPEN ||
            cell.text[number->whole] != (mark == DECIMAL_COMMA ? ',' : '.'))
            return false;
    }
    return number->whole == 1 || (number->whole > 1 && *cell.text != '0');
}

/* Writes what was read of a cell. */
static inline char *usual_number_write(char *to, const struct usual_number *number,
                                       struct cell cell)
{
    memcpy(to, cell.text, SHORT_MOST);
    to[number->whole] = '.'; /* where there is no mark, the row goes on there */
    return to + number->written;
}

/* Whether the first number is at most the second, as far as both are there: 12.50 and 12.5 are
 * taken for two. It says nothing where they have different marks. */
static inline bool usual_number_rises(const struct usual_number *first,
                                      const struct usual_number *second)
{
    return first->whole < second->whole || second->whole == 0 ||
           (first->whole == second->whole && first->digits <= second->digits);
}

#endif
