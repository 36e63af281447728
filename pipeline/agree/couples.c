#include "agree/couples.h"

char *couples_name(const struct system *system, guint first, guint second)
{
    return g_strdup_printf("%s + %s", system_coder(system, first), system_coder(system, second));
}

/* Units that two coders have a row for; of one coder with every other where second is NULL. */
static int64_t couples_units(const struct system *system, guint first, const guint *second)
{
    int64_t units = 0;

    for (guint unit = 0; unit < system->units->len; unit++) {
        bool common = false;

        if (system_seen(system, unit, first) == SYSTEM_MISSING)
            continue;
        for (guint i = 0; i < system->coders->len; i++)
            common = common || (i != first && (second == NULL || i == *second) &&
                                system_seen(system, unit, i) != SYSTEM_MISSING);
        units += common;
    }
    return units;
}

void couples_write_coders(const struct rows *rows, const struct system *system)
{
    for (guint i = 0; i < system->coders->len; i++) {
        struct rows_place place = {"coder", system_coder(system, i), ""};
        int64_t units = system->by_coder[i];

        rows_count(rows, &place, "units", units, system->all_units);
        rows_count(rows, &place, "double_units", couples_units(system, i, NULL), units);
    }
}

static void couples_write_pair(const struct rows *rows, const struct figures *figures)
{
    guint second = (guint)figures->coders[1];
    int64_t units = couples_units(figures->system, (guint)figures->coders[0], &second);

    if (units == 0)
        return;
    rows_count(rows, &figures->place, "double_units", units, figures->system->double_units);
    figures_write(rows, figures);
}

void couples_write(const struct rows *rows, const struct system *system, const struct own *own)
{
    for (guint i = 0; i < system->coders->len; i++)
        for (guint j = i + 1; j < system->coders->len; j++) {
            char *name = couples_name(system, i, j);
            struct figures figures = {
                .system = system,
                .own = own,
                .place = {"coder", name, ""},
                .coders = {(int)i, (int)j},
                .list = FIGURES_SHORT,
            };

            couples_write_pair(rows, &figures);
            g_free(name);
        }
}

void couples_write_halves(const struct rows *rows, const struct system *system,
                          const struct own *own)
{
    static const char *const groups[] = {"1", "2"};

    for (uint32_t half = 1; half <= 2; half++) {
        struct figures figures = {
            .system = system,
            .own = own,
            .place = {"half", groups[half - 1], ""},
            .half = half,
            .coders = {-1, -1},
            .list = FIGURES_SHORT,
        };
        int64_t units = 0;

        for (guint i = 0; i < system->units->len; i++)
            units += system->half[i] == half;
        rows_count(rows, &figures.place, "double_units", units, system->double_units);
        figures_write(rows, &figures);
    }
}
