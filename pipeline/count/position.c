#include "count/position.h"

#include <math.h>

struct position {
    double value;
    guint code;
};

static gint position_compare(gconstpointer left, gconstpointer right)
{
    double a = ((const struct position *)left)->value;
    double b = ((const struct position *)right)->value;

    return (a > b) - (a < b);
}

GArray *position_plan(const struct codebook *book)
{
    GArray *plan = g_array_new(FALSE, FALSE, sizeof(struct position));

    for (guint i = 0; i < book->codes->len; i++) {
        struct position position = {((const struct code *)book->codes->pdata[i])->position, i};

        if (!isnan(position.value))
            g_array_append_val(plan, position);
    }
    g_array_sort(plan, position_compare);
    return plan;
}

bool position_is_shared(const GArray *plan)
{
    for (guint i = 1; i < plan->len; i++)
        if (g_array_index(plan, struct position, i - 1).value ==
            g_array_index(plan, struct position, i).value)
            return true;
    return false;
}

guint position_codes(const GArray *plan, guint from, GArray *codes, double *value)
{
    *value = g_array_index(plan, struct position, from).value;
    for (; from < plan->len && g_array_index(plan, struct position, from).value == *value; from++)
        g_array_append_val(codes, g_array_index(plan, struct position, from).code);
    return from;
}

int64_t position_segments(const int64_t *sum, const GArray *plan)
{
    int64_t total = 0;

    for (guint i = 0; i < plan->len; i++)
        total += sum[g_array_index(plan, struct position, i).code];
    return total;
}

double position_of(const int64_t *sum, const void *plan)
{
    const GArray *positions = plan;
    int64_t total = position_segments(sum, positions);
    int64_t below = 0;

    for (guint i = 0; i < positions->len && total > 0; i++) {
        below += sum[g_array_index(positions, struct position, i).code];
        if (2 * below >= total)
            return g_array_index(positions, struct position, i).value;
    }
    return NAN;
}

bool position_holds(const int64_t *counts, const void *plan)
{
    return position_segments(counts, plan) > 0;
}
