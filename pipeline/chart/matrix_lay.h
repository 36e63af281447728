#ifndef CHART_MATRIX_LAY_H
#define CHART_MATRIX_LAY_H

#include "chart/canvas.h"
#include "chart/legend.h"
#include "chart/matrix.h"

/* Where everything of a matrix stands. Lengths are in px, those that end in _em in em. */
struct matrix {
    const struct matrix_chart *chart;
    struct canvas canvas;
    struct legend legend;
    double left, right, bottom, top; /* of all cells */
    double cell, pitch;              /* width and height of a cell */
    double label_em;                 /* of the widest line of a row's label */
    size_t n_lines;                  /* of the row label that has most */
    double least_em;                 /* width of a cell, so that every value fits */
    bool turned;                     /* labels of columns are read upwards */
    double heading_em;               /* how high they are */
    char **title;                    /* lines; owned */
    double title_y, legend_x, legend_y;
};

/* In em: between labels and cells, where a row's label breaks, the least white around a text in a
 * cell, where a turned label is cut, and between the heading and the cells. */
extern const double matrix_gap, matrix_row_wrap, matrix_cell_gap, matrix_turned_most;
extern const double matrix_heading_gap;

/* Finds all that for canvas.kind; the legend is started. */
void matrix_lay(struct matrix *matrix);

/* Writes all texts but those in the cells. */
void matrix_write(struct matrix *matrix);

/* The middle of a column and of a row. */
double matrix_x(const struct matrix *matrix, size_t column);
double matrix_y(const struct matrix *matrix, size_t row);

#endif
