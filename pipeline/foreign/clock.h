#ifndef FOREIGN_CLOCK_H
#define FOREIGN_CLOCK_H

#include <stdbool.h>

/* Places on a timeline or in a text as people write them. */

enum clock_kind {
    CLOCK_NUMBER, /* 12, 12.5, 12,5 */
    CLOCK_TIME,   /* hh:mm:ss, mm:ss, with a fraction after . or , */
    CLOCK_WRONG,
};

/* Reads a whole text: as a number (a decimal comma counts when it cannot be a mark of thousands:
 * one comma, not followed by exactly three digits), or as a clock time, in seconds. CLOCK_WRONG
 * leaves `*value` alone. */
enum clock_kind clock_read(const char *text, double *value);

#endif
