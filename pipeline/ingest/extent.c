#include "ingest/extent.h"

bool extent_is_fine(const double extent[2], struct extent_fault *fault)
{
    if (extent[0] < 0 || extent[1] < 0) {
        *fault = (struct extent_fault){"out-of-range", "a place below 0", !(extent[0] < 0)};
        return false;
    }
    if (extent[1] < extent[0]) {
        *fault = (struct extent_fault){"end-before-start", "the end lies before the start", true};
        return false;
    }
    return true;
}

void extent_name(char text[EXTENT_ROOM], const double extent[2])
{
    int n = number_write(text, extent[0]);

    text[n++] = '-';
    number_write(text + n, extent[1]);
}
