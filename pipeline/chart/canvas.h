#ifndef CHART_CANVAS_H
#define CHART_CANVAS_H

#include "chart/chart.h"

/* The sheet a chart is drawn on: its size, its letters, and every text on it. Lengths are in px,
 * from the lower left corner; a line of letters is `font` px high, and that is one em. */

/* What stands where in text.tsv; plots/page.gp knows these numbers. */
enum canvas_role {
    CANVAS_ROW = 1,     /* label of a row, ends at x */
    CANVAS_NOTE,        /* note of a row, begins at x */
    CANVAS_FIRST,       /* name of the first side, bold, begins at x */
    CANVAS_LAST,        /* name of the last side, bold, ends at x */
    CANVAS_AXIS,        /* tic label or title of an axis, centred */
    CANVAS_KEY,         /* legend, begins at x */
    CANVAS_VALUE_DARK,  /* number on a light ground, small, centred */
    CANVAS_VALUE_LIGHT, /* number on a dark ground, small, centred */
    CANVAS_HEAD_FIRST,  /* heading of rows of the first side, bold, begins at x */
    CANVAS_HEAD_NONE,   /* the same of codes without a side */
    CANVAS_HEAD_LAST,   /* the same of the last side */
    CANVAS_NOTE_BEFORE, /* note, ends at x */
    CANVAS_COLUMN,      /* label of a column, centred */
    CANVAS_COLUMN_UP,   /* label of a narrow column, turned to be read upwards; begins at y */
    CANVAS_CELL_LIGHT,  /* number in a dark cell, centred */
};

struct canvas {
    enum chart_kind kind;
    unsigned int width, height;
    double font;
    GString *text;     /* lines of text.tsv: x, y, role, text */
    GPtrArray *labels; /* every text written; canvas_draw ends it with a NULL */
};

/* Distance between two lines of one text, in em. */
extern const double canvas_line_em;

/* Paper (SVG, PDF) has a width and letters, and is as high as it must be; a slide (PNG) has a size,
 * and letters that shrink from one size to another until all is on it. In px. */
extern const double canvas_paper_width, canvas_paper_font;
extern const double canvas_slide_width, canvas_slide_height;
enum { CANVAS_SLIDE_FONT = 26, CANVAS_SLIDE_FONT_LEAST = 12 };

/* An empty canvas without a size yet. Ends with canvas_end, also where nothing was drawn. */
void canvas_start(struct canvas *canvas, enum chart_kind kind);

/* Writes one text, as typed; an empty one is left out. */
void canvas_write(struct canvas *canvas, double x, double y, enum canvas_role role,
                  const char *text);

/* Writes lines (NULL-terminated, as typed) under each other, their middle at y. */
void canvas_write_lines(struct canvas *canvas, double x, double y, enum canvas_role role,
                        char *const *lines);

/* Appends numbers (finite) as a line of a data file: tab-separated, C locale. */
void canvas_line(GString *file, const double *numbers, size_t n);

/* Draws, once, with the script and the parts that stand beside it (style.gp, page.gp): adds
 * text.tsv to the files, and canvas_width, canvas_height and font_size to the settings. As
 * chart_draw. */
bool canvas_draw(struct canvas *canvas, const char *script, const struct chart_file *files,
                 size_t n_files, const struct chart_setting *settings, size_t n_settings,
                 const struct gnuplot_engine *engine, GBytes **image, char **why);

/* Gives its memory back. */
void canvas_end(struct canvas *canvas);

#endif
