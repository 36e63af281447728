#include "chart/lettering.h"
#include "chart/matrix_lay.h"

/* In em. */
static const double gap = 0.7, row_wrap = 24, cell_gap = 0.5, turned_most = 18;
static const double heading_gap = 0.5, note_gap = 0.9, column_title_gap = 0.8;

static void write_rows(struct matrix *matrix)
{
    double x = matrix->left - gap * matrix->canvas.font;
    for (size_t i = 0; i < matrix->chart->n_rows; i++) {
        g_autofree char *clean = lettering_clean(matrix->chart->rows[i]);
        char **lines = lettering_wrap(clean, row_wrap);
        canvas_write_lines(&matrix->canvas, x, matrix_y(matrix, i), CANVAS_ROW, lines);
        g_strfreev(lines);
    }
    g_autofree char *title = lettering_clean(matrix->chart->row_title);
    g_autofree char *cut = lettering_fit(title, row_wrap);
    canvas_write(&matrix->canvas, x, matrix->top + (heading_gap + 0.4) * matrix->canvas.font,
                 CANVAS_NOTE_BEFORE, cut);
}

/* Upright labels stand on the cells; turned ones begin there. */
static void write_column(struct matrix *matrix, size_t column)
{
    double em = matrix->canvas.font, x = matrix_x(matrix, column);
    double y = matrix->top + heading_gap * em;
    g_autofree char *clean = lettering_clean(matrix->chart->columns[column]);
    if (matrix->turned) {
        g_autofree char *cut = lettering_fit(clean, turned_most);
        canvas_write(&matrix->canvas, x, y, CANVAS_COLUMN_UP, cut);
        return;
    }
    char **lines = lettering_wrap(clean, matrix->cell / em - cell_gap);
    double high = g_strv_length(lines) * canvas_line_em * em;
    canvas_write_lines(&matrix->canvas, x, y + high / 2 - 0.1 * em, CANVAS_COLUMN, lines);
    g_strfreev(lines);
}

void matrix_write(struct matrix *matrix)
{
    const struct matrix_chart *chart = matrix->chart;
    double em = matrix->canvas.font, middle = (matrix->left + matrix->right) / 2;
    double lines = g_strv_length(matrix->title);
    write_rows(matrix);
    for (size_t i = 0; i < chart->n_columns; i++) {
        write_column(matrix, i);
        if (chart->notes != NULL) {
            canvas_write(&matrix->canvas, matrix_x(matrix, i), matrix->bottom - note_gap * em,
                         CANVAS_AXIS, chart->notes[i]);
        }
    }
    canvas_write(&matrix->canvas, middle,
                 matrix->top + (heading_gap + matrix->heading_em + column_title_gap) * em,
                 CANVAS_AXIS, chart->column_title);
    canvas_write_lines(&matrix->canvas, matrix->canvas.width / 2.0,
                       matrix->title_y - (lines - 1) / 2 * canvas_line_em * em, CANVAS_AXIS,
                       matrix->title);
    legend_write(&matrix->legend, &matrix->canvas, matrix->legend_x, matrix->legend_y);
}
