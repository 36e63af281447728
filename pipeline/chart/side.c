#include "chart/side.h"

/* Nearer to 0 than this the colours fade into the page. */
static const double lightest = 0.2, alone = 0.6;

static size_t count(const enum side *sides, size_t n, enum side which)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        found += sides[i] == which;
    }
    return found;
}

/* How dark code number k of n is, counted from the middle of the axis: 0, 1, … n - 1. A few codes
 * need not use the palest shades to be told apart. */
static double darkness(size_t k, size_t n)
{
    if (n == 1) {
        return alone;
    }
    double palest = lightest + 0.1 * (n < 5 ? (double)(5 - n) : 0);
    return 1 - (1 - palest) * (double)(n - 1 - k) / (double)(n - 1);
}

void side_shades(const enum side *sides, size_t n, double *shades)
{
    size_t n_first = count(sides, n, SIDE_FIRST), n_last = count(sides, n, SIDE_LAST);
    size_t first = 0, last = 0;
    for (size_t i = 0; i < n; i++) {
        shades[i] = 0;
        if (sides[i] == SIDE_FIRST) {
            shades[i] = -darkness(n_first - 1 - first++, n_first);
        } else if (sides[i] == SIDE_LAST) {
            shades[i] = darkness(last++, n_last);
        }
    }
}
