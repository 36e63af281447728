#ifndef FOREIGN_CLOCK_H
#define FOREIGN_CLOCK_H

#include "foreign/decimal.h"

/* Places on a timeline or in a text as people write them. */

enum clock_kind {
    CLOCK_NUMBER,  /* 12, 12.5, 12,5: by the column's decimal mark */
    CLOCK_TIME,    /* hh:mm:ss, mm:ss, with a fraction after . or , */
    CLOCK_WRONG,   /* neither */
    CLOCK_AGAINST, /* a number with the mark that its column does not have: decimal.h */
    CLOCK_TURNED,  /* such a one, and the column was settled wrongly */
};

/* Reads a whole cell, outer space gone: as a number of its column, or as a clock time, in seconds.
 * `*value` changes for CLOCK_NUMBER and CLOCK_TIME only. */
enum clock_kind clock_read(const char *text, struct decimal *column, double *value);

#endif
