#include "agree/pieces.h"

#include <math.h>
#include <string.h>

static int64_t pieces_place(const struct pieces *pieces, double place)
{
    return fabs(place) < 1e12 ? llround(place * pieces->scale) : INT64_MAX / 4;
}

static int pieces_coder(const struct system *system, int coder)
{
    for (guint i = 0; i < system->coders->len; i++)
        if (g_array_index(system->coders, int, i) == coder)
            return (int)i;
    return -1;
}

/* Whether the same piece is there already: a row that stands twice. */
static bool pieces_has(const struct pieces *pieces, const struct unitize_piece *piece, guint unit)
{
    for (guint i = pieces->list->len; i > 0; i--) {
        if (g_array_index(pieces->units, guint, i - 1) != unit)
            return false;
        if (memcmp(&g_array_index(pieces->list, struct unitize_piece, i - 1), piece,
                   sizeof *piece) == 0)
            return true;
    }
    return false;
}

static void pieces_add(struct pieces *pieces, const struct coding *row)
{
    const struct system *system = pieces->system;
    int source = codings_unit(system->codings, row->unit)->source;
    int coder = pieces_coder(system, row->coder);
    int category = row->code < 0 ? -1 : system_category(system, row->code);
    struct unitize_piece piece;

    if (coder < 0)
        return;
    pieces->coded[(guint)source * system->coders->len + (guint)coder] = true;
    if (category < 0)
        return;
    if (isnan(row->start) || isnan(row->end)) {
        pieces->placeless = true;
        return;
    }
    memset(&piece, 0, sizeof piece);
    piece.continuum = (size_t)source;
    piece.coder = (size_t)coder;
    piece.category = (size_t)category;
    piece.start = pieces_place(pieces, row->start);
    piece.end = pieces_place(pieces, row->end);
    if (pieces_has(pieces, &piece, row->unit))
        return;
    g_array_append_val(pieces->list, piece);
    g_array_append_val(pieces->units, row->unit);
}

/* How long every conversation is. */
static void pieces_measure(struct pieces *pieces)
{
    const struct codings *codings = pieces->system->codings;

    pieces->said = pieces->unsaid = true;
    for (guint i = 0; i < pieces->list->len; i++) {
        const struct unitize_piece *piece = &g_array_index(pieces->list, struct unitize_piece, i);

        pieces->lengths[piece->continuum] = MAX(pieces->lengths[piece->continuum], piece->end);
    }
    for (guint i = 0; i < codings->lengths->len; i++) {
        double length = g_array_index(codings->lengths, double, i);

        if (isnan(length)) {
            pieces->said = false;
            continue;
        }
        pieces->unsaid = false;
        pieces->lengths[i] = pieces_place(pieces, length);
    }
}

struct pieces *pieces_new(const struct system *system)
{
    struct pieces *pieces = g_new0(struct pieces, 1);
    const char *extent = system->codings->extent;
    gsize sources = (gsize)names_count(system->codings->sources);

    pieces->system = system;
    pieces->list = g_array_new(FALSE, FALSE, sizeof(struct unitize_piece));
    pieces->units = g_array_new(FALSE, FALSE, sizeof(guint));
    pieces->lengths = g_new0(int64_t, sources + 1);
    pieces->coded = g_new0(bool, sources * system->coders->len + 1);
    pieces->scale =
        strcmp(extent, "characters") == 0 || strcmp(extent, "paragraphs") == 0 ? 1 : 1000;
    for (guint i = 0; i < system->codings->rows->len; i++)
        pieces_add(pieces, codings_row(system->codings, i));
    pieces->placeless = pieces->placeless || system->codings->lost > 0;
    pieces_measure(pieces);
    return pieces;
}

void pieces_free(struct pieces *pieces)
{
    g_array_free(pieces->list, TRUE);
    g_array_free(pieces->units, TRUE);
    g_free(pieces->lengths);
    g_free(pieces->coded);
    g_free(pieces);
}

/* The place of a coder among those asked for, or -1. */
static int pieces_coder_place(const int coders[2], guint coder)
{
    if (coders[0] < 0)
        return (int)coder;
    return coders[0] == (int)coder ? 0 : coders[1] == (int)coder ? 1 : -1;
}

struct unitize_data pieces_data(const struct pieces *pieces, const int coders[2])
{
    const struct system *system = pieces->system;
    guint all = system->coders->len;
    struct unitize_piece *list = g_new(struct unitize_piece, pieces->list->len + 1);
    struct unitize_data data = {
        .pieces = list,
        .lengths = pieces->lengths,
        .continua = (size_t)names_count(system->codings->sources),
        .coders = coders[0] < 0 ? all : 2,
        .categories = system->codes->len,
    };
    bool *coded = g_new0(bool, data.continua *data.coders + 1);

    for (guint i = 0; i < pieces->list->len; i++) {
        struct unitize_piece piece = g_array_index(pieces->list, struct unitize_piece, i);
        int place = pieces_coder_place(coders, (guint)piece.coder);

        if (place < 0)
            continue;
        piece.coder = (size_t)place;
        list[data.count++] = piece;
    }
    for (size_t i = 0; i < data.continua; i++)
        for (size_t j = 0; j < data.coders; j++) {
            size_t coder = coders[0] < 0 ? j : (size_t)coders[j];

            coded[i * data.coders + j] = pieces->coded[i * all + coder];
        }
    data.coded = coded;
    return data;
}

void pieces_data_clear(struct unitize_data *data)
{
    g_free((gpointer)data->pieces);
    g_free((gpointer)data->coded);
}
