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
    place->length = length;
    place->line = 0;
}

void usual_place_set(struct usual_place *place, size_t line)
{
    place->line = line;
    place->length =
        place->front + (size_t)number_write_count(place->text + place->front, (int64_t)line);
}
