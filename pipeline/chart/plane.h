#ifndef CHART_PLANE_H
#define CHART_PLANE_H

#include "chart/chart.h"
#include "chart/page.h"

/* A square with a dot per person: one measure across, the other up, on the same scale, with the
 * diagonal on which both are equal and the lines that part low from high. Drawn by
 * plots/quadrants.gp. All texts as typed, all borrowed; NULL or "" where there is none. */

/* Persons at one place. Their number stands in the dot where there are more than one. */
struct plane_point {
    double x, y;       /* finite */
    size_t n;          /* at least 1 */
    const char *label; /* beside the dot, where there is room for it */
};

/* One of the four parts: two lines in the corner. */
struct plane_corner {
    const char *name;
    const char *count;
};

enum plane_place { PLANE_UPPER_LEFT, PLANE_UPPER_RIGHT, PLANE_LOWER_LEFT, PLANE_LOWER_RIGHT };

struct plane_chart {
    const struct plane_point *points;
    size_t n_points;  /* at least 1 */
    double low, high; /* of both scales; widened where a point lies outside it */
    double cut;       /* NaN: no parts */
    const struct tic *tics;
    size_t n_tics;
    const char *x_title, *y_title;
    const char *above, *below; /* what a dot on that side of the diagonal says */
    struct plane_corner
        corners[4]; /* by plane_place; outside the scales, so that no dot is hidden */
    /* Legend: a dot, a dot with a number (where there is one), the diagonal, the cut. */
    const char *dot_key, *many_key, *equal_key, *cut_key;
};

/* Draws it with the script (path of quadrants.gp); otherwise as chart_draw, `engine` NULL for the
 * usual. */
bool plane_draw(const struct plane_chart *plane, const char *script, enum chart_kind kind,
                const struct gnuplot_engine *engine, GBytes **image, char **why);

#endif
