#ifndef INGEST_ALIKE_H
#define INGEST_ALIKE_H

#include "foreign/sheet.h"
#include "ingest/damaged.h"
#include "ingest/eaten.h"
#include "table/ledger.h"

#include <stdbool.h>

/* Names that differ only in capitals, spaces and punctuation ("wpb-01", "WPB 01"; of respondents,
 * conversations and coders, who may be numbers, not in punctuation), or in letters that look the
 * same, may be one person, school or conversation typed twice. They are counted apart, since nobody
 * knows; each is warned about once. */

struct alike;

/* Watches the columns wpb, student, school, speaker and respondent of a sheet, where it has them;
 * each name is shown to `damaged` too, and to `eaten` but for respondents. Borrows all. */
struct alike *alike_new(const struct sheet *sheet, struct damaged *damaged, struct eaten *eaten,
                        struct ledger *ledger);
void alike_free(struct alike *alike);

/* Whether a column of this name is watched. */
bool alike_watches(const char *name);

/* Looks at the record that the sheet got last. */
void alike_look(struct alike *alike, const struct sheet *sheet);

/* Looks at the conversation or the coder of that record, as it is written: in the file, or given by
 * its name or a header. */
enum alike_given { ALIKE_SOURCE, ALIKE_CODER };
void alike_look_at(struct alike *alike, const struct sheet *sheet, enum alike_given what,
                   const char *name);

#endif
