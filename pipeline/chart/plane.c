#include "chart/plane.h"

#include "chart/lettering.h"
#include "chart/plane_lay.h"

#include <math.h>

/* The legend, in em: half the width of a sample, and between two items. */
static const double sample_half = 0.9, key_gap = 0.5;

struct plane_files {
    GString *points, *tics, *cuts, *keys, *key_lines;
};

static bool plane_is_fit(const struct plane_chart *chart, char **why)
{
    bool fit = chart->n_points > 0 && isfinite(chart->low) && isfinite(chart->high);
    for (size_t i = 0; i < chart->n_points; i++) {
        const struct plane_point *point = &chart->points[i];
        fit = fit && isfinite(point->x) && isfinite(point->y) && point->n > 0;
    }
    for (size_t i = 0; i < chart->n_tics; i++) {
        fit = fit && isfinite(chart->tics[i].at);
    }
    if (!fit) {
        *why = g_strdup(chart->n_points == 0 ? "there is nothing to draw"
                                             : "a point of the chart lies outside it");
    }
    return fit;
}

static void plane_start(struct plane *plane, const struct plane_chart *chart, enum chart_kind kind)
{
    *plane = (struct plane){.chart = chart, .scale_low = chart->low, .scale_high = chart->high};
    for (size_t i = 0; i < chart->n_points; i++) {
        const struct plane_point *point = &chart->points[i];
        plane->scale_low = fmin(plane->scale_low, fmin(point->x, point->y));
        plane->scale_high = fmax(plane->scale_high, fmax(point->x, point->y));
    }
    if (plane->scale_high <= plane->scale_low) {
        plane->scale_high = plane->scale_low + 1;
    }
    canvas_start(&plane->canvas, kind);
    plane_lay(plane);
}

/* Large dots come first, so that none hides a small one. */
static void fill_points(struct plane *plane, struct plane_files *files)
{
    for (size_t many = 1; many < 3; many++) {
        for (size_t i = 0; i < plane->chart->n_points; i++) {
            const struct plane_point *point = &plane->chart->points[i];
            if ((point->n > 1) != (many == 1)) {
                continue;
            }
            const double line[] = {point->x, point->y, plane_radius(plane, point)};
            canvas_line(files->points, line, G_N_ELEMENTS(line));
            if (point->n > 1) {
                g_autofree char *n = g_strdup_printf("%" G_GSIZE_FORMAT, point->n);
                canvas_write(&plane->canvas, plane_x(plane, point->x), plane_y(plane, point->y),
                             CANVAS_VALUE_LIGHT, n);
            }
        }
    }
}

static void fill_lines(const struct plane *plane, struct plane_files *files)
{
    const struct plane_chart *chart = plane->chart;
    for (size_t i = 0; i < chart->n_tics; i++) {
        canvas_line(files->tics, &chart->tics[i].at, 1);
    }
    if (isfinite(chart->cut)) {
        canvas_line(files->cuts, &chart->cut, 1);
    }
}

/* The words of one key at a height; gives the height of the next. */
static double write_key(struct plane *plane, double y, const char *words, double *middle)
{
    g_autofree char *clean = lettering_clean(words);
    char **lines = lettering_wrap(clean, fmax(plane->column_em - plane_key_indent, 4));
    double em = plane->canvas.font, n = g_strv_length(lines);
    *middle = y - 0.5 * canvas_line_em * em;
    canvas_write_lines(&plane->canvas, plane->column + plane_key_indent * em,
                       y - n / 2 * canvas_line_em * em, CANVAS_KEY, lines);
    g_strfreev(lines);
    return n > 0 ? y - (n * canvas_line_em + key_gap) * em : y;
}

static bool is_given(const char *words)
{
    return words != NULL && *words != '\0';
}

/* The legend, downwards from y: dots, then lines. `most` persons have one place. */
static void fill_keys(struct plane *plane, struct plane_files *files, double y, size_t most)
{
    const struct plane_chart *chart = plane->chart;
    const char *dots[] = {chart->dot_key, most > 1 ? chart->many_key : NULL};
    const char *lines[] = {chart->equal_key, isfinite(chart->cut) ? chart->cut_key : NULL};
    double em = plane->canvas.font, x = plane->column + (sample_half + 0.1) * em, middle;
    for (size_t i = 0; i < G_N_ELEMENTS(dots); i++) {
        if (!is_given(dots[i])) {
            continue;
        }
        const struct plane_point sample = {0, 0, i == 0 ? 1 : 2, NULL};
        y = write_key(plane, y, dots[i], &middle);
        const double dot[] = {x, middle, plane_radius(plane, &sample)};
        canvas_line(files->keys, dot, G_N_ELEMENTS(dot));
        if (i > 0) {
            canvas_write(&plane->canvas, x, middle, CANVAS_VALUE_LIGHT, "2");
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        if (!is_given(lines[i])) {
            continue;
        }
        y = write_key(plane, y, lines[i], &middle);
        double half = sample_half * em, tilt = i == 0 ? half * 0.6 : 0;
        const double line[] = {x - half, middle - tilt, 2 * half, 2 * tilt, (double)i};
        canvas_line(files->key_lines, line, G_N_ELEMENTS(line));
    }
}

static void plane_fill(struct plane *plane, struct plane_files *files)
{
    size_t most = 0;
    for (size_t i = 0; i < plane->chart->n_points; i++) {
        most = MAX(most, plane->chart->points[i].n);
    }
    double keys = plane_write(plane);
    fill_points(plane, files);
    fill_lines(plane, files);
    plane_name(plane);
    fill_keys(plane, files, keys, most);
}

static bool plane_show(struct plane *plane, const struct plane_files *data, const char *script,
                       const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    const struct chart_file files[] = {{"points.tsv", data->points->str},
                                       {"tics.tsv", data->tics->str},
                                       {"cuts.tsv", data->cuts->str},
                                       {"keys.tsv", data->keys->str},
                                       {"key_lines.tsv", data->key_lines->str}};
    const struct chart_setting settings[] = {
        {"panel_left", plane->left},     {"panel_right", plane->right},
        {"panel_bottom", plane->bottom}, {"panel_top", plane->top},
        {"x_low", plane->low},           {"x_high", plane->high},
        {"scale_low", plane->scale_low}, {"scale_high", plane->scale_high},
    };
    return canvas_draw(&plane->canvas, script, files, G_N_ELEMENTS(files), settings,
                       G_N_ELEMENTS(settings), engine, image, why);
}

bool plane_draw(const struct plane_chart *chart, const char *script, enum chart_kind kind,
                const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    *image = NULL;
    if (!plane_is_fit(chart, why)) {
        return false;
    }
    struct plane plane;
    struct plane_files files = {g_string_new(NULL), g_string_new(NULL), g_string_new(NULL),
                                g_string_new(NULL), g_string_new(NULL)};
    plane_start(&plane, chart, kind);
    plane_fill(&plane, &files);
    bool drawn = plane_show(&plane, &files, script, engine, image, why);
    canvas_end(&plane.canvas);
    g_strfreev(plane.x_title);
    g_strfreev(plane.y_title);
    g_string_free(files.points, TRUE);
    g_string_free(files.tics, TRUE);
    g_string_free(files.cuts, TRUE);
    g_string_free(files.keys, TRUE);
    g_string_free(files.key_lines, TRUE);
    return drawn;
}
