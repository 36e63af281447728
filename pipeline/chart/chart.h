#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "chart/gnuplot.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Drawing with a fixed gnuplot script, safely.
 *
 * The script and its parts are copied into a fresh private folder beside their data files, and the
 * script is loaded there by a small driver, which sets the terminal (noenhanced), UTF-8, tab as
 * separator, no comment characters, the font and our own numbers, and nothing else. No text of the
 * user reaches the script: labels stand in the data files, and come from lettering_clean(). The
 * folder is gone afterwards, whatever happened.
 *
 * The driver gives every script `family` (the font family, a string) and each setting as a
 * variable. */

enum chart_kind { CHART_SVG, CHART_PNG, CHART_PDF };

/* A data file: a name the script knows ([a-z_]+.tsv) and tab-separated lines. Numbers in it are
 * plain C-locale numbers, texts are clean (lettering.h). A text without lines makes an empty file.
 */
struct chart_file {
    const char *name;
    const char *text;
};

/* A number the script knows by name ([a-z_]+); finite. */
struct chart_setting {
    const char *name;
    double value;
};

/* Everything borrowed, for the length of the call. */
struct chart {
    const char *script;       /* path of the .gp file */
    const char *const *parts; /* paths of scripts it loads by file name, NULL-terminated; or NULL */
    unsigned int width;       /* of the canvas, in px of 1/96 inch; 1 to 10000 */
    unsigned int height;
    double font; /* default font size in px */
    const struct chart_file *files;
    size_t n_files;
    const struct chart_setting *settings;
    size_t n_settings;
    const char *const *labels; /* clean texts an SVG must show, NULL-terminated; may be NULL */
};

/* Draws the chart. True: *image is the checked picture (picture.h), the same bytes for the same
 * chart on every day; the caller unrefs it. False: *why is one English sentence without a full
 * stop, which the caller frees; *image is NULL. `engine` NULL means gnuplot_usual. */
bool chart_draw(const struct chart *chart, enum chart_kind kind,
                const struct gnuplot_engine *engine, GBytes **image, char **why);

/* What the file name of such a picture ends in: "svg", "png", "pdf". */
const char *chart_ending(enum chart_kind kind);

#endif
