#include "stat/fleiss.h"

#include "stat/chance.h"
#include "stat/scratch.h"

#include <math.h>

/* Whether the formulas hold: every unit has the same number m ≥ 2 of ratings. n is N. */
static struct stat_value units_alike(const struct rating_pairs *pairs)
{
    size_t n = rating_pairs_units(pairs, pairs->total);
    if (n == 0)
        return stat_missing(0, STAT_TOO_FEW);
    if (pairs->singles > pairs->met ||
        pairs->cells[0].ratings != pairs->cells[pairs->met - 1].ratings)
        return stat_missing(n, STAT_NOT_DEFINED);
    if (!chance_varies(pairs, pairs->total))
        return stat_missing(n, STAT_NO_VARIATION);
    return stat_fine(pairs->cells[0].ratings, n);
}

struct stat_value fleiss_null_error(const struct rating_pairs *pairs)
{
    struct stat_value alike = units_alike(pairs);
    if (alike.reason != STAT_FINE)
        return alike;
    struct scratch scratch;
    double *shares = scratch_start(&scratch, pairs->categories);
    chance_shares(pairs, pairs->total, shares);
    double spread = 0;
    double skew = 0;
    for (size_t k = 0; k < pairs->categories; k++) {
        double both = shares[k] * (1 - shares[k]);
        spread += both;
        skew += both * (1 - 2 * shares[k]);
    }
    scratch_end(&scratch);
    double m = alike.value;
    double scale = spread * sqrt((double)alike.n * m * (m - 1));
    return stat_fine(M_SQRT2 / scale * sqrt(fmax(0, spread * spread - skew)), alike.n);
}

struct stat_value fleiss_null_error_category(const struct rating_pairs *pairs)
{
    struct stat_value alike = units_alike(pairs);
    if (alike.reason != STAT_FINE)
        return alike;
    double m = alike.value;
    return stat_fine(sqrt(2 / ((double)alike.n * m * (m - 1))), alike.n);
}
