#ifndef CHART_PAGE_H
#define CHART_PAGE_H

#include "chart/canvas.h"
#include "chart/legend.h"

/* The page of a chart with one line a row: where its panels lie, and every text around them.
 *
 * From top to bottom: the names of both sides, the panels with the rows, the labels of the tics,
 * the titles of the axes, the legend. From left to right: the labels of the rows, the panels, the
 * notes of the rows. Lengths are in px of the canvas, from its lower left corner.
 *
 * SVG and PDF are 960 px wide (wider if labels ask for it) and as high as their rows, which stand
 * closer together where they would not fit on a sheet of A4. A PNG is a slide: 1600 x 900, with
 * letters of 26 px, or as much smaller as its rows ask for. */

enum { PAGE_PANELS = 2 };

/* A mark on the axis: where, and its label as people should read it. */
struct tic {
    double at;
    const char *label;
};

/* What a panel measures. */
struct page_axis {
    const char *title;
    const struct tic *tics; /* ascending; labels that would touch are thinned out */
    size_t n_tics;
    double low, high; /* low < high */
};

/* What a page must hold; borrowed. Strings as typed; NULL or "" where there is none. */
struct page_need {
    enum chart_kind kind;
    size_t n_rows;                 /* >= 1 */
    const char *const *row_labels; /* n_rows */
    const char *const *row_notes;  /* n_rows */
    double wrap; /* em of a line of a row's label, which stands there whole; 0: cut to one line */
    const char *first_name;
    const char *last_name;
    struct page_axis axes[PAGE_PANELS]; /* from left to right, one a panel */
    size_t n_axes;                      /* 1 or 2 */
};

struct page_panel {
    double left, right; /* px */
    double low, high;   /* range of its axis */
};

struct page {
    struct canvas canvas;
    struct page_panel panels[PAGE_PANELS];
    size_t n_panels;
    double bottom, top; /* of the panels */
    double pitch;       /* from one row to the next */
    size_t n_rows;
    size_t n_lines;           /* of the row label that has most */
    double label_em, note_em; /* the widest row label and note, in em */
    double title_y, names_y, legend_x, legend_y;
    struct legend *legend;
};

/* Lays out the page, places the legend (started, may have n = 0; borrowed) and writes the texts of
 * `need`. Ends with page_end, also where nothing was drawn. */
void page_start(struct page *page, const struct page_need *need, struct legend *legend);

/* Where a value of the axis of a panel lies, and the middle of row i (0 = the top one). */
double page_x(const struct page *page, size_t panel, double value);
double page_y(const struct page *page, size_t row);

/* Draws, once: adds legend.tsv (x_from, x_to, y_from, y_to, shade: px) to the files, and the
 * geometry (panel_left, panel_right, panel_bottom, panel_top, x_low, x_high, n_rows, and of the
 * last panel second_left, second_right, second_low, second_high) to the settings. As canvas_draw.
 */
bool page_draw(struct page *page, const char *script, const struct chart_file *files,
               size_t n_files, const struct gnuplot_engine *engine, GBytes **image, char **why);

/* Gives its memory back. */
void page_end(struct page *page);

#endif
