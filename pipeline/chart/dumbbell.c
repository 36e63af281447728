#include "chart/dumbbell.h"

#include "chart/lettering.h"

#include <math.h>

/* How far a value stands from the middle of its dot, in em. */
static const double value_gap = 0.65;

struct dumbbell {
    const struct dumbbell_chart *chart;
    struct legend legend;
    struct page page;
    GString *dots[PAGE_PANELS], *tics[PAGE_PANELS], *lines;
};

static bool dumbbell_is_fit(const struct dumbbell_chart *chart, char **why)
{
    bool fit = chart->n_rows > 0;
    for (size_t panel = 0; panel < PAGE_PANELS; panel++) {
        const struct page_axis *axis = &chart->axes[panel];
        fit = fit && isfinite(axis->low) && isfinite(axis->high);
        for (size_t i = 0; i < axis->n_tics; i++) {
            fit = fit && isfinite(axis->tics[i].at);
        }
        for (size_t i = 0; i < chart->n_rows; i++) {
            fit = fit && !isinf(chart->rows[i].marks[panel].at);
        }
    }
    if (!fit) {
        *why = g_strdup(chart->n_rows == 0 ? "there is nothing to draw"
                                           : "a mark of the chart lies outside it");
    }
    return fit;
}

/* The axis of a panel, wide enough for all its dots (fmin and fmax pass NaN over). */
static struct page_axis widened(const struct dumbbell_chart *chart, size_t panel)
{
    struct page_axis axis = chart->axes[panel];
    for (size_t i = 0; i < chart->n_rows; i++) {
        axis.low = fmin(axis.low, chart->rows[i].marks[panel].at);
        axis.high = fmax(axis.high, chart->rows[i].marks[panel].at);
    }
    if (axis.high <= axis.low) {
        axis.high = axis.low + 1;
    }
    return axis;
}

static void dumbbell_start(struct dumbbell *dumbbell, const struct dumbbell_chart *chart,
                           enum chart_kind kind)
{
    g_autofree const char **labels = g_new(const char *, chart->n_rows);
    g_autofree const char **notes = g_new0(const char *, chart->n_rows);
    for (size_t i = 0; i < chart->n_rows; i++) {
        labels[i] = chart->rows[i].label;
    }
    struct page_need need = {
        .kind = kind,
        .n_rows = chart->n_rows,
        .row_labels = labels,
        .row_notes = notes,
        .n_axes = PAGE_PANELS,
    };
    *dumbbell = (struct dumbbell){.chart = chart, .lines = g_string_new(NULL)};
    for (size_t panel = 0; panel < PAGE_PANELS; panel++) {
        need.axes[panel] = widened(chart, panel);
        dumbbell->dots[panel] = g_string_new(NULL);
        dumbbell->tics[panel] = g_string_new(NULL);
    }
    legend_start(&dumbbell->legend, NULL, NULL, 0);
    page_start(&dumbbell->page, &need, &dumbbell->legend);
}

/* The value stands right of its dot, or left of it where it would leave the panel. */
static void write_value(struct dumbbell *dumbbell, size_t row, size_t panel)
{
    const struct dumbbell_mark *mark = &dumbbell->chart->rows[row].marks[panel];
    struct page *page = &dumbbell->page;
    double y = page_y(page, row), em = page->canvas.font;
    g_autofree char *value = lettering_clean(mark->value);
    if (isnan(mark->at)) {
        double middle = (page->panels[panel].left + page->panels[panel].right) / 2;
        canvas_write(&page->canvas, middle, y, CANVAS_AXIS, value);
        return;
    }
    double x = page_x(page, panel, mark->at), gap = value_gap * em;
    bool fits = x + gap + lettering_width(value) * em <= page->panels[panel].right;
    canvas_write(&page->canvas, fits ? x + gap : x - gap, y,
                 fits ? CANVAS_NOTE : CANVAS_NOTE_BEFORE, value);
}

static void dumbbell_fill(struct dumbbell *dumbbell)
{
    const struct dumbbell_chart *chart = dumbbell->chart;
    for (size_t row = 0; row < chart->n_rows; row++) {
        double y = (double)row + 1;
        canvas_line(dumbbell->lines, &y, 1);
        for (size_t panel = 0; panel < PAGE_PANELS; panel++) {
            const double dot[] = {chart->rows[row].marks[panel].at, y};
            if (isfinite(dot[0])) {
                canvas_line(dumbbell->dots[panel], dot, G_N_ELEMENTS(dot));
            }
            write_value(dumbbell, row, panel);
        }
    }
    for (size_t panel = 0; panel < PAGE_PANELS; panel++) {
        for (size_t i = 0; i < chart->axes[panel].n_tics; i++) {
            canvas_line(dumbbell->tics[panel], &chart->axes[panel].tics[i].at, 1);
        }
    }
}

bool dumbbell_draw(const struct dumbbell_chart *chart, const char *script, enum chart_kind kind,
                   const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    *image = NULL;
    if (!dumbbell_is_fit(chart, why)) {
        return false;
    }
    struct dumbbell dumbbell;
    dumbbell_start(&dumbbell, chart, kind);
    dumbbell_fill(&dumbbell);
    const struct chart_file files[] = {{"lines.tsv", dumbbell.lines->str},
                                       {"dots.tsv", dumbbell.dots[0]->str},
                                       {"tics.tsv", dumbbell.tics[0]->str},
                                       {"second_dots.tsv", dumbbell.dots[1]->str},
                                       {"second_tics.tsv", dumbbell.tics[1]->str}};
    bool drawn = page_draw(&dumbbell.page, script, files, G_N_ELEMENTS(files), engine, image, why);
    page_end(&dumbbell.page);
    legend_end(&dumbbell.legend);
    for (size_t panel = 0; panel < PAGE_PANELS; panel++) {
        g_string_free(dumbbell.dots[panel], TRUE);
        g_string_free(dumbbell.tics[panel], TRUE);
    }
    g_string_free(dumbbell.lines, TRUE);
    return drawn;
}
