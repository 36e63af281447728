#ifndef CHART_AXIS_H
#define CHART_AXIS_H

#include "chart/chart.h"
#include "chart/page.h"
#include "chart/side.h"

/* Bars of stacked boxes on both sides of zero. The main picture: every wpb a bar, from volgend
 * (left) to sturend (right), drawn by plots/axis.gp; and every item of a survey with its answers,
 * drawn by plots/likert.gp. The caller has sorted the rows, stacked the boxes and worded the tics;
 * all texts as typed, all borrowed. */

struct axis_code {
    const char *label;
    enum side side;
};

struct axis_row {
    const char *label; /* the wpb */
    const char *note;  /* right of the bar: "n = 14"; may be NULL */
};

/* One code in one row. Of no width: left out. */
struct axis_box {
    size_t row;  /* < n_rows */
    size_t code; /* < n_codes */
    double from; /* finite, in units of the axis; negative for the first side */
    double to;
    const char *value; /* written on the box where it fits: "5"; may be NULL */
};

struct axis_chart {
    const struct axis_code *codes; /* in axis order: first side outermost first */
    size_t n_codes;
    const struct axis_row *rows; /* from top to bottom */
    size_t n_rows;               /* at least 1 */
    double wrap;                 /* em of a line of a row's label; 0: one line, cut */
    const struct axis_box *boxes;
    size_t n_boxes;
    const struct tic *tics; /* ascending; labels that would touch are thinned out */
    size_t n_tics;
    double low, high;       /* range of the axis; widened where a box or zero lies outside it */
    const char *first_name; /* "← volgend" */
    const char *last_name;  /* "sturend →" */
    const char *title;      /* what the axis measures */
};

/* Draws it with the script (path of axis.gp); otherwise as chart_draw, `engine` NULL for the usual.
 */
bool axis_draw(const struct axis_chart *axis, const char *script, enum chart_kind kind,
               const struct gnuplot_engine *engine, GBytes **image, char **why);

#endif
