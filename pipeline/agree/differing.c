#include "agree/differing.h"

#include "agree/pieces.h"

/* The categories that a coder gave to a unit (its place in the system), each once. */
static GArray *differing_given(const struct system *system, guint unit, guint coder)
{
    GArray *given = g_array_new(FALSE, FALSE, sizeof(int));
    guint of = g_array_index(system->units, guint, unit);
    int name = g_array_index(system->coders, int, coder);

    for (guint i = codings_first(system->codings, of); i < codings_first(system->codings, of + 1);
         i++) {
        const struct coding *row = codings_row(system->codings, i);
        int category = row->code < 0 ? -1 : system_category(system, row->code);
        bool there = row->coder != name || category < 0;

        for (guint j = 0; j < given->len; j++)
            there = there || g_array_index(given, int, j) == category;
        if (!there)
            g_array_append_val(given, category);
    }
    return given;
}

/* Those of `from` that `other` does not hold. */
static GArray *differing_without(const GArray *from, const GArray *other)
{
    GArray *rest = g_array_new(FALSE, FALSE, sizeof(int));

    for (guint i = 0; i < from->len; i++) {
        int category = g_array_index(from, int, i);
        bool shared = false;

        for (guint j = 0; j < other->len; j++)
            shared = shared || g_array_index(other, int, j) == category;
        if (!shared)
            g_array_append_val(rest, category);
    }
    return rest;
}

/* Puts what only one gave beside what only the other gave, one by one. */
static void differing_pair(const struct system *system, GArray *all, guint unit, guint i, guint j)
{
    GArray *left = differing_given(system, unit, i);
    GArray *right = differing_given(system, unit, j);
    GArray *first = differing_without(left, right);
    GArray *second = differing_without(right, left);
    int none = (int)system->codes->len;

    for (guint k = 0; k < MAX(first->len, second->len); k++) {
        struct difference difference = {
            .unit = g_array_index(system->units, guint, unit),
            .first = k < first->len ? g_array_index(first, int, k) : none,
            .second = k < second->len ? g_array_index(second, int, k) : none,
            .coder = i,
            .other = j,
        };

        g_array_append_val(all, difference);
    }
    g_array_free(left, TRUE);
    g_array_free(right, TRUE);
    g_array_free(first, TRUE);
    g_array_free(second, TRUE);
}

GArray *differing_units(const struct system *system)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct difference));

    for (guint unit = 0; unit < system->units->len; unit++)
        for (guint i = 0; i < system->coders->len; i++)
            for (guint j = i + 1; j < system->coders->len; j++) {
                int32_t first = system_seen(system, unit, i);
                int32_t second = system_seen(system, unit, j);

                if (first != SYSTEM_MISSING && second != SYSTEM_MISSING &&
                    (first != second || first == SYSTEM_SEVERAL))
                    differing_pair(system, all, unit, i, j);
            }
    return all;
}

static const struct unitize_piece *differing_piece(const struct pieces *pieces, guint i)
{
    return &g_array_index(pieces->list, struct unitize_piece, i);
}

/* What a coder made of the place of a piece: the category of the first overlapping piece with
 * another code, none where there is no piece, -1 where one has the same code. */
static int differing_beside(const struct pieces *pieces, const struct unitize_piece *piece,
                            guint coder)
{
    int beside = (int)pieces->system->codes->len;
    bool met = false;

    for (guint i = 0; i < pieces->list->len; i++) {
        const struct unitize_piece *other = differing_piece(pieces, i);

        if (other->coder != coder || other->continuum != piece->continuum ||
            other->start >= piece->end || piece->start >= other->end)
            continue;
        if (other->category == piece->category)
            return -1;
        if (!met)
            beside = (int)other->category;
        met = true;
    }
    return beside;
}

GArray *differing_passages(const struct system *system)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct difference));
    struct pieces *pieces = pieces_new(system);

    if (pieces->placeless) {
        pieces_free(pieces);
        g_array_free(all, TRUE);
        return differing_units(system);
    }
    for (guint i = 0; i < pieces->list->len; i++)
        for (guint j = 0; j < system->coders->len; j++) {
            const struct unitize_piece *piece = differing_piece(pieces, i);
            struct difference difference = {
                .unit = g_array_index(pieces->units, guint, i),
                .first = (int)piece->category,
                .coder = (guint)piece->coder,
                .other = j,
            };

            if (j == piece->coder || !pieces->coded[piece->continuum * system->coders->len + j])
                continue;
            difference.second = differing_beside(pieces, piece, j);
            if (difference.second >= 0)
                g_array_append_val(all, difference);
        }
    pieces_free(pieces);
    return all;
}
