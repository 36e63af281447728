#ifndef INGEST_CALLED_H
#define INGEST_CALLED_H

#include "foreign/sheet.h"

/* What ends vs-ingest: being called wrong, and a file that gives no rows. */

/* `unit`, `extent` and `blank` are what the options of that name say, or NULL; `files` those named.
 * A wrong one ends the program (STATUS_USAGE). */
void called_check(const char *unit, const char *extent, const char *blank, char *const *files);

/* After the last record: a sheet of which nothing was accepted ends the program (STATUS_STOPPED).
 */
void called_check_rows(const struct sheet *sheet);

#endif
