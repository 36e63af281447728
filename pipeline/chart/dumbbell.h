#ifndef CHART_DUMBBELL_H
#define CHART_DUMBBELL_H

#include "chart/chart.h"
#include "chart/page.h"

/* Two measures of every wpb beside each other: one row a wpb, two panels, each with a dot on an
 * axis of its own. No line joins the dots: what one says and what was seen have no difference.
 * Drawn by plots/dumbbell.gp. The caller has sorted the rows and worded tics and values; all texts
 * as typed, all borrowed. */

struct dumbbell_mark {
    double at;         /* in units of the axis of its panel; NaN: not known */
    const char *value; /* beside the dot, or in the middle of the row where it is not known */
};

struct dumbbell_row {
    const char *label;
    struct dumbbell_mark marks[PAGE_PANELS];
};

struct dumbbell_chart {
    const struct dumbbell_row *rows;    /* from top to bottom */
    size_t n_rows;                      /* at least 1 */
    struct page_axis axes[PAGE_PANELS]; /* ranges are widened where a dot lies outside them */
};

/* Draws it with the script (path of dumbbell.gp); otherwise as chart_draw, `engine` NULL for the
 * usual. */
bool dumbbell_draw(const struct dumbbell_chart *dumbbell, const char *script, enum chart_kind kind,
                   const struct gnuplot_engine *engine, GBytes **image, char **why);

#endif
