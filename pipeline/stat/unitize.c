#include "stat/unitize.h"

#include "stat/unitize_lay.h"

#include <stdlib.h>
#include <string.h>

/* The pieces of one coder on the continuum that is swept: next stands first behind `at`, or around
 * it. */
struct line {
    struct unitize_laid *next;
    struct unitize_laid *end;
};

/* Every cell that could be has a key: a block of value pairs for each number of coders that occurs,
 * then the squares, then the shared squares. columns[key] is the column plus 1, or 0. */
struct sweep {
    const struct unitize_data *data;
    struct unitize *unitize;
    struct unitize_laid *laid;
    struct line *lines;
    size_t *values;
    size_t triangle;
    size_t blocks;
    size_t *block_of;
    size_t *coders_of;
    size_t keys;
    uint32_t *columns;
    bool counting;
};

/* Marks a cell in the first round, adds to it in the second. */
static void cell_add(struct sweep *sweep, size_t continuum, size_t key, int64_t amount)
{
    struct unitize *unitize = sweep->unitize;
    if (amount == 0)
        return;
    if (sweep->counting)
        unitize->counts[continuum * unitize->width + sweep->columns[key] - 1] += amount;
    else
        sweep->columns[key] = 1;
}

/* One stretch on which no coder's value changes: every pair of coders meets. */
static void stretch_add(struct sweep *sweep, size_t continuum, size_t m, int64_t length)
{
    size_t phi = sweep->data->categories;
    size_t valued = 0;
    for (size_t i = 0; i < m; i++)
        valued += sweep->values[i] != phi;
    for (size_t i = 0; i < m; i++) {
        if (valued >= 2 && sweep->values[i] != phi)
            sweep->lines[i].next->shared += length;
        for (size_t j = i + 1; j < m; j++) {
            size_t one = sweep->values[i];
            size_t other = sweep->values[j];
            size_t first = one < other ? one : other;
            size_t second = one < other ? other : one;
            cell_add(sweep, continuum,
                     sweep->block_of[m] * sweep->triangle + second * (second + 1) / 2 + first,
                     length);
        }
    }
}

/* The values of the m coders at `at`; returns where one of them changes next. */
static int64_t values_at(struct sweep *sweep, size_t m, int64_t at, int64_t length)
{
    int64_t until = length;
    for (size_t i = 0; i < m; i++) {
        struct line *line = &sweep->lines[i];
        while (line->next < line->end && line->next->piece.end <= at)
            line->next++;
        sweep->values[i] = sweep->data->categories;
        if (line->next == line->end)
            continue;
        const struct unitize_piece *piece = &line->next->piece;
        bool inside = piece->start <= at;
        int64_t change = inside ? piece->end : piece->start;
        until = change < until ? change : until;
        if (inside)
            sweep->values[i] = piece->category;
    }
    return until;
}

/* The lines of the coders who coded the continuum; *from moves on to the next one's pieces. */
static size_t lines_set(struct sweep *sweep, size_t continuum, size_t *from)
{
    const struct unitize_data *data = sweep->data;
    size_t m = 0;
    for (size_t coder = 0; coder < data->coders; coder++) {
        if (!data->coded[continuum * data->coders + coder])
            continue;
        struct line *line = &sweep->lines[m++];
        line->next = sweep->laid + *from;
        while (*from < data->count && sweep->laid[*from].piece.continuum == continuum &&
               sweep->laid[*from].piece.coder == coder)
            sweep->laid[(*from)++].shared = 0;
        line->end = sweep->laid + *from;
    }
    return m;
}

/* Goes along every continuum once. */
static void sweep_all(struct sweep *sweep)
{
    const struct unitize_data *data = sweep->data;
    size_t squares = sweep->blocks * sweep->triangle;
    size_t from = 0;
    for (size_t continuum = 0; continuum < data->continua; continuum++) {
        size_t first = from;
        size_t m = lines_set(sweep, continuum, &from);
        if (m < 2)
            continue;
        for (int64_t at = 0; at < data->lengths[continuum];) {
            int64_t until = values_at(sweep, m, at, data->lengths[continuum]);
            stretch_add(sweep, continuum, m, until - at);
            at = until;
        }
        for (size_t i = first; i < from; i++) {
            const struct unitize_laid *laid = &sweep->laid[i];
            int64_t length = laid->piece.end - laid->piece.start;
            cell_add(sweep, continuum, squares + laid->piece.category, length * length);
            cell_add(sweep, continuum, squares + data->categories + laid->piece.category,
                     laid->shared * laid->shared);
        }
    }
}

static struct unitize_cell cell_of(const struct sweep *sweep, size_t key)
{
    size_t q = sweep->data->categories;
    size_t squares = sweep->blocks * sweep->triangle;
    if (key >= squares + q)
        return (struct unitize_cell){.column = UNITIZE_SHARED,
                                     .first = (uint32_t)(key - squares - q)};
    if (key >= squares)
        return (struct unitize_cell){.column = UNITIZE_SQUARES, .first = (uint32_t)(key - squares)};
    size_t m = sweep->coders_of[key / sweep->triangle];
    size_t within = key % sweep->triangle;
    size_t second = 0;
    while ((second + 1) * (second + 2) / 2 <= within)
        second++;
    return (struct unitize_cell){.column = UNITIZE_MET,
                                 .first = (uint32_t)(within - second * (second + 1) / 2),
                                 .second = (uint32_t)second,
                                 .coders = (uint32_t)m,
                                 .in_values = 1 / (double)(m - 1)};
}

/* Makes a column of every cell that occurs, and room for the counts. */
static void columns_make(struct sweep *sweep)
{
    struct unitize *unitize = sweep->unitize;
    for (size_t key = 0; key < sweep->keys; key++) {
        unitize->width += sweep->columns[key];
        unitize->met += key < sweep->blocks * sweep->triangle ? sweep->columns[key] : 0;
    }
    unitize->cells = (struct unitize_cell *)stat_cells(unitize->width, sizeof *unitize->cells);
    uint32_t column = 0;
    for (size_t key = 0; key < sweep->keys; key++)
        if (sweep->columns[key] > 0) {
            unitize->cells[column] = cell_of(sweep, key);
            sweep->columns[key] = ++column;
        }
    unitize->counts =
        (int64_t *)stat_cells(unitize->clusters * unitize->width, sizeof *unitize->counts);
    unitize->total = (int64_t *)stat_cells(unitize->width, sizeof *unitize->total);
}

/* Gives each number of coders ≥ 2 that occurs its block of keys, in order. */
static void blocks_make(struct sweep *sweep)
{
    const struct unitize_data *data = sweep->data;
    for (size_t i = 0; i < data->continua; i++)
        sweep->block_of[unitize_coders(data, i)] = 1;
    for (size_t m = 2; m <= data->coders; m++)
        if (sweep->block_of[m] > 0) {
            sweep->coders_of[sweep->blocks] = m;
            sweep->block_of[m] = sweep->blocks++;
        }
    sweep->keys = sweep->blocks * sweep->triangle + 2 * data->categories;
    sweep->columns = (uint32_t *)stat_cells(sweep->keys, sizeof *sweep->columns);
}

static void continua_collapse(struct sweep *sweep)
{
    blocks_make(sweep);
    sweep_all(sweep);
    columns_make(sweep);
    sweep->counting = true;
    sweep_all(sweep);
    struct unitize *unitize = sweep->unitize;
    for (size_t i = 0; i < unitize->clusters * unitize->width; i++)
        unitize->total[i % unitize->width] += unitize->counts[i];
    free(sweep->columns);
}

struct unitize_fault unitize_collapse(struct unitize *unitize, const struct unitize_data *data)
{
    struct unitize_fault fault = unitize_check(data);
    size_t phi = data->categories;
    *unitize = (struct unitize){.categories = phi, .clusters = data->continua};
    if (fault.trouble != UNITIZE_FINE)
        return fault;
    struct sweep sweep = {.data = data, .unitize = unitize, .triangle = (phi + 1) * (phi + 2) / 2};
    sweep.laid = (struct unitize_laid *)stat_cells(data->count, sizeof *sweep.laid);
    sweep.lines = (struct line *)stat_cells(data->coders + 1, sizeof *sweep.lines);
    sweep.values = (size_t *)stat_cells(data->coders + 1, sizeof *sweep.values);
    sweep.block_of = (size_t *)stat_cells(data->coders + 1, sizeof *sweep.block_of);
    sweep.coders_of = (size_t *)stat_cells(data->coders + 1, sizeof *sweep.coders_of);
    fault = unitize_lay(data, sweep.laid);
    if (fault.trouble == UNITIZE_FINE)
        continua_collapse(&sweep);
    free(sweep.coders_of);
    free(sweep.block_of);
    free(sweep.values);
    free(sweep.lines);
    free(sweep.laid);
    return fault;
}

void unitize_free(struct unitize *unitize)
{
    free(unitize->cells);
    free(unitize->counts);
    free(unitize->total);
    *unitize = (struct unitize){.categories = 0};
}
