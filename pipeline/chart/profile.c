#include "chart/profile.h"

#include <math.h>

/* How dark the marks of a side are, and those of its persons. */
static const double mark_shade = 0.75, dot_shade = 0.5;
/* Part of the height of a row that its dots take. */
static const double dot_height = 0.62;
/* How far a heading stands from the line of zero, in em. */
static const double heading_indent = 0.4;

struct profile {
    const struct profile_chart *chart;
    struct legend legend;
    struct page page;
    GString *marks, *intervals, *dots, *lines, *tics;
};

static bool has_interval(const struct profile_row *row)
{
    return isfinite(row->low) && isfinite(row->high);
}

static bool profile_is_fit(const struct profile_chart *chart, char **why)
{
    bool fit = chart->n_rows > 0 && isfinite(chart->low) && isfinite(chart->high);
    for (size_t i = 0; i < chart->n_dots; i++) {
        const struct profile_dot *dot = &chart->dots[i];
        fit = fit && dot->row < chart->n_rows && isfinite(dot->share) && fabs(dot->offset) <= 0.5;
    }
    for (size_t i = 0; i < chart->n_tics; i++) {
        fit = fit && isfinite(chart->tics[i].at);
    }
    if (!fit) {
        *why = g_strdup(chart->n_rows == 0 ? "there is nothing to draw"
                                           : "a mark of the chart lies outside it");
    }
    return fit;
}

static void widen(double *low, double *high, double value)
{
    if (isfinite(value)) {
        *low = fmin(*low, value);
        *high = fmax(*high, value);
    }
}

static void profile_range(const struct profile_chart *chart, double *low, double *high)
{
    *low = chart->low;
    *high = chart->high;
    for (size_t i = 0; i < chart->n_rows; i++) {
        widen(low, high, chart->rows[i].share);
        widen(low, high, chart->rows[i].low);
        widen(low, high, chart->rows[i].high);
    }
    for (size_t i = 0; i < chart->n_dots; i++) {
        widen(low, high, chart->dots[i].share);
    }
    if (*high <= *low) {
        *high = *low + 1;
    }
}

static void profile_start(struct profile *profile, const struct profile_chart *chart,
                          enum chart_kind kind)
{
    const char *keys[] = {chart->share_key, chart->dot_key};
    const enum side sides[] = {SIDE_NEITHER, SIDE_NEITHER};
    size_t n_keys = chart->share_key == NULL ? 0 : 1;
    n_keys += n_keys > 0 && chart->n_dots > 0 && chart->dot_key != NULL;
    g_autofree const char **labels = g_new(const char *, chart->n_rows);
    g_autofree const char **notes = g_new(const char *, chart->n_rows);
    for (size_t i = 0; i < chart->n_rows; i++) {
        labels[i] = chart->rows[i].heading ? NULL : chart->rows[i].label;
        notes[i] = chart->rows[i].note;
    }
    struct page_need need = {
        .kind = kind,
        .n_rows = chart->n_rows,
        .row_labels = labels,
        .row_notes = notes,
        .axes = {{.title = chart->title, .tics = chart->tics, .n_tics = chart->n_tics}},
        .n_axes = 1,
    };
    profile_range(chart, &need.axes[0].low, &need.axes[0].high);
    *profile = (struct profile){
        .chart = chart,
        .marks = g_string_new(NULL),
        .intervals = g_string_new(NULL),
        .dots = g_string_new(NULL),
        .lines = g_string_new(NULL),
        .tics = g_string_new(NULL),
    };
    legend_start(&profile->legend, keys, sides, n_keys);
    page_start(&profile->page, &need, &profile->legend);
}

static double shade_of(enum side side, double shade)
{
    return side == SIDE_FIRST ? -shade : side == SIDE_LAST ? shade : 0;
}

static void profile_row(struct profile *profile, size_t i)
{
    const struct profile_row *row = &profile->chart->rows[i];
    double y = (double)i + 1, shade = shade_of(row->side, mark_shade);
    if (row->heading) {
        double x = profile->page.panels[0].left + heading_indent * profile->page.canvas.font;
        canvas_write(&profile->page.canvas, x, page_y(&profile->page, i),
                     CANVAS_HEAD_FIRST + (enum canvas_role)row->side, row->label);
        return;
    }
    canvas_line(profile->lines, &y, 1);
    if (has_interval(row)) {
        const double line[] = {row->low, row->high, y, shade};
        canvas_line(profile->intervals, line, G_N_ELEMENTS(line));
    }
    if (isfinite(row->share)) {
        const double line[] = {row->share, y, shade};
        canvas_line(profile->marks, line, G_N_ELEMENTS(line));
    }
}

static void profile_fill(struct profile *profile)
{
    const struct profile_chart *chart = profile->chart;
    for (size_t i = 0; i < chart->n_rows; i++) {
        profile_row(profile, i);
    }
    for (size_t i = 0; i < chart->n_dots; i++) {
        const struct profile_dot *dot = &chart->dots[i];
        const double line[] = {dot->share, (double)dot->row + 1 + dot_height * dot->offset,
                               shade_of(chart->rows[dot->row].side, dot_shade)};
        canvas_line(profile->dots, line, G_N_ELEMENTS(line));
    }
    for (size_t i = 0; i < chart->n_tics; i++) {
        canvas_line(profile->tics, &chart->tics[i].at, 1);
    }
}

bool profile_draw(const struct profile_chart *chart, const char *script, enum chart_kind kind,
                  const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    *image = NULL;
    if (!profile_is_fit(chart, why)) {
        return false;
    }
    struct profile profile;
    profile_start(&profile, chart, kind);
    profile_fill(&profile);
    const struct chart_file files[] = {{"marks.tsv", profile.marks->str},
                                       {"intervals.tsv", profile.intervals->str},
                                       {"dots.tsv", profile.dots->str},
                                       {"lines.tsv", profile.lines->str},
                                       {"tics.tsv", profile.tics->str}};
    bool drawn = page_draw(&profile.page, script, files, G_N_ELEMENTS(files), engine, image, why);
    page_end(&profile.page);
    legend_end(&profile.legend);
    g_string_free(profile.marks, TRUE);
    g_string_free(profile.intervals, TRUE);
    g_string_free(profile.dots, TRUE);
    g_string_free(profile.lines, TRUE);
    g_string_free(profile.tics, TRUE);
    return drawn;
}
