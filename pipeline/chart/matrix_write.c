#include "chart/lettering.h"
#include "chart/matrix_lay.h"

#include <math.h>

/* In em. */
static const double note_gap = 0.9, column_title_gap = 0.8;

static void write_rows(struct matrix *matrix)
{
    double x = matrix->left - matrix_gap * matrix->canvas.font;
    for (size_t i = 0; i < matrix->chart->n_rows; i++) {
        g_autofree char *clean = lettering_clean(matrix->chart->rows[i]);
        char **lines = lettering_wrap(clean, matrix_row_wrap);
        canvas_write_lines(&matrix->canvas, x, matrix_y(matrix, i), CANVAS_ROW, lines);
        g_strfreev(lines);
    }
    g_autofree char *title = lettering_clean(matrix->chart->row_title);
    g_autofree char *cut = lettering_fit(title, matrix_row_wrap);
    canvas_write(&matrix->canvas, x, matrix->top + (matrix_heading_gap + 0.4) * matrix->canvas.font,
                 CANVAS_NOTE_BEFORE, cut);
}

/* Upright labels stand on the cells; turned ones begin there. */
static void write_column(struct matrix *matrix, size_t column)
{
    double em = matrix->canvas.font, x = matrix_x(matrix, column);
    double y = matrix->top + matrix_heading_gap * em;
    g_autofree char *clean = lettering_clean(matrix->chart->columns[column]);
    if (matrix->turned) {
        g_autofree char *cut = lettering_fit(clean, matrix_turned_most);
        canvas_write(&matrix->canvas, x, y, CANVAS_COLUMN_UP, cut);
        return;
    }
    char **lines = lettering_wrap(clean, matrix->cell / em - matrix_cell_gap);
    double high = g_strv_length(lines) * canvas_line_em * em;
    canvas_write_lines(&matrix->canvas, x, y + high / 2 - 0.1 * em, CANVAS_COLUMN, lines);
    g_strfreev(lines);
}

/* Over the middle of the columns, as far as there is room on both sides. */
static void write_column_title(struct matrix *matrix, double middle)
{
    double em = matrix->canvas.font;
    double room = 2 * fmin(middle, matrix->canvas.width - middle) / em - 2;
    g_autofree char *clean = lettering_clean(matrix->chart->column_title);
    g_autofree char *title = lettering_fit(clean, room);
    canvas_write(&matrix->canvas, middle,
                 matrix->top + (matrix_heading_gap + matrix->heading_em + column_title_gap) * em,
                 CANVAS_AXIS, title);
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
    write_column_title(matrix, middle);
    canvas_write_lines(&matrix->canvas, matrix->canvas.width / 2.0,
                       matrix->title_y - (lines - 1) / 2 * canvas_line_em * em, CANVAS_AXIS,
                       matrix->title);
    legend_write(&matrix->legend, &matrix->canvas, matrix->legend_x, matrix->legend_y);
}
