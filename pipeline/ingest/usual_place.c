#include "ingest/usual_place.h"

#include <string.h>

enum { STEP = 16 };

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

static void place_set(struct usual_place *place, size_t line)
{
    place->line = line;
    place->length =
        place->front + (size_t)number_write_count(place->text + place->front, (int64_t)line);
}

/* The next line, by its digits. */
static void place_step(struct usual_place *place)
{
    char *first = place->text + place->front;
    char *digit = place->text + place->length - 1;

    for (; digit >= first && *digit == '9'; digit--)
        *digit = '0';
    place->line++;
    if (digit >= first)
        ++*digit;
    else
        place_set(place, place->line);
}

/* The step is made when the text was copied, for the next row: digits that were just written are
 * slow to copy. */
char *usual_place_write(struct usual_place *place, char *to, size_t line)
{
    size_t length;

    if (line != place->line)
        place_set(place, line);
    length = place->length;
    for (size_t at = 0; at < length; at += STEP)
        memcpy(to + at, place->text + at, STEP);
    place_step(place);
    return to + length;
}
