#include "agree/halves.h"

#include <math.h>

/* A double-coded unit on its way to its place. */
struct halves_unit {
    guint unit;
    uint32_t conversation;
    double start;
};

static gint halves_compare(gconstpointer left, gconstpointer right)
{
    const struct halves_unit *a = left;
    const struct halves_unit *b = right;

    if (a->conversation != b->conversation)
        return a->conversation < b->conversation ? -1 : 1;
    if (a->start < b->start || a->start > b->start)
        return a->start < b->start ? -1 : 1;
    return a->unit < b->unit ? -1 : 1;
}

static guint halves_coders(const struct system *system, guint unit)
{
    guint looked = 0;

    for (guint i = 0; i < system->coders->len; i++)
        looked += system_seen(system, unit, i) != SYSTEM_MISSING;
    return looked;
}

/* The double-coded units; those of a conversation with a unit without start all have start 0. */
static GArray *halves_gather(const struct system *system)
{
    GArray *units = g_array_new(FALSE, FALSE, sizeof(struct halves_unit));
    bool *unplaced = g_new0(bool, system->conversations + 1);

    for (guint i = 0; i < system->units->len; i++) {
        struct halves_unit unit = {
            .unit = i,
            .conversation = system->cluster[i],
            .start = codings_unit(system->codings, g_array_index(system->units, guint, i))->start,
        };

        if (halves_coders(system, i) < 2)
            continue;
        unplaced[unit.conversation] = unplaced[unit.conversation] || isnan(unit.start);
        g_array_append_val(units, unit);
    }
    for (guint i = 0; i < units->len; i++) {
        struct halves_unit *unit = &g_array_index(units, struct halves_unit, i);

        if (unplaced[unit->conversation])
            unit->start = 0;
    }
    g_free(unplaced);
    return units;
}

uint32_t *halves_of(const struct system *system)
{
    uint32_t *half = g_new0(uint32_t, system->units->len + 1);
    GArray *units = halves_gather(system);

    g_array_sort(units, halves_compare);
    for (guint from = 0; from < units->len;) {
        uint32_t conversation = g_array_index(units, struct halves_unit, from).conversation;
        guint to = from;

        while (to < units->len &&
               g_array_index(units, struct halves_unit, to).conversation == conversation)
            to++;
        for (guint i = from; i < to; i++)
            half[g_array_index(units, struct halves_unit, i).unit] =
                2 * (i - from) < to - from ? 1 : 2;
        from = to;
    }
    g_array_free(units, TRUE);
    return half;
}
