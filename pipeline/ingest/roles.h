#ifndef INGEST_ROLES_H
#define INGEST_ROLES_H

#include "table/ledger.h"

#include <stddef.h>

/* Roles as people write them, read through codebooks/rollen.csv: "werkplekbegeleider", "mentor" and
 * "WPB" are one role. A role is never guessed: a text that rollen.csv does not know stays as it
 * is, with a warning in the ledger, once. */

struct roles;

/* `given` holds "SPEAKER=ROLE" texts (`*` is every speaker) or is NULL; a text without `=` ends the
 * program (STATUS_USAGE). Borrows both. */
struct roles *roles_new(char *const *given, struct ledger *ledger);
void roles_free(struct roles *roles);

/* What was given for a speaker, else for `*`, or NULL. Borrowed. */
const char *roles_given(const struct roles *roles, const char *speaker);

/* The name of the role that `text` means by rollen.csv, or "". Borrowed. */
const char *roles_named(const struct roles *roles, const char *text);

/* The name of the role that `text` means. Borrowed from rollen.csv or from `text`. `file` and
 * `line` are where the text stands. */
const char *roles_meaning(struct roles *roles, const char *text, const char *file, size_t line);

#endif
