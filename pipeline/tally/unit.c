#include "tally/unit.h"

#include "codebook/kinds.h"

enum { BITS = 64 };

/* The key of the unit in a group of its source. */
static uint64_t unit_key(const struct unit *unit, const struct tally_group *group)
{
    const struct tally_group *first = (const void *)unit->source->groups->data;

    return marks_key(unit->name, unit->length, (uint64_t)(group - first));
}

/* Whether the unit is new in a cell of its group; it is not, from now on. A group with more cells
 * than a mask has bits uses one key for each 64 of them. */
static bool unit_is_new(struct unit *unit, guint cell)
{
    uint64_t bit = (uint64_t)1 << cell % BITS;
    bool fresh;

    if (unit->key == 0)
        unit->key = unit_key(unit, unit->group);
    if (unit->mask == NULL || unit->block != cell / BITS)
        unit->mask = marks_at(&unit->source->units, unit->key + cell / BITS);
    unit->block = cell / BITS;
    fresh = (*unit->mask & bit) == 0;
    *unit->mask |= bit;
    return fresh;
}

static bool unit_has_coder(const struct unit *unit, const struct tally_group *group)
{
    return *names_text(unit->tallies->coders, group->coder) != '\0';
}

/* Whether the unit was met in another group of the source. */
static bool unit_is_in(const struct unit *unit, struct tally_group *group)
{
    guint cell = tallies_cell(unit->tallies, group, KIND_ALL);
    uint64_t mask = marks_find(&unit->source->units, unit_key(unit, group) + cell / BITS);

    return (mask >> cell % BITS & 1) != 0;
}

/* The unit is new in its group: what it shares with groups of the same role and context, one of
 * both without a coder, is remembered with the coder's. */
static void unit_overlap(const struct unit *unit)
{
    bool coder = unit_has_coder(unit, unit->group);

    for (guint i = 0; i < unit->source->groups->len; i++) {
        struct tally_group *other = &g_array_index(unit->source->groups, struct tally_group, i);
        struct tally_amount *overlap = coder ? &unit->group->overlap : &other->overlap;

        if (other->role != unit->group->role || other->context != unit->group->context ||
            unit_has_coder(unit, other) == coder || !unit_is_in(unit, other))
            continue;
        overlap->turns += unit->amount.turns;
        overlap->words += unit->amount.words;
        overlap->microseconds += unit->amount.microseconds;
    }
}

void unit_count(struct unit *unit, guint cell, bool all, int64_t segments)
{
    struct tally_amount amount = {.segments = segments};

    if (unit_is_new(unit, cell)) {
        if (!unit->known)
            unit->amount = unit->worth();
        unit->known = true;
        amount = unit->amount;
        amount.segments = segments;
        if (all && unit->source->groups->len > 1)
            unit_overlap(unit);
    }
    tallies_add(unit->group, cell, &amount);
}
