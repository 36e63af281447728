#include "agree/raters.h"

#include "stat/agreement.h"
#include "stat/concordance.h"
#include "stat/lattice.h"
#include "stat/icc.h"
#include "table/method.h"

#include <math.h>

/* Sums of a pair of ratings on one lattice: 1, x, y, xx, yy, xy. */
enum { PAIR_N, PAIR_X, PAIR_Y, PAIR_XX, PAIR_YY, PAIR_XY, PAIR_WIDTH };

static double raters_lin(const int64_t *sum, const void *plan)
{
    (void)plan;
    return concordance_of_sums(sum[PAIR_N], sum[PAIR_X], sum[PAIR_Y], sum[PAIR_XX], sum[PAIR_YY],
                               sum[PAIR_XY]);
}

/* Sums of a difference: 1, its place; the plan is the lattice. */
static double raters_mean(const int64_t *sum, const void *plan)
{
    const struct lattice *lattice = plan;

    if (sum[0] == 0)
        return NAN;
    return ((double)sum[1] / (double)sum[0] + (double)lattice->origin) / (double)lattice->steps;
}

static struct cluster_interval raters_interval(const struct rows *rows, const int64_t *counts,
                                               size_t clusters, size_t width,
                                               const struct cluster_statistic *statistic)
{
    struct resample_data data = {counts, clusters, width};
    struct cluster_interval interval;

    cluster_intervals(&data, statistic, 1, &rows->resample, &interval);
    return interval;
}

/* Lin's coefficient of n pairs, with its interval over the persons. */
static void raters_write_lin(const struct rows *rows, const struct rows_place *place,
                             const double *x, const double *y, size_t n)
{
    static const struct cluster_statistic lin = {
        .of = raters_lin, .scale = JACKKNIFE_FISHER, .minimum = AGREEMENT_CLUSTERS};
    struct lattice lattice = lattice_find_both(x, y, n);
    int64_t *counts = g_new0(int64_t, n * PAIR_WIDTH + 1);
    struct cluster_interval interval;
    struct rows_number number = {.statistic = "lin",
                                 .value = concordance_lin(x, y, n),
                                 .interval = &interval,
                                 .method = "",
                                 .mark = ""};

    for (size_t i = 0; i < n && lattice.steps > 0; i++) {
        int64_t *sums = &counts[i * PAIR_WIDTH];
        int64_t first = lattice_place(&lattice, x[i]);
        int64_t second = lattice_place(&lattice, y[i]);

        sums[PAIR_N] = 1;
        sums[PAIR_X] = first;
        sums[PAIR_Y] = second;
        sums[PAIR_XX] = first * first;
        sums[PAIR_YY] = second * second;
        sums[PAIR_XY] = first * second;
    }
    interval = raters_interval(rows, counts, n, PAIR_WIDTH, &lin);
    rows_number(rows, place, &number);
    g_free(counts);
}

/* Every pair of raters of the square, over the persons whom both rated. */
static void raters_write_pairs(const struct rows *rows, const struct ratings_table *table,
                               const struct rating_item *item, const struct rating_square *square)
{
    guint raters = square->raters->len;
    double *x = g_new(double, square->persons->len + 1);
    double *y = g_new(double, square->persons->len + 1);

    for (guint i = 0; i < raters; i++)
        for (guint j = i + 1; j < raters; j++) {
            char *name = g_strdup_printf(
                "%s + %s", names_text(table->raters, g_array_index(square->raters, int, i)),
                names_text(table->raters, g_array_index(square->raters, int, j)));
            struct rows_place place = {"coder", name, item->item};
            size_t n = 0;

            for (guint k = 0; k < square->persons->len; k++) {
                x[n] = square->values[k * raters + i];
                y[n] = square->values[k * raters + j];
                n += !isnan(x[n]) && !isnan(y[n]);
            }
            raters_write_lin(rows, &place, x, y, n);
            g_free(name);
        }
    g_free(x);
    g_free(y);
}

/* Rows of the kinds from `from` on, `step` apart, of one square. */
static void raters_write_icc(const struct rows *rows, const struct rating_item *item,
                             const struct rating_square *square, const enum icc_kind *kinds,
                             size_t count)
{
    static const char *const names[ICC_KINDS] = {"icc_11", "icc_21", "icc_31",
                                                 "icc_1k", "icc_2k", "icc_3k"};
    struct rows_place place = {"", "", item->item};
    struct icc_result icc = icc_of(square->values, square->persons->len, square->raters->len);
    struct cluster_interval none = {.method = CLUSTER_NONE};
    char *method =
        g_strdup_printf("interval=f; raters=%zu; left-out=%zu", icc.raters, icc.left_out);

    for (size_t i = 0; i < count; i++) {
        none.value = icc.value[kinds[i]];
        none.limits = icc.limits[kinds[i]];
        rows_number_said(rows, &place,
                         &(struct rows_number){.statistic = names[kinds[i]],
                                               .value = icc.value[kinds[i]],
                                               .interval = &none,
                                               .method = method,
                                               .why = "few-ratings",
                                               .mark = ""});
    }
    g_free(method);
}

/* What people give themselves, less what others give them on the average. */
static void raters_write_own(const struct rows *rows, const struct ratings_table *table,
                             const struct rating_item *item)
{
    size_t room = (size_t)names_count(table->persons);
    double *values = g_new(double, room + 1);
    size_t n = ratings_own_differences(table, item, values);
    struct lattice lattice = lattice_find(values, n);
    struct cluster_statistic mean = {.of = raters_mean, .plan = &lattice, .scale = JACKKNIFE_PLAIN};
    int64_t *counts = g_new0(int64_t, 2 * n + 1);
    struct rows_place place = {"", "", item->item};
    struct cluster_interval interval;
    struct rows_number number = {.statistic = "self_minus_others",
                                 .interval = &interval,
                                 .method = "",
                                 .why = "no-own",
                                 .mark = ""};

    for (size_t i = 0; i < n && lattice.steps > 0; i++) {
        counts[2 * i] = 1;
        counts[2 * i + 1] = lattice_place(&lattice, values[i]);
    }
    interval = raters_interval(rows, counts, n, 2, &mean);
    number.value = interval.value;
    rows_number(rows, &place, &number);
    g_free(counts);
    g_free(values);
}

static void raters_write_item(struct rows *rows, const struct ratings_table *table,
                              const struct rating_item *item)
{
    static const enum icc_kind all[] = {ICC_11, ICC_21, ICC_31, ICC_1K, ICC_2K, ICC_3K};
    static const enum icc_kind any[] = {ICC_11, ICC_1K};
    struct rows_place place = {"", "", item->item};
    struct rating_square square = rating_square_of(table, item);
    bool same = square.raters->len >= 2;

    rows->term = item->term;
    rows_count(rows, &place, "persons", square.persons->len, -1);
    rows_count(rows, &place, "ratings", item->others->len, -1);
    if (same) {
        raters_write_icc(rows, item, &square, all, G_N_ELEMENTS(all));
        raters_write_pairs(rows, table, item, &square);
    } else {
        rating_square_clear(&square);
        square = rating_square_any(table, item);
        raters_write_icc(rows, item, &square, any, G_N_ELEMENTS(any));
    }
    rating_square_clear(&square);
    if (item->own->len > 0)
        raters_write_own(rows, table, item);
}

void raters_write(struct rows *rows, const struct ratings_table *table)
{
    for (guint i = 0; i < table->list->len && !table->unrated; i++) {
        const struct rating_item *item = table->list->pdata[i];

        if (item != NULL && rating_item_is_rated(item))
            raters_write_item(rows, table, item);
    }
}
