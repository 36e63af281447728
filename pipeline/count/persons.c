#include "count/persons.h"

#include "count/ratio.h"
#include "stat/moments.h"

static guint persons_number(const struct board_group *group)
{
    return (guint)names_count(group->persons);
}

static const int64_t *persons_vector(const struct board *board, const struct board_group *group,
                                     guint person)
{
    return &g_array_index(group->counts, int64_t, person * board->width);
}

/* Whether persons lie within wpb's: they are somebody else, and every one has a wpb. */
static bool persons_are_within(const struct board *board, const struct board_group *group)
{
    if (g_strcmp0(board->person, "student") != 0 || group->crossed)
        return false;
    for (guint i = 0; i < group->uppers->len; i++)
        if (g_array_index(group->uppers, int, i) < 0)
            return false;
    return names_count(group->wpbs) > 0;
}

/* Finishes a share: `is` tells by person whether it has it (1), not (0), or does not count (-1). */
static struct persons_share persons_finish(const struct board *board,
                                           const struct board_group *group, const int *is)
{
    struct persons_share share = {.within = persons_are_within(board, group), .deff = 1};
    guint wpbs = (guint)names_count(group->wpbs);
    int64_t *k = g_new0(int64_t, wpbs + 1);
    int64_t *n = g_new0(int64_t, wpbs + 1);

    for (guint i = 0; i < persons_number(group); i++) {
        int upper = g_array_index(group->uppers, int, i);

        if (is[i] < 0)
            continue;
        share.k += is[i];
        share.n++;
        if (share.within) {
            k[upper] += is[i];
            n[upper]++;
        }
    }
    if (share.within) {
        struct interval_persons persons = interval_persons_within(k, n, wpbs);

        share.limits = persons.limits;
        share.deff = persons.deff;
    } else {
        share.limits = interval_wilson((size_t)share.k, (size_t)share.n);
    }
    g_free(k);
    g_free(n);
    return share;
}

/* Whether a person was looked at for this codebook: has one of its codes, or a turn given none. */
static bool persons_looked_at(const struct board *board, const int64_t *vector)
{
    for (guint i = 0; i < board->book->codes->len; i++)
        if (vector[i] > 0)
            return true;
    for (guint i = 0; i < board->roles->len; i++)
        if (vector[board_uncoded(board, i)] > 0)
            return true;
    return false;
}

struct persons_share persons_with(const struct board *board, const struct board_group *group,
                                  const GArray *columns)
{
    guint persons = persons_number(group);
    int *is = g_new0(int, persons + 1);
    struct persons_share share;

    for (guint i = 0; i < persons; i++) {
        const int64_t *vector = persons_vector(board, group, i);

        is[i] = !persons_looked_at(board, vector) ? -1 : ratio_sum(vector, columns) > 0;
    }
    share = persons_finish(board, group, is);
    g_free(is);
    return share;
}

struct persons_share persons_mainly_on(const struct board *board, const struct board_group *group,
                                       const GArray *side, const GArray *sided)
{
    guint persons = persons_number(group);
    int *is = g_new0(int, persons + 1);
    struct persons_share share;

    for (guint i = 0; i < persons; i++) {
        int64_t all = ratio_sum(persons_vector(board, group, i), sided);
        int64_t here = ratio_sum(persons_vector(board, group, i), side);

        is[i] = all == 0 ? -1 : 2 * here > all;
    }
    share = persons_finish(board, group, is);
    g_free(is);
    return share;
}

/* Whether one side has more than half of a person's sided segments. */
static bool persons_lean(const struct board *board, const int64_t *vector, int64_t all)
{
    const GPtrArray *codes = board->book->codes;

    for (guint side = 0; side < board->book->sides->len; side++) {
        int64_t here = 0;

        for (guint i = 0; i < codes->len; i++)
            if (((const struct code *)codes->pdata[i])->side_id == (int)side)
                here += vector[i];
        if (2 * here > all)
            return true;
    }
    return false;
}

struct persons_mainly persons_mainly(const struct board *board, const struct board_group *group,
                                     const GArray *sided, int64_t few)
{
    struct persons_mainly mainly = {0};

    for (guint i = 0; i < persons_number(group); i++) {
        const int64_t *vector = persons_vector(board, group, i);
        int64_t all = ratio_sum(vector, sided);

        if (all == 0)
            continue;
        mainly.sided++;
        mainly.few += all < few;
        mainly.balanced += !persons_lean(board, vector, all);
    }
    return mainly;
}

struct persons_mean persons_mean(const struct board *board, const struct board_group *group,
                                 const GArray *above, const GArray *below)
{
    struct ratio ratio = {above, below, 1};
    double *shares = g_new(double, persons_number(group) + 1);
    size_t n = 0;
    struct persons_mean mean;

    for (guint i = 0; i < persons_number(group); i++)
        if (ratio_holds(persons_vector(board, group, i), &ratio))
            shares[n++] = ratio_of(persons_vector(board, group, i), &ratio);
    mean.mean = moments_mean(shares, n);
    mean.limits = interval_mean(shares, n, INTERVAL_SHARES);
    g_free(shares);
    return mean;
}
