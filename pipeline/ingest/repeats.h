#ifndef INGEST_REPEATS_H
#define INGEST_REPEATS_H

#include "table/ledger.h"

#include <stddef.h>

/* Rows that give a unit the same code by the same coder once more: exported twice, or pasted twice.
 * They are counted, since nobody knows, and warned about. What is remembered is that of the source
 * at hand: rows that stand apart from the others of their source are not compared with them. */

struct repeats;

struct repeats *repeats_new(struct ledger *ledger);
void repeats_free(struct repeats *repeats);

/* One row: its source, and what must be the same; `file` and `line` are its place. */
void repeats_look(struct repeats *repeats, const char *source, const char *const same[3],
                  const char *file, size_t line);

#endif
