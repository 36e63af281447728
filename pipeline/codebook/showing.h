#ifndef CODEBOOK_SHOWING_H
#define CODEBOOK_SHOWING_H

#include "codebook/wording.h"
#include "table/layout.h"

/* Results as the rows of a layout, in the words of a language. */

enum showing_form {
    SHOWING_PEOPLE, /* value and interval as people read them, the method as a numbered footnote */
    SHOWING_SHEET,  /* for a spreadsheet: numbers whole and bare, code beside label, method as it is
                     */
};

struct showing;

/* Gives the layout its columns; both are borrowed. */
struct showing *showing_new(const struct wording *wording, struct layout *layout,
                            enum showing_form form);

/* Adds a row. */
void showing_row(struct showing *showing, const struct result *result);

/* Writes the footnotes, one a line, and frees. After layout_end(). */
void showing_end(struct showing *showing, struct output *output);

#endif
