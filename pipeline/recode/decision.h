#ifndef RECODE_DECISION_H
#define RECODE_DECISION_H

#include "foreign/sheet.h"
#include "recode/decisions.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One decision: a line of a file that people filled in. */

struct decision {
    const struct decisions_file *file;
    size_t line;
    char *source;
    char *unit; /* "" when the extent says it */
    char *start;
    char *end;
    char *code;  /* "" when the file does not say it */
    char *other; /* likewise */
    char *codes; /* what was decided: codes joined by `;`, or `-` */
    bool met;    /* it was about some row */
};

/* A file of decisions. */
struct decisions_file {
    struct sheet *sheet;
    int64_t empty; /* records that decide nothing */
};

/* The cells of a record, as they stand. */
struct decision_cells {
    const char *source;
    const char *unit;
    const char *start;
    const char *end;
    const char *code;
    const char *other;
    const char *decision;
};

/* How cells are read. */
struct decision_reading {
    const struct codebooks *codebooks;
    decisions_meaning meaning;
    char **none; /* decision_none_words() */
};

/* The words that decide for no code, in both languages; to be freed. */
char **decision_none_words(void);

/* The decision of a record; NULL when it decides nothing, or with `*unknown` (to be freed) set to
 * what is no code. The apostrophe that guards a cell from spreadsheets is taken off. */
struct decision *decision_read(const struct decision_cells *cells, size_t line,
                               const struct decision_reading *reading, char **unknown);
void decision_free(gpointer freed);

/* Whether both are about the same codes of the same unit. */
bool decision_is_on_same(const struct decision *left, const struct decision *right);

/* Whether the decision is about rows with this code ("": none) of its unit. */
bool decision_is_about(const struct decision *decision, const char *code);

/* Adds the codes of a decision (joined by `;`) to those already joined, each once. */
void decision_join(GString *joined, const char *codes);

/* "les3 12: doorvragen ~ oordelen", to be freed. */
char *decision_show(const struct decision *decision);

#endif
