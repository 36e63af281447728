#ifndef DRAW_DRAW_H
#define DRAW_DRAW_H

#include "stat/random.h"

#include <glib.h>

/* What the programs that draw the sample studies share: random numbers of a fixed seed, lists of
 * invented words, and CSV files as people have them. */

/* A number below 1 and not below 0; between low and high. */
double draw_unit(struct random_stream *stream);
double draw_between(struct random_stream *stream, double low, double high);

/* How many of n are a success, each with chance p. */
int draw_binomial(struct random_stream *stream, int n, double p);

/* An index, with chances as the n weights. */
size_t draw_weighted(struct random_stream *stream, const double *weights, size_t n);

/* A CSV file as lists of cells (GStrv), its header the first. A file that cannot be read ends the
 * program. Free with g_ptr_array_unref(). */
GPtrArray *draw_table(const char *path);

/* A cell by row (from 1) and header; a header that is not there ends the program. */
const char *draw_cell(const GPtrArray *table, guint row, const char *column);

/* The cell as a number. */
double draw_number(const GPtrArray *table, guint row, const char *column);

/* What is planted in a study: the value of (what, of, at) in its geplant.csv. One that is not there
 * is `absent`; where that is NaN it ends the program. */
double draw_planted(const GPtrArray *plan, const char *what, const char *of, const char *at,
                    double absent);

/* One of the sentences (a table with columns code and text) of a code. */
const char *draw_sentence(struct random_stream *stream, const GPtrArray *sentences,
                          const char *code);

/* First and last name (columns of the table of names), which begin anew after the last. */
char *draw_name(const GPtrArray *names, guint first, guint last);

/* Adds a cell to a line of a CSV with semicolons, and ends the line. */
void draw_add(GString *text, const char *cell);
void draw_add_number(GString *text, double number, int decimals);
void draw_end(GString *text);

enum draw_encoding { DRAW_UTF8, DRAW_MARK, DRAW_WINDOWS };

/* Writes the text as FOLDER/NAME, and empties it. */
void draw_save(GString *text, const char *folder, const char *name, enum draw_encoding encoding);

#endif
