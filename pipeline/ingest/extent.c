#include "ingest/extent.h"

#include "foreign/clock.h"

#include <math.h>

bool extent_read(const char *const texts[2], bool seconds, double extent[2],
                 struct extent_fault *fault)
{
    for (int i = 0; i < 2; i++) {
        enum clock_kind kind = CLOCK_NUMBER;

        extent[i] = NAN;
        if (*texts[i] != '\0')
            kind = clock_read(texts[i], &extent[i]);
        if (kind == CLOCK_NUMBER || (kind == CLOCK_TIME && seconds))
            continue;
        *fault =
            (struct extent_fault){"number", texts[i],
                                  kind == CLOCK_TIME ? "a clock time: say --extent seconds"
                                                     : "start and end are numbers or hh:mm:ss"};
        return false;
    }
    if (!(extent[0] < 0) && !(extent[1] < 0) && !(extent[1] < extent[0]))
        return true;
    *fault = (struct extent_fault){"range", texts[1],
                                   "the end lies before the start, or one of them below 0"};
    return false;
}

void extent_name(char text[EXTENT_ROOM], const double extent[2])
{
    int n = number_write(text, extent[0]);

    text[n++] = '-';
    number_write(text + n, extent[1]);
}
