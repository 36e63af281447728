#ifndef DRIVER_CODELIST_H
#define DRIVER_CODELIST_H

#include <glib.h>

/* A codebook made from codes as people typed them.
 *
 * Spellings that a codebook takes for one (case and outer space do not count) become one row, the
 * first spelling its label. The code itself is made safe: lower case, everything but letters,
 * digits and `_.&/()-` becomes `-`, no `.` or `-` at either end; and it is never a word that
 * another row answers to: then it gets `-2`, `-3` ... */
struct codelist;

/* An empty list. */
struct codelist *codelist_new(void);
void codelist_free(struct codelist *list);

/* One more code that was met; "" is none. */
void codelist_add(struct codelist *list, const char *code);

/* How many rows it would have. */
guint codelist_count(const struct codelist *list);

/* The codebook as CSV, `source` in the column of that name. To be freed.
 *
 * No cell begins with a sign that a spreadsheet takes for a formula: such a label gets a leading
 * apostrophe, and the spelling that was met stands in `alias`, behind the code itself. A spelling
 * that needs that and holds a `;` (which parts aliases) cannot be written: the result is NULL and
 * `*wrong` is that spelling, borrowed. */
char *codelist_text(const struct codelist *list, const char *source, const char **wrong);

#endif
