#ifndef CHART_MATRIX_H
#define CHART_MATRIX_H

#include "chart/chart.h"

/* A table of counts that is looked at: rows by columns, a count in each cell, the darker the
 * higher. Drawn by plots/matrix.gp. All texts as typed, all borrowed; NULL or "" where there is
 * none. */

struct matrix_cell {
    const char *value; /* NULL: an empty place, no cell */
    double shade;      /* 0 white to 1 dark; below 0 in the other colour */
    bool framed;
};

/* What a colour means. */
struct matrix_key {
    const char *label;
    double shade;
};

struct matrix_chart {
    const char *const *rows;         /* labels from top to bottom; they stand there whole */
    size_t n_rows;                   /* at least 1 */
    const char *const *columns;      /* labels from left to right */
    size_t n_columns;                /* at least 1 */
    const struct matrix_cell *cells; /* n_rows * n_columns, row by row */
    const char *const *notes;        /* n_columns, below each; NULL: none */
    const char *row_title, *column_title;
    const char *title; /* what is counted */
    const struct matrix_key *keys;
    size_t n_keys;
};

/* Draws it with the script (path of matrix.gp); otherwise as chart_draw, `engine` NULL for the
 * usual.
 */
bool matrix_draw(const struct matrix_chart *matrix, const char *script, enum chart_kind kind,
                 const struct gnuplot_engine *engine, GBytes **image, char **why);

#endif
