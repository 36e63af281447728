#ifndef INGEST_USUAL_PLACE_H
#define INGEST_USUAL_PLACE_H

#include "table/number.h"

#include <stddef.h>
#include <string.h>

/* The origin of a row, `file:line`, of which mostly only the line changes, and mostly by one. */

enum { PLACE_MOST = 512 };

struct usual_place {
    char text[PLACE_MOST + NUMBER_ROOM];
    size_t front; /* bytes before the line; 0: not known */
    size_t length;
    size_t line;
};

/* Learns the file from an origin as it was written. */
void usual_place_learn(struct usual_place *place, const char *origin, size_t length);

/* Another line. */
void usual_place_set(struct usual_place *place, size_t line);

/* The next line, by its digits. */
static inline void usual_place_step(struct usual_place *place)
{
    char *first = place->text + place->front;
    char *digit = place->text + place->length - 1;

    for (; digit >= first && *digit == '9'; digit--)
        *digit = '0';
    place->line++;
    if (digit >= first)
        ++*digit;
    else
        usual_place_set(place, place->line);
}

/* Writes the origin of a line; returns where it ends. The step is made when the text was copied,
 * for the next row: digits that were just written are slow to copy. */
static inline char *usual_place_write(struct usual_place *place, char *to, size_t line)
{
    enum { STEP = 16 };
    size_t length;

    if (line != place->line)
        usual_place_set(place, line);
    length = place->length;
    for (size_t at = 0; at < length; at += STEP)
        memcpy(to + at, place->text + at, STEP);
    usual_place_step(place);
    return to + length;
}

#endif
