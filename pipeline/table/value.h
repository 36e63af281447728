#ifndef TABLE_VALUE_H
#define TABLE_VALUE_H

#include "table/shape.h"

#include <stddef.h>

/* One cell of a table of ours. */
struct value {
    const char *text; /* NUL-terminated; "" where there is no value */
    size_t length;
    enum missing missing;
};

#endif
