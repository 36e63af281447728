#ifndef CHART_PLANE_LAY_H
#define CHART_PLANE_LAY_H

#include "chart/canvas.h"
#include "chart/plane.h"

/* Where everything of a plane stands, in px. */
struct plane {
    const struct plane_chart *chart;
    struct canvas canvas;
    double left, right, bottom, top; /* of the square */
    double scale_low, scale_high;    /* range of the scale */
    double low, high;          /* range of both axes: the scale and a border for the corners */
    double column;             /* where the texts right of the square begin */
    double column_em;          /* how wide they may be */
    char **x_title, **y_title; /* lines; owned */
};

/* Where the words of the legend begin, in em from the column. */
extern const double plane_key_indent;

/* Finds all that from canvas.kind and the range of the scale. */
void plane_lay(struct plane *plane);

/* Where a value lies. */
double plane_x(const struct plane *plane, double value);
double plane_y(const struct plane *plane, double value);

/* How large the dot of a point is: its radius in px. */
double plane_radius(const struct plane *plane, const struct plane_point *point);

/* Writes the titles, the labels of the tics, the words in the corners and at the diagonal; gives
 * the height of the top of the legend. */
double plane_write(struct plane *plane);

/* Writes the labels of the points that can stand beside their dot without touching another dot, a
 * label or the edge. */
void plane_name(struct plane *plane);

#endif
