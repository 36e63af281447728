#ifndef TABLE_LAYOUT_H
#define TABLE_LAYOUT_H

#include "table/output.h"

#include <stddef.h>

/* A table for people or for other tools: columns with titles, rows of cells, written in one of five
 * forms.
 *
 *     struct layout *layout = layout_new(LAYOUT_TEXT, ',', output);
 *     layout_column(layout, "code", LAYOUT_WORDS);
 *     layout_column(layout, "n", LAYOUT_NUMBERS);
 *     layout_words(layout, "doorvragen");
 *     layout_number(layout, 11);
 *     layout_end(layout);
 *
 * Text and Markdown leave out a column that is empty in every row, where all rows fit in what is
 * looked at first (LAYOUT_ROWS); text is laid out by those rows, and cuts a cell at LAYOUT_CUT
 * characters. */

enum {
    LAYOUT_ROWS = 10000,
    LAYOUT_CUT = 60,
};

enum layout_form {
    LAYOUT_TEXT,      /* aligned columns */
    LAYOUT_MARKDOWN,  /* a pipe table; what Markdown would read as markup is escaped */
    LAYOUT_PLAIN,     /* tab-separated, with the escapes of our tables and without their preamble */
    LAYOUT_CSV_DUTCH, /* what Dutch Excel opens: byte order mark, `;`, decimal comma, CRLF */
    LAYOUT_CSV_ENGLISH, /* the same with `,` and a decimal point */
};

enum layout_kind { LAYOUT_WORDS, LAYOUT_NUMBERS };

struct layout;

/* A table on `output`, which stays the caller's. `mark` is the decimal mark of numbers in text and
 * Markdown (the other forms have their own). */
struct layout *layout_new(enum layout_form form, char mark, struct output *output);

/* Adds a column; all before the first cell. */
void layout_column(struct layout *layout, const char *title, enum layout_kind kind);

/* The next cell; a row ends by itself. In both CSV forms words that a spreadsheet could take for a
 * formula get an apostrophe in front (they begin, after spaces and controls, with = + - @, a tab, a
 * carriage return or a fullwidth form of these); numbers are bare. */
void layout_words(struct layout *layout, const char *text);

/* A number in its shortest form; NaN is an empty cell. */
void layout_number(struct layout *layout, double value);

/* A cell that is already in the escapes of our tables: for LAYOUT_PLAIN alone. */
void layout_raw(struct layout *layout, const char *text);

/* Writes what is left and frees the layout. */
void layout_end(struct layout *layout);

#endif
