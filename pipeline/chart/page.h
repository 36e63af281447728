#ifndef CHART_PAGE_H
#define CHART_PAGE_H

#include "chart/chart.h"
#include "chart/legend.h"

/* The page of a chart with one line a row: where the panel lies, and every text around it.
 *
 * From top to bottom: the names of both sides, the panel with its rows, the labels of the tics, the
 * title of the axis, the legend. From left to right: the labels of the rows, the panel, the notes
 * of the rows. Lengths are in px of the canvas, from its lower left corner.
 *
 * SVG and PDF are 960 px wide (wider if labels ask for it) and as high as their rows. A PNG is a
 * slide: 1600 x 900, with letters of 26 px, or as much smaller as its rows ask for. */

/* A mark on the axis: where, and its label as people should read it. */
struct tic {
    double at;
    const char *label;
};

/* What stands where in text.tsv; the scripts know these numbers. */
enum page_role {
    PAGE_ROW = 1,     /* label of a row, ends at x */
    PAGE_NOTE,        /* note of a row, begins at x */
    PAGE_FIRST,       /* name of the first side, bold, begins at x */
    PAGE_LAST,        /* name of the last side, bold, ends at x */
    PAGE_AXIS,        /* tic label or title of the axis, centred */
    PAGE_KEY,         /* legend, begins at x */
    PAGE_VALUE_DARK,  /* number on a light bar, small, centred */
    PAGE_VALUE_LIGHT, /* number on a dark bar, small, centred */
    PAGE_HEAD_FIRST,  /* heading of rows of the first side, bold, begins at x */
    PAGE_HEAD_NONE,   /* the same of codes without a side */
    PAGE_HEAD_LAST    /* the same of the last side */
};

/* What a page must hold; borrowed. Strings as typed; NULL or "" where there is none. */
struct page_need {
    enum chart_kind kind;
    size_t n_rows;                 /* >= 1 */
    const char *const *row_labels; /* n_rows */
    const char *const *row_notes;  /* n_rows */
    const char *first_name;
    const char *last_name;
    const char *axis_title;
    const struct tic *tics;
    size_t n_tics;
    double low, high; /* range of the axis; low < high */
};

struct page {
    unsigned int width, height;
    double font;
    double left, right, bottom, top; /* of the panel */
    double pitch;                    /* from one row to the next */
    size_t n_rows;
    double low, high;         /* range of the axis */
    double label_em, note_em; /* the widest row label and note, in em */
    double title_y, names_y, legend_x, legend_y;
    struct legend *legend;
    GString *text;     /* lines of text.tsv: x, y, role, text */
    GPtrArray *labels; /* every text written; page_draw ends it with a NULL */
};

/* Lays out the page, places the legend (started, may have n = 0; borrowed) and writes the texts of
 * `need`. Ends with page_end, also where nothing was drawn. */
void page_start(struct page *page, const struct page_need *need, struct legend *legend);

/* Where a value of the axis lies, and the middle of row i (0 = the top one). */
double page_x(const struct page *page, double value);
double page_y(const struct page *page, size_t row);

/* Writes one text, as typed; an empty one is left out. */
void page_write(struct page *page, double x, double y, enum page_role role, const char *text);

/* Appends numbers (finite) as a line of a data file: tab-separated, C locale. */
void page_line(GString *file, const double *numbers, size_t n);

/* Draws, once: adds text.tsv and legend.tsv (x_from, x_to, y_from, y_to, shade: px) to the files,
 * and the geometry (canvas_width, canvas_height, panel_left, panel_right, panel_bottom, panel_top,
 * font_size, x_low, x_high, n_rows) to the settings. As chart_draw. */
bool page_draw(struct page *page, const char *script, enum chart_kind kind,
               const struct chart_file *files, size_t n_files, const struct gnuplot_engine *engine,
               GBytes **image, char **why);

/* Gives its memory back. */
void page_end(struct page *page);

#endif
