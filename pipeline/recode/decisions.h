#ifndef RECODE_DECISIONS_H
#define RECODE_DECISIONS_H

#include "codebook/codebook.h"
#include "table/ledger.h"

/* What people decided on units that coders coded differently: CSVs as Excel saves them, with the
 * columns source, unit (or start and end), decision, and perhaps code and other (the codes that the
 * coders gave), all under the names that kolommen.csv knows.
 *
 * A decision holds for the rows of its unit; where code or other is filled in, for those of its
 * rows that have one of the two (an empty one beside a filled one: no code). It is a code, label or
 * alias, several with `;` between them, or the words for no code (teksten.ini, [decision]). */

struct decisions;

/* How a code of the file becomes the one that counts; NULL for a text that means none. */
typedef const char *(*decisions_meaning)(const char *text);

/* Reads `paths` (NULL-terminated), one after the other. A record that says nothing in `decision` is
 * left alone; one whose decision is no code, and a later one on the same unit and codes that says
 * something else, are refused in the ledger by file and line. A file without the columns ends the
 * program (STATUS_STOPPED). */
struct decisions *decisions_read(char *const *paths, const struct codebooks *codebooks,
                                 decisions_meaning meaning, struct ledger *ledger);

/* A row of segments, as far as a decision is about it. */
struct decisions_row {
    const char *source;
    const char *unit;
    const char *start;
    const char *end;
    const char *code;
};

/* What is decided on the unit of a row, as far as it is about its code: codes joined by `;`, `-`
 * for none, "" when nothing is. Borrowed until the next call. */
const char *decisions_find(struct decisions *decisions, const struct decisions_row *row);

/* Puts every decision that met a row into the ledger, refuses those that met none, and frees. */
void decisions_close(struct decisions *decisions);

#endif
