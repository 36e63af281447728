#include "agree/named.h"

/* Who gave a passage which code. */
struct named {
    const struct system *system;
    guint coders;
    bool *given;  /* category * coders + coder */
    bool *namers; /* by coder */
};

/* The place of a coder in the system, or -1. */
static int named_coder(const struct system *system, int coder)
{
    for (guint i = 0; i < system->coders->len; i++)
        if (g_array_index(system->coders, int, i) == coder)
            return (int)i;
    return -1;
}

static int64_t named_count(const bool *coders, guint n)
{
    int64_t count = 0;

    for (guint i = 0; i < n; i++)
        count += coders[i];
    return count;
}

/* Gathers the codes of a unit (of the codings); how many coders named it. */
static int64_t named_gather(struct named *named, guint unit)
{
    const struct codings *codings = named->system->codings;

    for (gsize i = 0; i < (gsize)named->system->codes->len * named->coders; i++)
        named->given[i] = false;
    for (guint i = 0; i < named->coders; i++)
        named->namers[i] = false;
    for (guint i = codings_first(codings, unit); i < codings_first(codings, unit + 1); i++) {
        const struct coding *row = codings_row(codings, i);
        int coder = named_coder(named->system, row->coder);
        int category = row->code == CODINGS_NONE ? -1 : system_category(named->system, row->code);

        if (coder < 0 || category < 0)
            continue;
        named->given[(guint)category * named->coders + (guint)coder] = true;
        named->namers[coder] = true;
    }
    return named_count(named->namers, named->coders);
}

static void named_write_unit(const struct rows *rows, const struct named *named, guint unit,
                             int64_t coders)
{
    const struct codings *codings = named->system->codings;
    const struct coding_unit *of = codings_unit(codings, unit);
    char *group = g_strdup_printf("%s + %s", names_text(codings->sources, of->source), of->name);

    for (guint i = 0; i < named->system->codes->len; i++) {
        struct rows_place place = {"source+unit", group, system_code(named->system, (int)i)};
        int64_t count = named_count(&named->given[i * named->coders], named->coders);

        if (count > 0)
            rows_count(rows, &place, "named", count, coders);
    }
    g_free(group);
}

/* By source: how many coders named anything in it; to be freed. */
static int64_t *named_sources(struct named *named)
{
    const struct codings *codings = named->system->codings;
    gsize sources = (gsize)names_count(codings->sources);
    bool *met = g_new0(bool, sources * named->coders + 1);
    int64_t *counts = g_new0(int64_t, sources + 1);

    for (guint i = 0; i < codings->units->len; i++) {
        gsize from = (gsize)codings_unit(codings, i)->source * named->coders;

        named_gather(named, i);
        for (guint j = 0; j < named->coders; j++)
            met[from + j] = met[from + j] || named->namers[j];
    }
    for (gsize i = 0; i < sources; i++)
        counts[i] = named_count(&met[i * named->coders], named->coders);
    g_free(met);
    return counts;
}

void named_write(const struct rows *rows, const struct system *system)
{
    struct named named = {.system = system, .coders = system->coders->len};
    int64_t *coders;

    named.given = g_new0(bool, (gsize)system->codes->len *named.coders + 1);
    named.namers = g_new0(bool, named.coders + 1);
    coders = named_sources(&named);
    for (guint i = 0; i < system->codings->units->len; i++)
        if (named_gather(&named, i) > 1)
            named_write_unit(rows, &named, i, coders[codings_unit(system->codings, i)->source]);
    g_free(coders);
    g_free(named.given);
    g_free(named.namers);
}
