#include "stat/rating_pairs.h"

#include "stat/stat.h"

#include <stdlib.h>

/* Every cell that could be has a key: blocks of category pairs, one for each m that occurs, then
 * the singles, then the margins. columns[key] is the column plus 1, or 0 for a cell that stays
 * empty. */
struct collapse {
    const struct ratings *ratings;
    struct rating_pairs *pairs;
    size_t triangle;
    size_t blocks;
    size_t *block_of;
    size_t *ratings_of;
    size_t keys;
    uint32_t *columns;
    int32_t *said;
};

/* What is done to each cell that a unit belongs to. */
typedef void cell_visit(struct collapse *collapse, size_t cluster, size_t key);

static size_t pair_key(const struct collapse *collapse, size_t m, size_t c, size_t k)
{
    size_t first = c < k ? c : k;
    size_t second = c < k ? k : c;
    return collapse->block_of[m] * collapse->triangle + second * (second + 1) / 2 + first;
}

/* What the coders said of the unit, one after the other; returns how many said anything. */
static size_t unit_said(struct collapse *collapse, size_t unit)
{
    size_t m = 0;
    for (size_t coder = 0; coder < collapse->ratings->coders; coder++) {
        int32_t code = ratings_at(collapse->ratings, unit, coder);
        if (code != RATINGS_MISSING)
            collapse->said[m++] = code;
    }
    return m;
}

static void visit_margins(struct collapse *collapse, size_t unit, size_t cluster, cell_visit *visit)
{
    const struct ratings *ratings = collapse->ratings;
    size_t base = collapse->blocks * collapse->triangle + ratings->categories;
    for (size_t coder = 0; coder < ratings->coders; coder++) {
        int32_t code = ratings_at(ratings, unit, coder);
        if (code != RATINGS_MISSING)
            visit(collapse, cluster, base + coder * ratings->categories + (size_t)code);
    }
}

static void visit_all(struct collapse *collapse, cell_visit *visit)
{
    const struct ratings *ratings = collapse->ratings;
    for (size_t unit = 0; unit < ratings->units; unit++) {
        size_t cluster = ratings->cluster == NULL ? 0 : ratings->cluster[unit];
        size_t m = unit_said(collapse, unit);
        if (m == 1)
            visit(collapse, cluster,
                  collapse->blocks * collapse->triangle + (size_t)collapse->said[0]);
        for (size_t i = 0; i < m; i++)
            for (size_t j = i + 1; j < m; j++)
                visit(collapse, cluster,
                      pair_key(collapse, m, (size_t)collapse->said[i], (size_t)collapse->said[j]));
        if (collapse->pairs->margins == RATING_PAIRS_WITH_MARGINS)
            visit_margins(collapse, unit, cluster, visit);
    }
}

static void cell_mark(struct collapse *collapse, size_t cluster, size_t key)
{
    (void)cluster;
    collapse->columns[key] = 1;
}

static void cell_count(struct collapse *collapse, size_t cluster, size_t key)
{
    struct rating_pairs *pairs = collapse->pairs;
    pairs->counts[cluster * pairs->width + collapse->columns[key] - 1]++;
}

/* Gives each m ≥ 2 that occurs its block of keys, in order. */
static void blocks_make(struct collapse *collapse)
{
    const struct ratings *ratings = collapse->ratings;
    for (size_t unit = 0; unit < ratings->units; unit++)
        collapse->block_of[ratings_of_unit(ratings, unit)] = 1;
    for (size_t m = 2; m <= ratings->coders; m++)
        if (collapse->block_of[m] > 0) {
            collapse->ratings_of[collapse->blocks] = m;
            collapse->block_of[m] = collapse->blocks++;
        }
}

/* The cell of a key. */
static struct rating_pairs_cell cell_of(const struct collapse *collapse, size_t key)
{
    size_t q = collapse->ratings->categories;
    size_t pairs = collapse->blocks * collapse->triangle;
    if (key >= pairs + q)
        return (struct rating_pairs_cell){.kind = RATING_PAIRS_MARGIN,
                                          .first = (uint32_t)((key - pairs - q) % q),
                                          .second = (uint32_t)((key - pairs - q) / q),
                                          .ratings = 1};
    if (key >= pairs)
        return (struct rating_pairs_cell){
            .kind = RATING_PAIRS_SINGLE, .first = (uint32_t)(key - pairs), .ratings = 1};
    size_t m = collapse->ratings_of[key / collapse->triangle];
    size_t within = key % collapse->triangle;
    size_t second = 0;
    while ((second + 1) * (second + 2) / 2 <= within)
        second++;
    return (struct rating_pairs_cell){.kind = RATING_PAIRS_MET,
                                      .first = (uint32_t)(within - second * (second + 1) / 2),
                                      .second = (uint32_t)second,
                                      .ratings = (uint32_t)m,
                                      .in_units = 2 / ((double)m * (double)(m - 1)),
                                      .in_values = 1 / (double)(m - 1)};
}

/* Makes a column of every cell that occurs. */
static void columns_make(struct collapse *collapse)
{
    struct rating_pairs *pairs = collapse->pairs;
    size_t singles_end = collapse->blocks * collapse->triangle + pairs->categories;
    for (size_t key = 0; key < collapse->keys; key++) {
        pairs->width += collapse->columns[key];
        pairs->met += key < singles_end - pairs->categories ? collapse->columns[key] : 0;
        pairs->singles += key < singles_end ? collapse->columns[key] : 0;
    }
    pairs->cells = (struct rating_pairs_cell *)stat_cells(pairs->width, sizeof *pairs->cells);
    uint32_t column = 0;
    for (size_t key = 0; key < collapse->keys; key++)
        if (collapse->columns[key] > 0) {
            pairs->cells[column] = cell_of(collapse, key);
            collapse->columns[key] = ++column;
        }
}

void rating_pairs_collapse(struct rating_pairs *pairs, const struct ratings *ratings,
                           enum rating_pairs_margins margins)
{
    size_t q = ratings->categories;
    *pairs = (struct rating_pairs){.categories = q,
                                   .coders = ratings->coders,
                                   .clusters = ratings->clusters,
                                   .margins = margins};
    struct collapse collapse = {.ratings = ratings, .pairs = pairs, .triangle = q * (q + 1) / 2};
    collapse.block_of = (size_t *)stat_cells(ratings->coders + 1, sizeof *collapse.block_of);
    collapse.ratings_of = (size_t *)stat_cells(ratings->coders + 1, sizeof *collapse.ratings_of);
    collapse.said = (int32_t *)stat_cells(ratings->coders + 1, sizeof *collapse.said);
    blocks_make(&collapse);
    collapse.keys = collapse.blocks * collapse.triangle + q;
    collapse.keys += margins == RATING_PAIRS_WITH_MARGINS ? ratings->coders * q : 0;
    collapse.columns = (uint32_t *)stat_cells(collapse.keys, sizeof *collapse.columns);
    visit_all(&collapse, cell_mark);
    columns_make(&collapse);
    pairs->counts = (int64_t *)stat_cells(pairs->clusters * pairs->width, sizeof *pairs->counts);
    pairs->total = (int64_t *)stat_cells(pairs->width, sizeof *pairs->total);
    visit_all(&collapse, cell_count);
    for (size_t i = 0; i < pairs->clusters * pairs->width; i++)
        pairs->total[i % pairs->width] += pairs->counts[i];
    free(collapse.columns);
    free(collapse.said);
    free(collapse.ratings_of);
    free(collapse.block_of);
}

void rating_pairs_free(struct rating_pairs *pairs)
{
    free(pairs->cells);
    free(pairs->counts);
    free(pairs->total);
    *pairs = (struct rating_pairs){.categories = 0};
}

struct resample_data rating_pairs_data(const struct rating_pairs *pairs)
{
    return (struct resample_data){pairs->counts, pairs->clusters, pairs->width};
}

size_t rating_pairs_units(const struct rating_pairs *pairs, const int64_t *sum)
{
    int64_t units = 0;
    int64_t met = 0;
    for (size_t i = 0; i < pairs->met; i++) {
        int64_t m = pairs->cells[i].ratings;
        met += sum[i];
        if (i + 1 < pairs->met && pairs->cells[i + 1].ratings == m)
            continue;
        units += met / (m * (m - 1) / 2);
        met = 0;
    }
    return (size_t)units;
}
