#include "chart/axis.h"

#include "chart/lettering.h"

#include <math.h>

/* Part of the height of a row that its bar takes, and the size of the numbers on it in em. */
static const double bar_height = 0.74, value_em = 0.78;
/* Beside a label of several lines a bar is no higher than this, in em. */
static const double bar_most = 1.9;
/* Numbers on a darker box than this are white. */
static const double dark = 0.55;

struct axis {
    const struct axis_chart *chart;
    struct legend legend;
    struct page page;
    GString *boxes, *tics;
    double height; /* of a bar, in rows */
};

static bool axis_is_fit(const struct axis_chart *chart, char **why)
{
    bool fit = chart->n_rows > 0 && isfinite(chart->low) && isfinite(chart->high);
    for (size_t i = 0; i < chart->n_boxes; i++) {
        const struct axis_box *box = &chart->boxes[i];
        fit = fit && box->row < chart->n_rows && box->code < chart->n_codes &&
              isfinite(box->from) && isfinite(box->to);
    }
    for (size_t i = 0; i < chart->n_tics; i++) {
        fit = fit && isfinite(chart->tics[i].at);
    }
    if (!fit) {
        *why = g_strdup(chart->n_rows == 0 ? "there is nothing to draw"
                                           : "a box or tic of the chart lies outside it");
    }
    return fit;
}

static void axis_range(const struct axis_chart *chart, double *low, double *high)
{
    *low = fmin(0, chart->low);
    *high = fmax(0, chart->high);
    for (size_t i = 0; i < chart->n_boxes; i++) {
        *low = fmin(*low, fmin(chart->boxes[i].from, chart->boxes[i].to));
        *high = fmax(*high, fmax(chart->boxes[i].from, chart->boxes[i].to));
    }
    if (*high <= *low) {
        *high = *low + 1;
    }
}

static void axis_start(struct axis *axis, const struct axis_chart *chart, enum chart_kind kind)
{
    g_autofree const char **labels = g_new(const char *, chart->n_rows);
    g_autofree const char **notes = g_new(const char *, chart->n_rows);
    g_autofree const char **codes = g_new(const char *, chart->n_codes + 1);
    enum side *sides = g_new(enum side, chart->n_codes + 1);
    for (size_t i = 0; i < chart->n_rows; i++) {
        labels[i] = chart->rows[i].label;
        notes[i] = chart->rows[i].note;
    }
    for (size_t i = 0; i < chart->n_codes; i++) {
        codes[i] = chart->codes[i].label;
        sides[i] = chart->codes[i].side;
    }
    struct page_need need = {
        .kind = kind,
        .n_rows = chart->n_rows,
        .wrap = chart->wrap,
        .row_labels = labels,
        .row_notes = notes,
        .first_name = chart->first_name,
        .last_name = chart->last_name,
        .axes = {{.title = chart->title, .tics = chart->tics, .n_tics = chart->n_tics}},
        .n_axes = 1,
    };
    axis_range(chart, &need.axes[0].low, &need.axes[0].high);
    *axis = (struct axis){.chart = chart, .boxes = g_string_new(NULL), .tics = g_string_new(NULL)};
    legend_start(&axis->legend, codes, sides, chart->n_codes);
    g_free(sides);
    page_start(&axis->page, &need, &axis->legend);
    axis->height = bar_height;
    if (axis->page.n_lines > 1) {
        axis->height = fmin(bar_height, bar_most * axis->page.canvas.font / axis->page.pitch);
    }
}

/* A number stands on its box only where the box is wide and high enough to hold it. */
static void axis_value(struct axis *axis, const struct axis_box *box, double shade)
{
    struct page *page = &axis->page;
    double from = page_x(page, 0, box->from), to = page_x(page, 0, box->to);
    g_autofree char *value = lettering_clean(box->value);
    double em = value_em * page->canvas.font;
    if ((lettering_width(value) + 0.5) * em > fabs(to - from) || em > axis->height * page->pitch) {
        return;
    }
    canvas_write(&page->canvas, (from + to) / 2, page_y(page, box->row),
                 fabs(shade) > dark ? CANVAS_VALUE_LIGHT : CANVAS_VALUE_DARK, value);
}

static void axis_fill(struct axis *axis)
{
    for (size_t i = 0; i < axis->chart->n_boxes; i++) {
        const struct axis_box *box = &axis->chart->boxes[i];
        double shade = axis->legend.items[box->code].shade;
        double y = (double)box->row + 1;
        if (box->from == box->to) {
            continue;
        }
        const double line[] = {fmin(box->from, box->to), fmax(box->from, box->to),
                               y - axis->height / 2, y + axis->height / 2, shade};
        canvas_line(axis->boxes, line, G_N_ELEMENTS(line));
        axis_value(axis, box, shade);
    }
    for (size_t i = 0; i < axis->chart->n_tics; i++) {
        canvas_line(axis->tics, &axis->chart->tics[i].at, 1);
    }
}

bool axis_draw(const struct axis_chart *chart, const char *script, enum chart_kind kind,
               const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    *image = NULL;
    if (!axis_is_fit(chart, why)) {
        return false;
    }
    struct axis axis;
    axis_start(&axis, chart, kind);
    axis_fill(&axis);
    const struct chart_file files[] = {{"boxes.tsv", axis.boxes->str},
                                       {"tics.tsv", axis.tics->str}};
    bool drawn = page_draw(&axis.page, script, files, G_N_ELEMENTS(files), engine, image, why);
    page_end(&axis.page);
    legend_end(&axis.legend);
    g_string_free(axis.boxes, TRUE);
    g_string_free(axis.tics, TRUE);
    return drawn;
}
