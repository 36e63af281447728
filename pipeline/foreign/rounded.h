#ifndef FOREIGN_ROUNDED_H
#define FOREIGN_ROUNDED_H

#include "table/ledger.h"

#include <stdbool.h>
#include <stddef.h>

/* Numbers of a column with more digits than a number holds (some 16): what is read is the nearest
 * one. A whole number above 2^53 that is rounded is most likely no number but a name, and another
 * one now. */

enum { ROUNDED_ROOM = 64 };

struct rounded {
    size_t count;
    bool large;               /* one of them is 2^53 or more, and the first such is kept; */
    char first[ROUNDED_ROOM]; /* else the first, as it stands there */
    double value;             /* as what that was read */
    size_t line;              /* on which it stands; 0: the caller is to say it */
};

/* Looks at a cell that was read as `value`; `plain` is the same as number_read() read it. */
void rounded_look(struct rounded *rounded, const char *text, const char *plain, double value);

/* Says that the cell looked at last stood on this line. */
static inline void rounded_stands(struct rounded *rounded, size_t line)
{
    if (rounded->count > 0 && rounded->line == 0)
        rounded->line = line;
}

/* Puts what was met in a column into the ledger, in one row: a warning where one of them is large,
 * else a note. */
void rounded_tell(const struct rounded *rounded, const char *column, const char *file,
                  struct ledger *ledger);

#endif
