#include "count/rows.h"

#include "table/method.h"

/* The group's sums over persons; width cells, to be freed. */
static int64_t *rows_sum(const struct board *board, const struct board_group *group)
{
    int64_t *sum = g_new0(int64_t, board->width + 1);

    for (guint i = 0; i < group->counts->len; i++)
        sum[i % board->width] += g_array_index(group->counts, int64_t, i);
    return sum;
}

struct rows *rows_new(const struct board *board, const struct board_group *group,
                      const struct figures_setting *setting)
{
    struct rows *rows = g_new0(struct rows, 1);

    rows->board = board;
    rows->group = group;
    rows->setting = setting;
    rows->figures = g_array_new(FALSE, FALSE, sizeof(struct figure));
    rows->statistics = g_array_new(FALSE, FALSE, sizeof(struct cluster_statistic));
    rows->held = g_ptr_array_new_with_free_func(g_free);
    rows->columns = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    rows->sum = rows_sum(board, group);
    return rows;
}

void rows_free(struct rows *rows)
{
    g_array_free(rows->figures, TRUE);
    g_array_free(rows->statistics, TRUE);
    g_ptr_array_free(rows->held, TRUE);
    g_ptr_array_free(rows->columns, TRUE);
    g_free(rows->sum);
    g_free(rows);
}

gpointer rows_hold(struct rows *rows, gpointer data)
{
    g_ptr_array_add(rows->held, data);
    return data;
}

GArray *rows_columns(struct rows *rows)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(guint));

    g_ptr_array_add(rows->columns, columns);
    return columns;
}

struct figure *rows_add(struct rows *rows, const char *subject, const char *statistic)
{
    struct figure figure = {.result = result_empty("count"), .waits = -1};

    figure.result.by = rows->group->by;
    figure.result.group = rows->group->name;
    figure.result.subject = subject;
    figure.result.term = rows->board->book->name;
    figure.result.statistic = statistic;
    figure.result.method = "";
    g_array_append_val(rows->figures, figure);
    return &g_array_index(rows->figures, struct figure, rows->figures->len - 1);
}

void rows_count(struct rows *rows, const char *subject, const char *statistic, int64_t value,
                int64_t n)
{
    struct figure *figure = rows_add(rows, subject, statistic);

    figure->result.value = (double)value;
    figure->result.n = n;
}

void rows_wait(struct rows *rows, struct figure *figure, const struct cluster_statistic *rule)
{
    figure->waits = (int)rows->statistics->len;
    g_array_append_vals(rows->statistics, rule, 1);
}

struct figure *rows_ratio(struct rows *rows, const char *subject, const char *statistic,
                          struct ratio ratio, enum jackknife_scale scale)
{
    struct ratio *plan = rows_hold(rows, g_memdup2(&ratio, sizeof ratio));
    struct cluster_statistic rule = {
        .of = ratio_of, .plan = plan, .scale = scale, .holds = ratio_holds};
    struct figure *figure = rows_add(rows, subject, statistic);

    figure->estimand = "ratio";
    figure->result.n = ratio_sum(rows->sum, ratio.below);
    rows_wait(rows, figure, &rule);
    return figure;
}

/* Why the value or its interval is missing; a statistic may ask for more clusters than others. */
static const char *rows_note(const struct rows *rows, const struct figure *figure,
                             const struct cluster_interval *interval)
{
    const struct cluster_statistic *rule =
        &g_array_index(rows->statistics, struct cluster_statistic, figure->waits);
    bool fine = interval->value.reason == STAT_FINE;

    if (fine && interval->limits.reason == STAT_TOO_FEW && interval->limits.n >= 3 &&
        rule->minimum > interval->limits.n)
        return "under-minimum";
    return method_note(fine ? interval->limits.reason : interval->value.reason, interval->limits.n);
}

/* Takes the interval of the rule over into the row that waits for it. */
static void rows_take(struct rows *rows, struct figure *figure,
                      const struct cluster_interval *interval)
{
    double times = figure->doubled ? 2 : 1;
    double minus = figure->doubled ? 1 : 0;

    figure->result.value = times * interval->value.value - minus;
    figure->result.low = times * interval->limits.low - minus;
    figure->result.high = times * interval->limits.high - minus;
    figure->result.note = rows_note(rows, figure, interval);
    figure->result.method =
        rows_hold(rows, method_interval(interval, rows->setting->resample.seed));
}

void rows_write(struct rows *rows, struct writer *writer)
{
    struct resample_data data = {
        .counts = &g_array_index(rows->group->counts, int64_t, 0),
        .clusters = (size_t)names_count(rows->group->persons),
        .width = rows->board->width,
    };
    struct cluster_interval *intervals = g_new0(struct cluster_interval, rows->statistics->len + 1);

    cluster_intervals(&data, (const struct cluster_statistic *)(void *)rows->statistics->data,
                      rows->statistics->len, &rows->setting->resample, intervals);
    for (guint i = 0; i < rows->figures->len; i++) {
        struct figure *figure = &g_array_index(rows->figures, struct figure, i);
        char *method;

        if (figure->waits >= 0)
            rows_take(rows, figure, &intervals[figure->waits]);
        figure->result.persons_wpb = group_known(rows->group->wpbs);
        figure->result.persons_student = group_known(rows->group->students);
        method = method_begin(rows->setting->unit, rows->board->person, figure->estimand,
                              figure->result.method);
        figure->result.method = method;
        result_write(writer, &figure->result);
        g_free(method);
    }
    g_free(intervals);
}
