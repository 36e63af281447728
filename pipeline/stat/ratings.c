#include "stat/ratings.h"

#include "stat/stat.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

int32_t ratings_at(const struct ratings *ratings, size_t unit, size_t coder)
{
    int32_t code = ratings->codes[unit * ratings->coders + coder];
    return code >= 0 && (size_t)code < ratings->categories ? code : RATINGS_MISSING;
}

size_t ratings_of_unit(const struct ratings *ratings, size_t unit)
{
    size_t n = 0;
    for (size_t coder = 0; coder < ratings->coders; coder++)
        n += ratings_at(ratings, unit, coder) != RATINGS_MISSING;
    return n;
}

size_t ratings_used(const struct ratings *ratings, size_t coder)
{
    bool *used = (bool *)stat_cells(ratings->categories, sizeof *used);
    size_t n = 0;
    for (size_t unit = 0; unit < ratings->units; unit++) {
        int32_t code = ratings_at(ratings, unit, coder);
        if (code == RATINGS_MISSING || used[code])
            continue;
        used[code] = true;
        n++;
    }
    free(used);
    return n;
}

size_t ratings_pairable(const struct ratings *ratings)
{
    size_t n = 0;
    for (size_t unit = 0; unit < ratings->units; unit++)
        n += ratings_of_unit(ratings, unit) >= 2;
    return n;
}

/* Puts value among the n different values that stand upwards; true if it was not there. */
static bool value_insert(double *values, size_t n, double value)
{
    size_t at = n;
    while (at > 0 && values[at - 1] >= value)
        at--;
    if (at < n && values[at] == value)
        return false;
    for (size_t i = n; i > at; i--)
        values[i] = values[i - 1];
    values[at] = value;
    return true;
}

size_t ratings_ranks(const double *positions, size_t n, int32_t *ranks, double *values)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        if (isfinite(positions[i]))
            count += value_insert(values, count, positions[i]);
    for (size_t i = 0; i < n; i++) {
        ranks[i] = RATINGS_MISSING;
        for (size_t k = 0; k < count; k++)
            if (values[k] == positions[i])
                ranks[i] = (int32_t)k;
    }
    return count;
}
