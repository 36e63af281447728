#ifndef FOREIGN_DECIMAL_H
#define FOREIGN_DECIMAL_H

#include "foreign/rounded.h"

#include <stdbool.h>
#include <stddef.h>

/* Which sign is the decimal mark of a column of numbers that people typed: a point or a comma. A
 * cell that could be either (one mark, three digits after it, at most three and no lone 0 before
 * it) follows the other cells of its column. Without any, `.` marks thousands in a file with `;`
 * and decimals elsewhere, `,` marks decimals in a file with `;` and thousands elsewhere. Where the
 * column holds both marks, the cells of the minority are not read.
 *
 * A column goes through three steps: decimal_count() for its cells, as many as can be looked at
 * beforehand; decimal_settle(); decimal_read() for each cell. */

enum decimal_mark {
    DECIMAL_OPEN, /* no cell with a mark was met */
    DECIMAL_POINT,
    DECIMAL_COMMA,
};

/* What the text of a cell says, by its digits and marks alone. */
enum decimal_shape {
    DECIMAL_WRONG, /* no number */
    DECIMAL_WHOLE, /* no mark */
    DECIMAL_SAYS_POINT,
    DECIMAL_SAYS_COMMA,
    DECIMAL_EITHER_POINT, /* 1.234 */
    DECIMAL_EITHER_COMMA, /* 1,234 */
};

enum { DECIMAL_ROOM = 40 };

struct decimal {
    size_t point; /* cells that say so */
    size_t comma;
    size_t either;              /* cells that could be both */
    size_t ahead;               /* cells that were counted and not yet read */
    char example[DECIMAL_ROOM]; /* the first of these; "" when there is none */
    size_t line;                /* on which that stands, as the caller says (decimal_stands) */
    char delimiter;             /* of the file */
    enum decimal_mark mark;
    bool told;              /* somebody said the mark: cells have no say */
    struct rounded rounded; /* cells that were read */
};

/* How decimal_read() fared. */
enum decimal_got {
    DECIMAL_READ,
    DECIMAL_NOT,     /* no number */
    DECIMAL_AGAINST, /* a number, with the mark that the column does not have */
    DECIMAL_TURNED,  /* such a one, and by now they outnumber those that were read: what was read
                        before may be wrong */
};

/* Outer spaces do not count, no-break spaces included; one within makes it no number. */
enum decimal_shape decimal_shape(const char *text);

/* Counts a cell before the mark is settled; what is no number with a mark says nothing. */
void decimal_count(struct decimal *decimal, const char *text);

/* Whether the cells counted so far tell the mark, all the same one, or somebody told it; and
 * whether there were cells with a mark, and yet they do not. */
bool decimal_is_clear(const struct decimal *decimal);
bool decimal_is_torn(const struct decimal *decimal);

/* Forgets what was counted, to count anew; not what was read. */
void decimal_forget(struct decimal *decimal);

/* Whether the text is a number with a mark. */
bool decimal_has_mark(const char *text);

/* Settles the mark by the cells counted so far; stays open where none had a mark. */
void decimal_settle(struct decimal *decimal);

/* Reads a whole cell by the column's mark. All cells are read in their order: those behind the ones
 * that were counted are counted here. A mark that is still open is settled by this cell. `*value`
 * changes for DECIMAL_READ only. */
enum decimal_got decimal_read(struct decimal *decimal, const char *text, double *value);

/* Counts n cells that say the column's mark and were read by somebody else. Precondition: the mark
 * is settled, or n is 0. */
void decimal_agree(struct decimal *decimal, size_t n);

/* Says that the cell counted or read last stood on this line. */
static inline void decimal_stands(struct decimal *decimal, size_t line)
{
    if (decimal->line == 0 && *decimal->example != '\0')
        decimal->line = line;
    rounded_stands(&decimal->rounded, line);
}

/* Whether the mark rests on the kind of file alone: no cell said it. */
bool decimal_is_assumed(const struct decimal *decimal);

#endif
