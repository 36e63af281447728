#include "driver/build_chart.h"

#include "driver/say.h"
#include "table/reader.h"

#include <string.h>

/* What the results hold of a chart. */
struct chart_rows {
    bool any;     /* of its term */
    bool persons; /* with a segment that has a side */
    bool numbers; /* that it names */
};

/* One row of the results. */
struct chart_row {
    const char *analysis;
    const char *by;
    const char *subject;
    const char *term;
    const char *statistic;
    const char *value;
    const char *method;
};

static bool row_has_value(const struct chart_row *row)
{
    return *row->value != '\0' && *row->value != '.';
}

/* Whether a row is by one column that does not hold the persons. */
static bool row_is_by_group(const struct chart_row *row)
{
    char *person = g_strconcat("person=", row->by, ";", NULL);
    char *method = g_strconcat(row->method, ";", NULL);
    bool persons = strstr(method, person) != NULL;

    g_free(method);
    g_free(person);
    return *row->by != '\0' && strchr(row->by, '+') == NULL && !persons;
}

static bool row_is_about(const struct chart_row *row, const GPtrArray *items)
{
    size_t n = strcspn(row->subject, "=");

    for (guint i = 0; i < items->len; i++) {
        const char *item = items->pdata[i];

        if (strlen(item) == n && strncmp(item, row->subject, n) == 0)
            return true;
    }
    return items->len == 0;
}

/* Whether a row holds a number that the chart names. */
static bool row_is_named(const struct chart_row *row, const struct plan_chart *chart)
{
    if (chart->analysis == NULL || strcmp(row->analysis, chart->analysis) != 0 ||
        !row_has_value(row) ||
        (strcmp(row->statistic, chart->statistic) != 0 &&
         g_strcmp0(row->statistic, chart->other) != 0))
        return false;
    return row_is_about(row, chart->items) &&
           (strcmp(row->analysis, "count") != 0 || row_is_by_group(row));
}

static struct chart_rows build_chart_rows(const struct build *build, const struct plan_chart *chart)
{
    struct chart_rows rows = {false, false, false};
    char *path = build_path(build, plan_results);
    char *files[] = {path, NULL};
    struct reader *in = reader_open(shape_bit(SHAPE_RESULTS), files, READER_WHOLE);
    static const char *const names[] = {"analysis",  "by",    "subject", "term",
                                        "statistic", "value", "method"};
    int columns[G_N_ELEMENTS(names)];

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        columns[i] = reader_column(in, names[i]);
    while (reader_next(in)) {
        const struct chart_row row = {reader_cell(in, columns[0]), reader_cell(in, columns[1]),
                                      reader_cell(in, columns[2]), reader_cell(in, columns[3]),
                                      reader_cell(in, columns[4]), reader_cell(in, columns[5]),
                                      reader_cell(in, columns[6])};

        if (chart->term != NULL && strcmp(row.term, chart->term) != 0)
            continue;
        rows.any = true;
        rows.numbers = rows.numbers || row_is_named(&row, chart);
        rows.persons = rows.persons ||
                       (*row.by != '\0' && row_has_value(&row) && strcmp(row.value, "0") != 0 &&
                        strcmp(row.statistic, "sided_segments") == 0);
    }
    reader_close(in);
    g_free(path);
    return rows;
}

enum chart_state build_chart_state(const struct build *build, const struct plan_chart *chart,
                                   char **why)
{
    struct chart_rows rows = build_chart_rows(build, chart);

    *why = NULL;
    if (chart->analysis != NULL)
        return rows.numbers ? CHART_DRAWN : CHART_UNMISSED;
    if (!rows.any)
        *why = SAY("grafiek-zonder-codes", "codeboek", chart->term);
    else if (chart->per_person && !rows.persons)
        *why = SAY("grafiek-zonder-personen", "grafiek", chart->label, "codeboek", chart->term);
    return *why == NULL ? CHART_DRAWN : CHART_MISSED;
}
