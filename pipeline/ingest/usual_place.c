#include "ingest/usual_place.h"

#include <string.h>

void usual_place_learn(struct usual_place *place, const char *origin, size_t length)
{
    while (length > 0 && origin[length - 1] != ':')
        length--;
    if (length > PLACE_MOST)
        return;
    memcpy(place->text, origin, length);
    place->front = length;
    usual_place_set(place, 0);
}

void usual_place_set(struct usual_place *place, size_t line)
{
    const size_t all = 100000000; /* PLACE_DIGITS digits */
    size_t low = line % all;
    size_t limit = 10;

    place->line = line;
    place->length = place->front;
    place->digits = 0;
    if (line >= all)
        place->length +=
            (size_t)number_write_count(place->text + place->front, (int64_t)(line / all));
    for (place->count = 1; line >= all ? place->count < PLACE_DIGITS : limit <= low; limit *= 10)
        place->count++;
    place->beyond = 8 * (PLACE_DIGITS - place->count);
    for (size_t i = 0; i < PLACE_DIGITS; i++, low /= 10)
        place->digits |= (uint64_t)(low % 10) << (8 * i);
    place->turn = line - line % all + (line >= all ? all : limit);
}

void usual_place_go(struct usual_place *place, size_t line)
{
    enum { NEAR = 8 };

    if (line < place->line || line > place->line + NEAR)
        usual_place_set(place, line);
    while (place->line < line)
        usual_place_step(place);
}
