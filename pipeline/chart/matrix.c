#include "chart/matrix.h"

#include "chart/matrix_lay.h"

#include <math.h>

/* Numbers in a darker cell than this are white. */
static const double dark = 0.58;

static bool matrix_is_fit(const struct matrix_chart *chart, char **why)
{
    bool fit = chart->n_rows > 0 && chart->n_columns > 0;
    for (size_t i = 0; fit && i < chart->n_rows * chart->n_columns; i++) {
        fit = fabs(chart->cells[i].shade) <= 1;
    }
    if (!fit) {
        *why = g_strdup(chart->n_rows == 0 || chart->n_columns == 0
                            ? "there is nothing to draw"
                            : "a shade of the chart lies outside it");
    }
    return fit;
}

static void matrix_start(struct matrix *matrix, const struct matrix_chart *chart,
                         enum chart_kind kind)
{
    g_autofree const char **labels = g_new(const char *, chart->n_keys + 1);
    enum side *sides = g_new(enum side, chart->n_keys + 1);
    *matrix = (struct matrix){.chart = chart};
    for (size_t i = 0; i < chart->n_keys; i++) {
        labels[i] = chart->keys[i].label;
        sides[i] = SIDE_NEITHER;
    }
    legend_start(&matrix->legend, labels, sides, chart->n_keys);
    g_free(sides);
    for (size_t i = 0; i < chart->n_keys; i++) {
        matrix->legend.items[i].shade = chart->keys[i].shade;
    }
    canvas_start(&matrix->canvas, kind);
    matrix_lay(matrix);
    matrix_write(matrix);
}

/* A cell with its number; that of a white cell is quiet. */
static void fill_cell(struct matrix *matrix, size_t row, size_t column, GString *cells,
                      GString *frames)
{
    const struct matrix_cell *cell = &matrix->chart->cells[row * matrix->chart->n_columns + column];
    double x = (double)column + 1, y = (double)row + 1;
    const double line[] = {x - 0.5, x + 0.5, y - 0.5, y + 0.5, cell->shade};
    if (cell->value == NULL) {
        return;
    }
    canvas_line(cells, line, G_N_ELEMENTS(line));
    if (cell->framed) {
        canvas_line(frames, line, G_N_ELEMENTS(line));
    }
    canvas_write(&matrix->canvas, matrix_x(matrix, column), matrix_y(matrix, row),
                 cell->shade == 0           ? CANVAS_AXIS
                 : fabs(cell->shade) > dark ? CANVAS_CELL_LIGHT
                                            : CANVAS_COLUMN,
                 cell->value);
}

static bool matrix_show(struct matrix *matrix, const char *cells, const char *frames,
                        const char *script, const struct gnuplot_engine *engine, GBytes **image,
                        char **why)
{
    GString *legend =
        legend_file(&matrix->legend, matrix->canvas.font, matrix->legend_x, matrix->legend_y);
    const struct chart_file files[] = {
        {"cells.tsv", cells}, {"frames.tsv", frames}, {"legend.tsv", legend->str}};
    const struct chart_setting settings[] = {
        {"panel_left", matrix->left},
        {"panel_right", matrix->right},
        {"panel_bottom", matrix->bottom},
        {"panel_top", matrix->top},
        {"x_low", 0.5},
        {"x_high", (double)matrix->chart->n_columns + 0.5},
        {"n_rows", (double)matrix->chart->n_rows},
    };
    bool drawn = canvas_draw(&matrix->canvas, script, files, G_N_ELEMENTS(files), settings,
                             G_N_ELEMENTS(settings), engine, image, why);
    g_string_free(legend, TRUE);
    return drawn;
}

bool matrix_draw(const struct matrix_chart *chart, const char *script, enum chart_kind kind,
                 const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    *image = NULL;
    if (!matrix_is_fit(chart, why)) {
        return false;
    }
    struct matrix matrix;
    GString *cells = g_string_new(NULL), *frames = g_string_new(NULL);
    matrix_start(&matrix, chart, kind);
    for (size_t row = 0; row < chart->n_rows; row++) {
        for (size_t column = 0; column < chart->n_columns; column++) {
            fill_cell(&matrix, row, column, cells, frames);
        }
    }
    bool drawn = matrix_show(&matrix, cells->str, frames->str, script, engine, image, why);
    canvas_end(&matrix.canvas);
    legend_end(&matrix.legend);
    g_strfreev(matrix.title);
    g_string_free(cells, TRUE);
    g_string_free(frames, TRUE);
    return drawn;
}
