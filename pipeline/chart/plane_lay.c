#include "chart/plane_lay.h"

#include "chart/lettering.h"

#include <math.h>

const double plane_key_indent = 2.4;

/* In em. */
static const double margin = 1.1, gap = 0.7, tic_width = 1.8, tic_gap = 0.9, title_line = 1.55;
static const double border = 4.2, square_paper = 38, square_least = 36;
static const double column_least = 15, column_most = 24;
static const double corner_in = 0.6, corner_middle = 1.65, side_gap = 3.3, dot_radius = 0.31,
                    number_radius = 0.66, digit_radius = 0.2;
/* Where there are more dots than this they are smaller by this factor. */
static const double crowd_size = 0.75;
enum { CROWD = 80 };

double plane_x(const struct plane *plane, double value)
{
    double part = (value - plane->low) / (plane->high - plane->low);
    return plane->left + (plane->right - plane->left) * part;
}

double plane_y(const struct plane *plane, double value)
{
    double part = (value - plane->low) / (plane->high - plane->low);
    return plane->bottom + (plane->top - plane->bottom) * part;
}

double plane_radius(const struct plane *plane, const struct plane_point *point)
{
    double digits = floor(log10((double)point->n));
    double size = plane->chart->n_points > CROWD ? crowd_size : 1;
    return plane->canvas.font * size *
           (point->n == 1 ? dot_radius : number_radius + digits * digit_radius);
}

static char **title_lines(const char *title, double em)
{
    g_autofree char *clean = lettering_clean(title);
    return lettering_wrap(clean, em);
}

/* Breaks the titles to a square of so many em, and says what stands above and below it in em. */
static void lay_titles(struct plane *plane, double square, double *above, double *below)
{
    g_strfreev(plane->x_title);
    g_strfreev(plane->y_title);
    plane->x_title = title_lines(plane->chart->x_title, square);
    plane->y_title = title_lines(plane->chart->y_title, square);
    *above = margin + g_strv_length(plane->y_title) * canvas_line_em + 1.6;
    *below = tic_gap + title_line + g_strv_length(plane->x_title) * canvas_line_em - 0.4 + margin;
}

/* How wide the texts right of the square would like to be. */
static double column_wish(const struct plane *plane)
{
    const struct plane_chart *chart = plane->chart;
    const char *keys[] = {chart->dot_key, chart->many_key, chart->equal_key, chart->cut_key};
    g_autofree char *below = lettering_clean(chart->below);
    double wish = lettering_width(below);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autofree char *key = lettering_clean(keys[i]);
        wish = fmax(wish, plane_key_indent + lettering_width(key));
    }
    return fmin(fmax(wish, column_least), column_most);
}

/* The square and the texts beside it stand in the middle of the canvas together. */
static void lay_square(struct plane *plane, double square, double above)
{
    struct canvas *canvas = &plane->canvas;
    double em = canvas->font;
    plane->column_em = column_wish(plane) + 0.2;
    double spare = canvas->width / em - 2 * margin - tic_width - square - gap - plane->column_em;
    plane->left = (margin + tic_width + fmax(0, spare) / 2) * em;
    plane->right = plane->left + square * em;
    plane->top = canvas->height - above * em;
    plane->bottom = plane->top - square * em;
    plane->column = plane->right + gap * em;
}

/* The letters of a slide shrink until the corners have room in the square. */
static double lay_slide(struct plane *plane, double *above)
{
    double below;
    double square = 0;
    plane->canvas.width = (unsigned int)canvas_slide_width;
    plane->canvas.height = (unsigned int)canvas_slide_height;
    for (int font = CANVAS_SLIDE_FONT; font >= CANVAS_SLIDE_FONT_LEAST; font--) {
        plane->canvas.font = font;
        lay_titles(plane, square_least, above, &below);
        square = canvas_slide_height / font - *above - below;
        if (square >= square_least) {
            return square;
        }
    }
    plane->canvas.height += (unsigned int)ceil((square_least - square) * plane->canvas.font);
    return square_least;
}

static double lay_paper(struct plane *plane, double *above)
{
    double below;
    plane->canvas.font = canvas_paper_font;
    plane->canvas.width = (unsigned int)canvas_paper_width;
    lay_titles(plane, square_paper, above, &below);
    plane->canvas.height = (unsigned int)ceil((*above + square_paper + below) * canvas_paper_font);
    return square_paper;
}

void plane_lay(struct plane *plane)
{
    double above;
    double square =
        plane->canvas.kind == CHART_PNG ? lay_slide(plane, &above) : lay_paper(plane, &above);
    lay_square(plane, square, above);
    double wider = (plane->scale_high - plane->scale_low) * border / (square - 2 * border);
    plane->low = plane->scale_low - wider;
    plane->high = plane->scale_high + wider;
}

static void write_axes(struct plane *plane)
{
    struct canvas *canvas = &plane->canvas;
    double em = canvas->font;
    for (size_t i = 0; i < plane->chart->n_tics; i++) {
        const struct tic *tic = &plane->chart->tics[i];
        canvas_write(canvas, plane_x(plane, tic->at), plane->bottom - tic_gap * em, CANVAS_AXIS,
                     tic->label);
        canvas_write(canvas, plane->left - gap * em / 2, plane_y(plane, tic->at),
                     CANVAS_NOTE_BEFORE, tic->label);
    }
    double lines = g_strv_length(plane->x_title);
    canvas_write_lines(canvas, (plane->left + plane->right) / 2,
                       plane->bottom -
                           (tic_gap + title_line + (lines - 1) / 2 * canvas_line_em) * em,
                       CANVAS_AXIS, plane->x_title);
    lines = g_strv_length(plane->y_title);
    canvas_write_lines(canvas, plane->left,
                       plane->top + (1.9 + (lines - 1) / 2 * canvas_line_em) * em, CANVAS_NOTE,
                       plane->y_title);
}

/* On either side of where the diagonal ends; gives the height below which the column is free. */
static double write_sides(struct plane *plane)
{
    struct canvas *canvas = &plane->canvas;
    double em = canvas->font;
    char **below = title_lines(plane->chart->below, plane->column_em);
    double lines = g_strv_length(below);
    canvas_write(canvas, plane->right, plane->top + 0.75 * em, CANVAS_NOTE_BEFORE,
                 plane->chart->above);
    canvas_write_lines(canvas, plane->column,
                       plane->top - (0.75 + (lines - 1) / 2 * canvas_line_em) * em, CANVAS_NOTE,
                       below);
    g_strfreev(below);
    return plane->top - (side_gap + lines * canvas_line_em) * em;
}

/* The words in the corner through which the diagonal goes begin or end where the scale does. */
static void write_corner(struct plane *plane, enum plane_place place)
{
    const struct plane_corner *corner = &plane->chart->corners[place];
    bool right = place == PLANE_UPPER_RIGHT || place == PLANE_LOWER_RIGHT;
    bool upper = place == PLANE_UPPER_LEFT || place == PLANE_UPPER_RIGHT;
    double em = plane->canvas.font;
    double in = (right == upper ? border : corner_in) * em;
    double x = right ? plane->right - in : plane->left + in;
    double y = upper ? plane->top - corner_middle * em : plane->bottom + corner_middle * em;
    canvas_write(&plane->canvas, x, y + canvas_line_em / 2 * em, right ? CANVAS_ROW : CANVAS_KEY,
                 corner->name);
    canvas_write(&plane->canvas, x, y - canvas_line_em / 2 * em,
                 right ? CANVAS_NOTE_BEFORE : CANVAS_NOTE, corner->count);
}

double plane_write(struct plane *plane)
{
    write_axes(plane);
    for (enum plane_place place = PLANE_UPPER_LEFT; place <= PLANE_LOWER_RIGHT; place++) {
        write_corner(plane, place);
    }
    return write_sides(plane);
}
