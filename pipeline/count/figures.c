#include "count/figures.h"

#include "count/persons.h"
#include "count/position.h"
#include "count/rows.h"
#include "table/method.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

static void figures_mean(struct rows *rows, const char *subject, const GArray *above,
                         const GArray *below)
{
    struct figure *figure = rows_add(rows, subject, "share_mean");
    struct persons_mean mean = persons_mean(rows->board, rows->group, above, below);

    figure->estimand = "mean";
    figure->result.value = mean.mean.value;
    figure->result.low = mean.limits.low;
    figure->result.high = mean.limits.high;
    figure->result.n = (int64_t)mean.mean.n;
    figure->result.method = rows_hold(rows, method_mean(&mean.limits));
    figure->result.note = method_note(mean.limits.reason, mean.mean.n);
}

/* k of n persons, as a count and as a share with its interval. */
static void figures_persons(struct rows *rows, const char *subject, const char *count,
                            const char *share, const struct persons_share *persons)
{
    struct figure *figure;

    rows_count(rows, subject, count, persons->k, persons->n);
    figure = rows_add(rows, subject, share);
    figure->result.value = persons->n == 0 ? NAN : (double)persons->k / (double)persons->n;
    figure->result.low = persons->limits.low;
    figure->result.high = persons->limits.high;
    figure->result.n = persons->n;
    figure->result.method = rows_hold(
        rows, method_persons(&persons->limits, persons->within ? "wpb" : NULL, persons->deff));
    figure->result.note = method_note(persons->limits.reason, (size_t)persons->n);
}

/* Everything that is said of one code or side: `above` are its columns, `below` those it is a
 * share of, `role` the index of the role whose turns and time it is held against. */
static void figures_subject(struct rows *rows, const char *subject, const GArray *above,
                            const GArray *below, guint role)
{
    const struct board *board = rows->board;
    struct persons_share with = persons_with(board, rows->group, above);
    GArray *turns = rows_columns(rows);
    GArray *time = rows_columns(rows);
    guint turns_column = board_turns(board, role);
    guint time_column = board_microseconds(board, role);

    g_array_append_val(turns, turns_column);
    g_array_append_val(time, time_column);
    rows_count(rows, subject, "segments", ratio_sum(rows->sum, above), ratio_sum(rows->sum, below));
    rows_ratio(rows, subject, "share", (struct ratio){above, below, 1}, JACKKNIFE_LOGIT);
    figures_mean(rows, subject, above, below);
    if (rows->sum[board_uncoded(board, role)] > 0 && strcmp(rows->setting->unit, "turn") == 0)
        rows_ratio(rows, subject, "rate_turns", (struct ratio){above, turns, 100}, JACKKNIFE_LOG);
    if (board->timed && rows->sum[time_column] > 0)
        rows_ratio(rows, subject, "rate_minutes", (struct ratio){above, time, 600e6}, JACKKNIFE_LOG)
            ->result.n /= 1000000;
    figures_persons(rows, subject, "with_persons", "with_share", &with);
}

/* The codes that count a role (its index): what the share of one of them is a share of. */
static GArray *figures_role_columns(struct rows *rows, guint role)
{
    GArray *columns = rows_columns(rows);

    for (guint i = 0; i < rows->board->code_roles->len; i++)
        if (g_array_index(rows->board->code_roles, guint, i) == role)
            g_array_append_val(columns, i);
    return columns;
}

static void figures_codes(struct rows *rows)
{
    const GPtrArray *codes = rows->board->book->codes;
    GPtrArray *below = g_ptr_array_new();

    for (guint role = 0; role < rows->board->roles->len; role++)
        g_ptr_array_add(below, figures_role_columns(rows, role));
    for (guint i = 0; i < codes->len; i++) {
        guint role = g_array_index(rows->board->code_roles, guint, i);
        GArray *above = rows_columns(rows);

        g_array_append_val(above, i);
        figures_subject(rows, ((const struct code *)codes->pdata[i])->code, above,
                        below->pdata[role], role);
    }
    g_ptr_array_free(below, TRUE);
}

/* Codes on one side (`side` its index), or on any (-1). */
static GArray *figures_side_columns(struct rows *rows, int side)
{
    GArray *columns = rows_columns(rows);
    const GPtrArray *codes = rows->board->book->codes;

    for (guint i = 0; i < codes->len; i++) {
        int here = ((const struct code *)codes->pdata[i])->side_id;

        if (here >= 0 && (side < 0 || here == side))
            g_array_append_val(columns, i);
    }
    return columns;
}

static void figures_sides(struct rows *rows)
{
    const struct board *board = rows->board;
    const GPtrArray *sides = board->book->sides;
    GArray *sided = figures_side_columns(rows, -1);
    struct persons_mainly mainly;
    struct figure *figure;

    if (sides->len == 0)
        return;
    rows_count(rows, "", "sided_segments", ratio_sum(rows->sum, sided), -1);
    mainly = persons_mainly(board, rows->group, sided, FIGURES_FEW);
    for (guint i = 0; i < sides->len; i++) {
        char *subject = rows_hold(rows, g_strconcat("side:", sides->pdata[i], NULL));
        GArray *above = figures_side_columns(rows, (int)i);
        guint first = g_array_index(above, guint, 0);
        struct persons_share persons = persons_mainly_on(board, rows->group, above, sided);

        figures_subject(rows, subject, above, sided,
                        g_array_index(board->code_roles, guint, first));
        figures_persons(rows, subject, "mainly_persons", "mainly_share", &persons);
    }
    rows_count(rows, "", "balanced_persons", mainly.balanced, mainly.sided);
    rows_count(rows, "", "sided_persons", mainly.sided, -1);
    rows_count(rows, "", "few_persons", mainly.few, mainly.sided);
    if (sides->len != 2)
        return;
    figure = rows_ratio(rows, "", "index", (struct ratio){figures_side_columns(rows, 0), sided, 1},
                        JACKKNIFE_LOGIT);
    figure->doubled = true;
}

/* Every position of the axis, where codes share one; else the row of its code says the same. */
static void figures_positions(struct rows *rows, const GArray *plan)
{
    GArray *below = rows_columns(rows);
    double value;

    for (guint i = 0; i < plan->len;)
        i = position_codes(plan, i, below, &value);
    for (guint i = 0; i < plan->len;) {
        GArray *above = rows_columns(rows);
        char number[NUMBER_ROOM];

        i = position_codes(plan, i, above, &value);
        number_write(number, value);
        figures_subject(
            rows, rows_hold(rows, g_strconcat("position:", number, NULL)), above, below,
            g_array_index(rows->board->code_roles, guint, g_array_index(above, guint, 0)));
    }
}

static void figures_position(struct rows *rows)
{
    GArray *plan = position_plan(rows->board->book);
    struct cluster_statistic rule = {.of = position_of,
                                     .plan = plan,
                                     .scale = JACKKNIFE_PLAIN,
                                     .minimum = CLUSTER_BOOTSTRAP_FROM,
                                     .holds = position_holds};
    struct figure *figure;

    g_ptr_array_add(rows->columns, plan);
    if (plan->len == 0)
        return;
    if (position_is_shared(plan))
        figures_positions(rows, plan);
    figure = rows_add(rows, "", "position");
    figure->estimand = "lower-median";
    figure->result.n = position_segments(rows->sum, plan);
    rows_wait(rows, figure, &rule);
}

static void figures_totals(struct rows *rows, const GArray *all)
{
    const struct board_group *group = rows->group;
    int64_t turns = 0;
    int64_t unconfirmed = 0;

    for (guint i = 0; i < rows->board->roles->len; i++) {
        int64_t here = rows->sum[board_turns(rows->board, i)];
        bool every_role = *(const char *)rows->board->roles->pdata[i] == '\0';

        turns = every_role ? here : turns + here;
        if (every_role)
            break;
    }
    for (guint i = 0; i < rows->board->book->codes->len; i++)
        unconfirmed += !code_is_confirmed(rows->board->book->codes->pdata[i]);
    rows_count(rows, "", "persons", names_count(group->persons), -1);
    rows_count(rows, "", "conversations", names_count(group->sources), -1);
    rows_count(rows, "", "turns", turns, -1);
    rows_count(rows, "", "segments", ratio_sum(rows->sum, all), -1);
    if (*group->by == '\0')
        rows_count(rows, "", "unconfirmed_codes", unconfirmed,
                   (int64_t)rows->board->book->codes->len);
}

void figures_write(const struct board *board, const struct board_group *group,
                   const struct figures_setting *setting, struct writer *writer)
{
    struct rows *rows = rows_new(board, group, setting);
    GArray *all = rows_columns(rows);

    for (guint i = 0; i < board->book->codes->len; i++)
        g_array_append_val(all, i);
    figures_totals(rows, all);
    figures_codes(rows);
    figures_sides(rows);
    figures_position(rows);
    rows_write(rows, writer);
    rows_free(rows);
}
