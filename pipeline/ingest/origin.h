#ifndef INGEST_ORIGIN_H
#define INGEST_ORIGIN_H

#include "table/writer.h"

#include <stddef.h>

/* The place of a record in the user's own file. */

/* The name of a file without folder and last ending: the source of rows that name none. NULL and
 * "-" are standard input. To be freed. */
char *origin_stem(const char *path);

/* Writes the cell `file:line`. */
void origin_write(struct writer *writer, const char *file, size_t line);

#endif
