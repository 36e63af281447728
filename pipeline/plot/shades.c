#include "plot/shades.h"

/* A cell with a count is never as white as one without. */
static const double palest = 0.08;

double shades_of(double count, double most)
{
    return count > 0 ? palest + (1 - palest) * (count / most) : 0;
}
