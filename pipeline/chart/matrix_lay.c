#include "chart/matrix_lay.h"

#include "chart/lettering.h"

#include <math.h>

const double matrix_gap = 0.7, matrix_row_wrap = 24, matrix_cell_gap = 0.5;
const double matrix_turned_most = 18, matrix_heading_gap = 0.5;

/* In em. */
static const double margin = 1.1;
static const double cell_least = 2.6, cell_most = 9;
static const double pitch_usual = 2.1, pitch_least = 1.4, label_gap = 0.7;
static const double title_gap = 1.1, title_line = 1.6, legend_gap = 0.9;
enum { HEADING_LINES = 3 }; /* a column label of more lines is turned */

static char **clean_lines(const char *text, double em)
{
    g_autofree char *clean = lettering_clean(text);
    return lettering_wrap(clean, em);
}

double matrix_x(const struct matrix *matrix, size_t column)
{
    return matrix->left + matrix->cell * ((double)column + 0.5);
}

double matrix_y(const struct matrix *matrix, size_t row)
{
    return matrix->top - matrix->pitch * ((double)row + 0.5);
}

/* What does not depend on the size of the letters. */
static void measure(struct matrix *matrix)
{
    const struct matrix_chart *chart = matrix->chart;
    g_autofree char *title = lettering_clean(chart->row_title);
    matrix->label_em = fmin(lettering_width(title), matrix_row_wrap);
    matrix->n_lines = 1;
    for (size_t i = 0; i < chart->n_rows; i++) {
        char **lines = clean_lines(chart->rows[i], matrix_row_wrap);
        matrix->label_em = fmax(matrix->label_em, lettering_width_lines(lines));
        matrix->n_lines = MAX(matrix->n_lines, g_strv_length(lines));
        g_strfreev(lines);
    }
    matrix->least_em = cell_least;
    for (size_t i = 0; i < chart->n_rows * chart->n_columns; i++) {
        g_autofree char *value = lettering_clean(chart->cells[i].value);
        matrix->least_em = fmax(matrix->least_em, lettering_width(value) + matrix_cell_gap);
    }
    for (size_t i = 0; chart->notes != NULL && i < chart->n_columns; i++) {
        g_autofree char *note = lettering_clean(chart->notes[i]);
        matrix->least_em = fmax(matrix->least_em, lettering_width(note) + matrix_cell_gap);
    }
}

/* Whether a column label can stand upright: no word is broken, and it has few lines. */
static bool label_stands(const char *label, double em)
{
    g_autofree char *clean = lettering_clean(label);
    char **words = g_strsplit(clean, " ", -1);
    char **lines = lettering_wrap(clean, em);
    bool stands = lettering_width_lines(words) <= em && g_strv_length(lines) <= HEADING_LINES;
    g_strfreev(words);
    g_strfreev(lines);
    return stands;
}

static double label_height(const char *label, double em, bool turned)
{
    g_autofree char *clean = lettering_clean(label);
    if (turned) {
        return fmin(lettering_width(clean), matrix_turned_most);
    }
    char **lines = lettering_wrap(clean, em);
    double height = g_strv_length(lines) * canvas_line_em;
    g_strfreev(lines);
    return height;
}

static void lay_heading(struct matrix *matrix)
{
    const struct matrix_chart *chart = matrix->chart;
    double em = matrix->cell / matrix->canvas.font - matrix_cell_gap;
    matrix->turned = false;
    matrix->heading_em = 0;
    for (size_t i = 0; i < chart->n_columns; i++) {
        matrix->turned = matrix->turned || !label_stands(chart->columns[i], em);
    }
    for (size_t i = 0; i < chart->n_columns; i++) {
        double height = label_height(chart->columns[i], em, matrix->turned);
        matrix->heading_em = fmax(matrix->heading_em, height);
    }
}

/* Everything across, and what it makes of the height above and below the cells in em. */
static void lay_width(struct matrix *matrix, double width, double *above, double *below)
{
    const struct matrix_chart *chart = matrix->chart;
    double em = matrix->canvas.font, n = (double)chart->n_columns;
    double beside = (2 * margin + matrix->label_em + matrix_gap) * em;
    matrix->cell = fmin(fmax((width - beside) / n, matrix->least_em * em), cell_most * em);
    double wide = beside + n * matrix->cell;
    matrix->canvas.width = (unsigned int)ceil(fmax(width, wide));
    matrix->left =
        (margin + matrix->label_em + matrix_gap) * em + (matrix->canvas.width - wide) / 2;
    matrix->right = matrix->left + n * matrix->cell;
    lay_heading(matrix);
    g_strfreev(matrix->title);
    matrix->title = clean_lines(chart->title, matrix->canvas.width / em - 2 * margin);
    legend_place(&matrix->legend, matrix->canvas.width / em - 2 * margin);
    double lines = (double)matrix->legend.n_lines;
    bool titled = chart->column_title != NULL && *chart->column_title != '\0';
    *above = margin + (titled ? title_line + 0.3 : 0) + matrix->heading_em + matrix_heading_gap;
    *below = (chart->notes != NULL ? title_line : 0) + title_gap +
             g_strv_length(matrix->title) * canvas_line_em +
             (lines > 0 ? legend_gap + lines * legend_line : 0) + margin - 0.4;
}

static double pitch_of(const struct matrix *matrix, double usual)
{
    double lines = (double)matrix->n_lines;
    return lines > 1 ? fmax(usual, lines * canvas_line_em + label_gap) : usual;
}

static void lay_paper(struct matrix *matrix, double *above, double *below)
{
    matrix->canvas.font = canvas_paper_font;
    lay_width(matrix, canvas_paper_width, above, below);
    matrix->pitch = pitch_of(matrix, pitch_usual) * canvas_paper_font;
}

/* The letters of a slide shrink until all is on it; what even then is not, makes it larger. */
static void lay_slide(struct matrix *matrix, double *above, double *below)
{
    double n = (double)matrix->chart->n_rows;
    for (int font = CANVAS_SLIDE_FONT; font >= CANVAS_SLIDE_FONT_LEAST; font--) {
        matrix->canvas.font = font;
        lay_width(matrix, canvas_slide_width, above, below);
        double room = canvas_slide_height - (*above + *below) * font;
        double least = pitch_of(matrix, pitch_least) * font;
        matrix->pitch = fmax(least, fmin(room / n, pitch_of(matrix, pitch_usual) * font));
        if (n * least <= room && matrix->canvas.width <= canvas_slide_width) {
            break;
        }
    }
}

void matrix_lay(struct matrix *matrix)
{
    bool slide = matrix->canvas.kind == CHART_PNG;
    double above, below;
    measure(matrix);
    if (slide) {
        lay_slide(matrix, &above, &below);
    } else {
        lay_paper(matrix, &above, &below);
    }
    double em = matrix->canvas.font;
    double high = (above + below) * em + matrix->pitch * (double)matrix->chart->n_rows;
    matrix->canvas.height = (unsigned int)ceil(slide ? fmax(high, canvas_slide_height) : high);
    matrix->top = matrix->canvas.height - above * em - (matrix->canvas.height - high) / 2;
    matrix->bottom = matrix->top - matrix->pitch * (double)matrix->chart->n_rows;
    double lines = g_strv_length(matrix->title);
    matrix->title_y =
        matrix->bottom - ((matrix->chart->notes != NULL ? title_line : 0) + title_gap) * em;
    matrix->legend_y = matrix->title_y - (lines * canvas_line_em - 0.4 + legend_gap) * em;
    matrix->legend_x = (matrix->canvas.width - matrix->legend.width * em) / 2;
}
