#include "count/ratio.h"

#include <math.h>

int64_t ratio_sum(const int64_t *counts, const GArray *columns)
{
    int64_t sum = 0;

    for (guint i = 0; i < columns->len; i++)
        sum += counts[g_array_index(columns, guint, i)];
    return sum;
}

double ratio_of(const int64_t *sum, const void *plan)
{
    const struct ratio *ratio = plan;
    int64_t below = ratio_sum(sum, ratio->below);

    if (below == 0)
        return NAN;
    return ratio->times * (double)ratio_sum(sum, ratio->above) / (double)below;
}

bool ratio_holds(const int64_t *counts, const void *plan)
{
    return ratio_sum(counts, ((const struct ratio *)plan)->below) > 0;
}
