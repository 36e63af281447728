#ifndef INGEST_USUAL_NUMBER_H
#define INGEST_USUAL_NUMBER_H

#include "foreign/decimal.h"
#include "table/record.h"

#include <stdint.h>

/* Start and end of the usual record: few digits, the column's own mark, not three decimals. */

struct usual_number {
    bool there; /* the cell is not empty */
    bool marked;
    int64_t micro; /* millionths */
};

/* Writes a cell as number_write() would write its value. NULL when it is not usual; an empty one
 * is. */
char *usual_number_write(char *to, struct cell cell, const struct decimal *decimal,
                         struct usual_number *number);

#endif
