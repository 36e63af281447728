#ifndef CHART_LEGEND_H
#define CHART_LEGEND_H

#include "chart/canvas.h"
#include "chart/side.h"

#include <glib.h>

/* The codes under a chart: in columns, read downwards and then to the right, so that they run from
 * the first side of the axis to the last; each side begins a column of its own where there is room.
 *
 * All lengths are in em, x from the left edge of the legend, y downwards from its top. */

struct legend_item {
    char *label; /* clean, cut to legend_label_most; owned */
    enum side side;
    double shade;
    double x; /* left edge of the coloured box */
    double y; /* middle of the line */
};

struct legend {
    struct legend_item *items;
    size_t n;
    size_t n_lines;
    double width;
};

/* Height of a line, size of a box, and from the left edge of a box to its label, in em. */
extern const double legend_line, legend_box, legend_indent;

/* Takes n labels (as typed) and their sides in axis order; places nothing yet. n may be 0. */
void legend_start(struct legend *legend, const char *const *labels, const enum side *sides,
                  size_t n);

/* Places the items in as few lines as `width` em allow. */
void legend_place(struct legend *legend, double width);

/* Writes the labels on a canvas, the upper left corner of the legend at (x, y) px, and gives the
 * lines of legend.tsv: x_from, x_to, y_from, y_to, shade of every box, in px. To be freed. */
void legend_write(const struct legend *legend, struct canvas *canvas, double x, double y);
GString *legend_file(const struct legend *legend, double em, double x, double y);

/* Gives its memory back. */
void legend_end(struct legend *legend);

#endif
