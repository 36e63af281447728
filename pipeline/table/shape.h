#ifndef TABLE_SHAPE_H
#define TABLE_SHAPE_H

#include <stdbool.h>

/* The seven shapes that flow between stages, their fixed columns in their fixed order, and the
 * fixed names of context columns (DESIGN section 2). A set of shapes is an OR of shape_bit(). */

enum shape {
    SHAPE_SEGMENTS,
    SHAPE_TURNS,
    SHAPE_ANSWERS,
    SHAPE_TALLIES,
    SHAPE_RESULTS,
    SHAPE_PASSAGES,
    SHAPE_LEDGER,
    SHAPE_COUNT,
};

/* Why a cell holds no value. An empty cell is MISSING_EMPTY; the others are written `.reason`. */
enum missing {
    MISSING_NOT, /* there is a value */
    MISSING_EMPTY,
    MISSING_REFUSED,    /* .geweigerd: the person declined to answer */
    MISSING_NOT_ASKED,  /* .nvt */
    MISSING_RANGE,      /* .bereik: an impossible value stood here */
    MISSING_UNREADABLE, /* .onleesbaar */
    MISSING_HIDDEN,     /* .verborgen: suppressed */
    MISSING_COUNT,
};

/* Name of a shape as the preamble writes it. */
const char *shape_name(enum shape shape);

/* Shape with this name, or -1. */
int shape_find(const char *name);

/* The bit of a shape in a set of shapes. */
unsigned shape_bit(enum shape shape);

/* The fixed columns of a shape, NULL-terminated. */
const char *const *shape_columns(enum shape shape);

/* Whether `column` is one of the fixed names of context columns (wpb, student, school, ...). */
bool shape_is_context(const char *column);

/* Those names, NULL-terminated. */
const char *const *shape_contexts(void);

/* Whether `unit` is a word of `# unit`, and `extent` one of `# extent`. */
bool shape_is_unit(const char *unit);
bool shape_is_extent(const char *extent);

/* `.reason` of a kind of missing ("" for MISSING_EMPTY); not for MISSING_NOT. */
const char *missing_text(enum missing missing);

/* The kind of missing that `text` writes, or -1 when it is not one (an unknown reason). */
int missing_find(const char *text);

#endif
