#include "agree/system.h"

#include "agree/halves.h"
#include "table/number.h"

#include <string.h>

/* What is known while a system is made: everything by unit of the codings. */
struct system_making {
    struct system *system;
    int *categories; /* by code: category, -1 */
    int *places;     /* by coder: place in system->coders, -1 */
    int32_t *seen;   /* by unit and place */
    bool *doubled;   /* by source: some unit was coded by two */
    bool *present;   /* by source: some unit counts */
};

static bool system_owns(const struct system *system, int code)
{
    return code >= 0 && codings_code(system->codings, code)->codebook == system->book;
}

static gint system_compare_coders(gconstpointer left, gconstpointer right, gpointer coders)
{
    return strcmp(names_text(coders, *(const int *)left), names_text(coders, *(const int *)right));
}

/* The coders who take part. */
static void system_find_coders(struct system_making *making)
{
    struct system *system = making->system;
    const struct codings *codings = system->codings;
    guint n = (guint)names_count(codings->coders);
    bool *own = g_new0(bool, n + 1);
    bool *others = g_new0(bool, n + 1);
    bool *rows = g_new0(bool, n + 1);

    for (guint i = 0; i < codings->rows->len; i++) {
        const struct coding *row = codings_row(codings, i);

        rows[row->coder] = true;
        own[row->coder] = own[row->coder] || system_owns(system, row->code);
        others[row->coder] =
            others[row->coder] || (row->code >= 0 && !system_owns(system, row->code));
    }
    for (int i = 0; i < (int)n; i++) {
        making->places[i] = -1;
        system->met = system->met || own[i];
        if (rows[i] && (own[i] || !others[i]))
            g_array_append_val(system->coders, i);
    }
    g_array_sort_with_data(system->coders, system_compare_coders, codings->coders);
    for (guint i = 0; i < system->coders->len; i++)
        making->places[g_array_index(system->coders, int, i)] = (int)i;
    g_free(own);
    g_free(others);
    g_free(rows);
}

/* The categories: leaves of the codebook and codes in use, in the order of the codebook. */
static void system_find_codes(struct system_making *making, enum system_categories categories)
{
    struct system *system = making->system;
    const struct codings *codings = system->codings;
    bool *used = g_new0(bool, codings->codes->len + 1);

    for (guint i = 0; i < codings->rows->len; i++) {
        const struct coding *row = codings_row(codings, i);

        if (system_owns(system, row->code) && making->places[row->coder] >= 0)
            used[row->code] = true;
    }
    for (int i = 0; i < (int)codings->codes->len; i++) {
        making->categories[i] = -1;
        if (!system_owns(system, i))
            continue;
        if (!used[i] &&
            (categories == SYSTEM_OBSERVED || code_has_children(codings_code(codings, i))))
            continue;
        making->categories[i] = (int)system->codes->len;
        g_array_append_val(system->codes, i);
    }
    g_free(used);
}

/* Fills seen with what every coder gave to every unit. */
static void system_look(struct system_making *making)
{
    const struct codings *codings = making->system->codings;
    guint coders = making->system->coders->len;
    int32_t none = (int32_t)making->system->codes->len;

    for (size_t i = 0; i < (size_t)codings->units->len * coders; i++)
        making->seen[i] = SYSTEM_MISSING;
    for (guint i = 0; i < codings->rows->len; i++) {
        const struct coding *row = codings_row(codings, i);
        int place = making->places[row->coder];
        int32_t given = row->code >= 0 ? making->categories[row->code] : none;
        int32_t *cell;

        if (place < 0)
            continue;
        cell = &making->seen[(size_t)row->unit * coders + (guint)place];
        given = given < 0 ? none : given;
        if (*cell == SYSTEM_MISSING || *cell == none)
            *cell = given;
        else if (given != none && *cell != given)
            *cell = SYSTEM_SEVERAL;
    }
}

/* Whether some code of the system is about this role. */
static bool system_is_about(const struct system *system, const char *role)
{
    if (*role == '\0')
        return true;
    for (guint i = 0; i < system->book->codes->len; i++) {
        const char *of = ((const struct code *)system->book->codes->pdata[i])->role;

        if (*of == '\0' || strcmp(of, role) == 0)
            return true;
    }
    return false;
}

/* How many coders have a row for a unit, none when it does not count. */
static guint system_count_unit(struct system_making *making, guint unit, const bool *roles)
{
    struct system *system = making->system;
    guint coders = system->coders->len;
    const int32_t *seen = &making->seen[(size_t)unit * coders];
    int32_t none = (int32_t)system->codes->len;
    guint looked = 0;
    bool coded = false;

    for (guint i = 0; i < coders; i++) {
        looked += seen[i] != SYSTEM_MISSING;
        coded = coded || (seen[i] != SYSTEM_MISSING && seen[i] != none);
    }
    if (looked > 0 && !coded && !roles[codings_unit(system->codings, unit)->role]) {
        system->other_role++;
        return 0;
    }
    for (guint i = 0; i < coders; i++) {
        system->by_coder[i] += looked > 0 && seen[i] != SYSTEM_MISSING;
        system->none = system->none || (looked > 0 && seen[i] == none);
    }
    return looked;
}

/* Counts all units; `counts` says of each by how many it was coded. */
static void system_count(struct system_making *making, guint *counts)
{
    struct system *system = making->system;
    const struct codings *codings = system->codings;
    bool *roles = g_new0(bool, (gsize)names_count(codings->roles) + 1);

    for (int i = 0; i < names_count(codings->roles); i++)
        roles[i] = system_is_about(system, names_text(codings->roles, i));
    system->by_coder = g_new0(int64_t, system->coders->len + 1);
    for (guint i = 0; i < codings->units->len; i++) {
        int source = codings_unit(codings, i)->source;

        counts[i] = system_count_unit(making, i, roles);
        if (counts[i] == 0)
            continue;
        system->all_units++;
        system->double_units += counts[i] > 1;
        system->sources += !making->present[source];
        making->present[source] = true;
        making->doubled[source] = making->doubled[source] || counts[i] > 1;
    }
    g_free(roles);
}

/* Keeps the units of conversations in which some unit was coded by two: the others say nothing of
 * agreement. */
static void system_keep(struct system_making *making, const guint *counts)
{
    struct system *system = making->system;
    const struct codings *codings = system->codings;
    guint coders = system->coders->len;
    int *clusters = g_new(int, (gsize)names_count(codings->sources) + 1);

    for (int i = 0; i < names_count(codings->sources); i++)
        clusters[i] = making->doubled[i] ? (int)system->conversations++ : -1;
    system->seen = g_new(int32_t, (size_t)codings->units->len * coders + 1);
    system->cluster = g_new(uint32_t, (size_t)codings->units->len + 1);
    for (guint i = 0; i < codings->units->len; i++) {
        int cluster = clusters[codings_unit(codings, i)->source];

        if (counts[i] == 0 || cluster < 0)
            continue;
        memcpy(&system->seen[(size_t)system->units->len * coders],
               &making->seen[(size_t)i * coders], coders * sizeof *system->seen);
        system->cluster[system->units->len] = (uint32_t)cluster;
        g_array_append_val(system->units, i);
    }
    system->half = halves_of(system);
    g_free(clusters);
}

struct system *system_new(const struct codings *codings, const struct codebook *book,
                          enum system_categories categories)
{
    struct system *system = g_new0(struct system, 1);
    gsize units = codings->units->len;
    gsize sources = (gsize)names_count(codings->sources);
    struct system_making making = {
        .system = system,
        .categories = g_new(int, codings->codes->len + 1),
        .places = g_new(int, (gsize)names_count(codings->coders) + 1),
        .doubled = g_new0(bool, sources + 1),
        .present = g_new0(bool, sources + 1),
    };
    guint *counts = g_new0(guint, units + 1);

    system->codings = codings;
    system->book = book;
    system->codes = g_array_new(FALSE, FALSE, sizeof(int));
    system->coders = g_array_new(FALSE, FALSE, sizeof(int));
    system->units = g_array_new(FALSE, FALSE, sizeof(guint));
    system_find_coders(&making);
    system_find_codes(&making, categories);
    making.seen = g_new(int32_t, units * system->coders->len + 1);
    system_look(&making);
    system_count(&making, counts);
    system_keep(&making, counts);
    g_free(counts);
    g_free(making.categories);
    g_free(making.places);
    g_free(making.seen);
    g_free(making.doubled);
    g_free(making.present);
    return system;
}

void system_free(struct system *system)
{
    g_array_free(system->codes, TRUE);
    g_array_free(system->coders, TRUE);
    g_array_free(system->units, TRUE);
    g_free(system->seen);
    g_free(system->cluster);
    g_free(system->half);
    g_free(system->by_coder);
    g_free(system);
}
