#ifndef CHART_SIDE_H
#define CHART_SIDE_H

#include <stddef.h>

/* The side of the axis a code lies on, in the order in which codes are given to a chart. */
enum side {
    SIDE_FIRST,   /* drawn left of zero, in blue: volgend */
    SIDE_NEITHER, /* in grey */
    SIDE_LAST     /* drawn right of zero, in orange: sturend */
};

/* The shades of n codes in axis order (first side outermost first, last side outermost last), for
 * the palette of the scripts: -1 is the dark end of the first side, 1 of the last, 0 is neither.
 * Codes near the middle of the axis are light. shades[n] is filled. */
void side_shades(const enum side *sides, size_t n, double *shades);

#endif
