#ifndef DRIVER_INDEX_H
#define DRIVER_INDEX_H

#include "driver/build.h"

/* Writes index.html of the output, last of all: where the report lies, what could not be made and
 * what was left out, and name, size and SHA-256 of every file that was read or made. */
void index_write(const struct build *build);

#endif
