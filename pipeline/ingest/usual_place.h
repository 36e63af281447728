#ifndef INGEST_USUAL_PLACE_H
#define INGEST_USUAL_PLACE_H

#include "table/number.h"

#include <glib.h>
#include <stddef.h>
#include <string.h>

/* The origin of a row, `file:line`, of which mostly only the line changes, and mostly by one. */

enum { PLACE_MOST = 512, PLACE_STEP = 16, PLACE_DIGITS = 8 };

struct usual_place {
    char text[PLACE_MOST + NUMBER_ROOM +
              PLACE_STEP]; /* what stands before the last digits of a line */
    size_t front;          /* bytes of it before the line; 0: not known */
    size_t length;         /* and all of them */
    size_t line;           /* comes next */
    size_t turn;     /* the line that has other bytes before its last digits, or one digit more */
    size_t count;    /* of the last digits, up to PLACE_DIGITS, */
    size_t beyond;   /* and bits above them */
    uint64_t digits; /* as bytes 0 to 9, the last one lowest */
};

/* Learns the file from an origin as it was written. */
void usual_place_learn(struct usual_place *place, const char *origin, size_t length);

/* Another line; it is mostly some lines behind. */
void usual_place_set(struct usual_place *place, size_t line);
void usual_place_go(struct usual_place *place, size_t line);

/* The next line: 246 makes a 9 and a carry 256, which is 0 and a carry; it is taken away from bytes
 * that are still above it. */
static inline void usual_place_step(struct usual_place *place)
{
    const uint64_t ones = 0x0101010101010101U;
    const uint64_t most = 246;
    uint64_t sum = place->digits + most * ones + 1;

    place->digits = sum - (sum >> 7 & ones) * most;
    if (++place->line == place->turn)
        usual_place_set(place, place->line);
}

/* Writes the origin of a line; returns where it ends. */
G_ALWAYS_INLINE static inline char *usual_place_write(struct usual_place *place, char *to,
                                                      size_t line)
{
    const uint64_t zeros = '0' * UINT64_C(0x0101010101010101);
    uint64_t digits;

    if (line != place->line)
        usual_place_go(place, line);
    for (size_t at = 0; at < place->length; at += PLACE_STEP)
        memcpy(to + at, place->text + at, PLACE_STEP);
    to += place->length;
    digits = (place->digits | zeros) << place->beyond;
    digits = GUINT64_TO_BE(digits);
    memcpy(to, &digits, sizeof digits);
    to += place->count;
    usual_place_step(place);
    return to;
}

#endif
