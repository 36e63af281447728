#ifndef CODEBOOK_FORMS_H
#define CODEBOOK_FORMS_H

#include "base/names.h"
#include "codebook/scales.h"
#include "table/ledger.h"
#include "table/reader.h"

#include <glib.h>
#include <stddef.h>

/* Answers while they are gathered, form by form: a form is what one respondent filled in in one
 * role, group and wave and in one context (every fixed context column, so also one rater). The
 * answers of a form are those of the subjects of `scales` (items, and scales that were scored);
 * 16 bytes each. */

struct form_cell {
    guint subject;
    enum missing missing;
    double value; /* NaN when missing */
};

struct form {
    GArray *cells; /* struct form_cell, in the order of the rows; NULL once released */
    char *origin;  /* of its first row, "" when there is none */
    guint respondent;
    unsigned table; /* reader_table() of its first row */
    int texts[];    /* by column: id in forms->texts */
};

/* The columns of a form: the four of the shape, then context, then others that were asked for. */
enum { FORM_RESPONDENT, FORM_ROLE, FORM_GROUP, FORM_WAVE, FORM_CONTEXT };

struct forms {
    const struct scales *scales;
    GPtrArray *columns; /* names */
    GArray *slots;      /* int by column */
    struct names *texts;
    struct names *keys;        /* of forms, by number */
    struct names *respondents; /* texts of the column, numbered apart */
    GPtrArray *forms;          /* struct form, in order of first appearance */
    int current;               /* number of the form of the row before, -1 */
    bool scattered;            /* some form came back after another one */
    size_t bytes;              /* held by forms that are not released */
    int item, value, origin;   /* slots */
    int subject;               /* of the row added last, -1 when nobody knows its item */
    GHashTable *unknown;       /* item that is no subject -> gint64 rows */
    GString *key;
};

/* No forms yet; `by` (names, may be NULL) are columns by which forms are told apart besides. All
 * is borrowed. */
struct forms *forms_new(const struct scales *scales, struct reader *in, const GPtrArray *by);
void forms_free(struct forms *forms);

/* Adds the row that the reader got last and returns its form. A value counts as missing, with a
 * ledger row (refused), when it is no number (`number`), outside the bounds of its subject
 * (`range`), or a second answer to the same item on one form (`duplicate-answer`: the first one
 * counts). An empty cell of an item that the codebook puts to another role is no answer that is
 * missing: in a sheet for several roles nobody fills in the others' columns. The text of an open
 * question (no scale, no bounds) is not a number and not told. */
struct form *forms_add(struct forms *forms, struct reader *in, struct ledger *ledger);

/* The column with this name, -1 when there is none; and the text of a form in a column. */
int forms_column(const struct forms *forms, const char *name);
const char *forms_text(const struct forms *forms, const struct form *form, guint column);

/* The answer of a form to a subject, NULL when it has no row. */
const struct form_cell *form_find(const struct form *form, guint subject);

/* Gives the memory of a form's answers back; a row that comes back to it ends the program. */
void forms_release(struct forms *forms, struct form *form);

/* One warning for each item that nobody knows. */
void forms_tell(const struct forms *forms, struct ledger *ledger);

#endif
