#ifndef INGEST_REPEATS_H
#define INGEST_REPEATS_H

#include "base/marks.h"
#include "table/ledger.h"

#include <stddef.h>
#include <stdint.h>

/* Rows that give a unit the same code by the same coder once more: exported twice, or pasted twice.
 * They are counted, since nobody knows, and warned about. What is remembered is that of the source
 * at hand: rows that stand apart from the others of their source are not compared with them. */

struct repeats;

/* Nothing is remembered yet; borrows the ledger. */
struct repeats *repeats_new(struct ledger *ledger);
void repeats_free(struct repeats *repeats);

/* The rows that follow belong to this source. */
void repeats_enter(struct repeats *repeats, const char *source);

/* What must be the same. */
struct repeats_row {
    const char *texts[3]; /* unit, coder and code */
    size_t lengths[3];
};

/* As one number: from a unit, and from the keys (marks_key() in no scope) of coder and code. */
static inline uint64_t repeats_key(const char *unit, size_t length, uint64_t coder, uint64_t code)
{
    return marks_key(unit, length, 3 * coder + code);
}

/* Where it is marked that a row with a key was met: 0, or 1. */
struct marks *repeats_marks(struct repeats *repeats);

/* One row; `file` and `line` are its place. */
void repeats_look(struct repeats *repeats, const struct repeats_row *row, const char *file,
                  size_t line);

#endif
