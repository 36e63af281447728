#include "stat/lattice.h"

#include <math.h>

static const double finest = 0x1p24;
static const double widest = 0x1p52; /* a place is then still a whole number of a double */
static const int64_t denominators = 4096;

/* What the values of two lists have together. */
struct extent {
    double low;
    double high;
    bool fine; /* there are any, all finite */
};

static void extent_add(struct extent *extent, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        extent->fine = extent->fine && isfinite(values[i]);
        extent->low = fmin(extent->low, values[i]);
        extent->high = fmax(extent->high, values[i]);
    }
}

/* Whether steps times a value is a whole number as closely as a double can say. */
static bool steps_suit(double value, double steps)
{
    double place = value * steps;
    return fabs(place - round(place)) <= fabs(place) * 0x1p-50;
}

/* The fewest steps, a multiple of what suited before, that suit a list; 0 if more than most. */
static int64_t steps_find(const double *values, size_t n, int64_t steps, double most)
{
    for (size_t i = 0; i < n && steps > 0; i++) {
        int64_t times = 1;
        while (times <= denominators && !steps_suit(values[i], (double)(steps * times)))
            times++;
        steps = times > denominators || (double)(steps * times) > most ? 0 : steps * times;
    }
    return steps;
}

struct lattice lattice_find_both(const double *x, const double *y, size_t n)
{
    struct extent extent = {.low = HUGE_VAL, .high = -HUGE_VAL, .fine = n > 0};
    extent_add(&extent, x, n);
    extent_add(&extent, y, n);
    if (!extent.fine)
        return (struct lattice){0};
    double range = extent.high - extent.low;
    double largest = fmax(fabs(extent.low), fabs(extent.high));
    double most = fmin(finest, sqrt(0x1p62 / (double)n) / (range > 0 ? range + 1 : 1));
    most = fmin(most, widest / fmax(1, largest));
    if (!(most >= 1))
        return (struct lattice){0};
    struct lattice lattice = {.steps = steps_find(y, n, steps_find(x, n, 1, most), most)};
    lattice.exact = lattice.steps > 0;
    if (!lattice.exact)
        lattice.steps = (int64_t)exp2(floor(log2(most)));
    lattice.origin = llround(extent.low * (double)lattice.steps);
    return lattice;
}

struct lattice lattice_find(const double *values, size_t n)
{
    return lattice_find_both(values, values, n);
}

int64_t lattice_place(const struct lattice *lattice, double value)
{
    return llround(value * (double)lattice->steps) - lattice->origin;
}
