#include "table/tics.h"

#include <math.h>

enum { TICS_A_SIDE = 6 };

/* The smallest round step with which `reach` holds at most TICS_A_SIDE of them. */
static double tics_step(double reach, enum tics_kind kind)
{
    static const double shares[] = {0.01, 0.02, 0.05, 0.1, 0.25};
    static const double rounds[] = {1, 2, 5};

    if (kind != TICS_COUNT) {
        for (size_t i = 0; i < G_N_ELEMENTS(shares); i++)
            if (reach <= TICS_A_SIDE * shares[i])
                return shares[i];
        return shares[G_N_ELEMENTS(shares) - 1];
    }
    for (int power = 0; power < 12; power++)
        for (size_t i = 0; i < G_N_ELEMENTS(rounds); i++)
            if (reach <= TICS_A_SIDE * pow(10, power) * rounds[i])
                return pow(10, power) * rounds[i];
    return 1e12;
}

static char *tics_label(double value, double step, enum tics_kind kind, enum show_language language)
{
    switch (kind) {
    case TICS_COUNT:
        return show_count((int64_t)llround(value), language);
    case TICS_SHARE: {
        char *number = show_decimal(100 * value, 0, language);
        char *label = g_strconcat(number, "\u00a0%", NULL);

        g_free(number);
        return label;
    }
    case TICS_PART:
        break;
    }
    return value == 0 || value == 1
               ? show_decimal(value, 0, language)
               : show_decimal(value, step < 0.1 || step == 0.25 ? 2 : 1, language);
}

struct tics tics_make(double low, double high, enum tics_kind kind, enum show_language language)
{
    struct tics tics = {g_array_new(FALSE, FALSE, sizeof(double)),
                        g_ptr_array_new_with_free_func(g_free)};
    double step = tics_step(fmax(-low, high), kind);

    for (long i = lround(floor(low / step + 1e-9)); i <= lround(ceil(high / step - 1e-9)); i++) {
        double place = (double)i * step;

        g_array_append_val(tics.places, place);
        g_ptr_array_add(tics.labels, tics_label(fabs(place), step, kind, language));
    }
    return tics;
}

void tics_clear(struct tics *tics)
{
    g_array_free(tics->places, TRUE);
    g_ptr_array_free(tics->labels, TRUE);
}
