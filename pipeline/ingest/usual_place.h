#ifndef INGEST_USUAL_PLACE_H
#define INGEST_USUAL_PLACE_H

#include "table/number.h"

#include <stddef.h>

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

/* Writes the origin of a line; returns where it ends. */
char *usual_place_write(struct usual_place *place, char *to, size_t line);

#endif
