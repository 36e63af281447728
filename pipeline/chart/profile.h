#ifndef CHART_PROFILE_H
#define CHART_PROFILE_H

#include "chart/chart.h"
#include "chart/page.h"
#include "chart/side.h"

/* The profile of a group: per code its share with an interval, and behind it every person as a
 * small dot. Codes run from volgend (top) to sturend (bottom). Drawn by plots/profile.gp. Nothing
 * is computed here but places; all texts as typed, all borrowed. */

/* A line of the profile: a code, or a heading where a side begins. */
struct profile_row {
    const char *label;
    const char *note; /* right of the panel: "24 % (15–36)"; may be NULL */
    enum side side;
    bool heading;
    double share;     /* the point; NAN: none (a heading, or an undefined share) */
    double low, high; /* its interval; one of them NAN: no interval */
};

/* A person's share of one code. */
struct profile_dot {
    size_t row;    /* < n_rows */
    double share;  /* finite */
    double offset; /* within the row, -0.5 (top) to 0.5 (bottom), so that equal shares part */
};

struct profile_chart {
    const struct profile_row *rows; /* from top to bottom */
    size_t n_rows;                  /* at least 1 */
    const struct profile_dot *dots;
    size_t n_dots;
    const struct tic *tics; /* ascending */
    size_t n_tics;
    double low, high;      /* range of the axis; widened where a mark lies outside it */
    const char *title;     /* what the axis measures */
    const char *share_key; /* what a point with its line is: "aandeel met 95%-interval" */
    const char *dot_key;   /* what a small dot is: "één wpb"; left out without dots */
};

/* Draws it with the script (path of profile.gp); otherwise as axis_draw. */
bool profile_draw(const struct profile_chart *profile, const char *script, enum chart_kind kind,
                  const struct gnuplot_engine *engine, GBytes **image, char **why);

#endif
