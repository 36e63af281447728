#ifndef INGEST_ROWS_H
#define INGEST_ROWS_H

#include "foreign/sheet.h"
#include "ingest/alike.h"
#include "ingest/beside.h"
#include "ingest/codings.h"
#include "ingest/eaten.h"
#include "ingest/fields.h"
#include "ingest/gaps.h"
#include "ingest/repeats.h"
#include "ingest/roles.h"
#include "ingest/tidied.h"
#include "ingest/track.h"
#include "ingest/typed.h"
#include "table/ledger.h"
#include "table/writer.h"

/* Writes the rows of segments that a record gives. Words lose their outer space; a text keeps it.
 */

struct rows {
    struct sheet *sheet;
    const struct fields *fields;
    const struct typed *typed;
    struct roles *roles;
    const struct beside *beside;
    struct track *track; /* NULL: codes say no speakers */
    struct repeats *repeats;
    struct gaps *gaps; /* NULL: units are no turns */
    struct writer *writer;
    struct ledger *ledger;
    const char *stem; /* the source when no column says it */
    struct tidied *tidied;
    struct alike *alike;
    struct eaten *eaten;
};

/* The rows that follow belong to this source, which has the number that is returned; to one that
 * was entered before and has it. */
size_t rows_enter(const struct rows *rows, const char *source);
void rows_return(const struct rows *rows, const char *source, size_t number);

/* Warns where the name of the source looks like another's; what is told of the persons of a record
 * comes before it. */
void rows_look(const struct rows *rows, const char *source);

/* Writes the rows of the codes of the record that the sheet got last. */
void rows_write(const struct rows *rows, const struct codings *codings, const double extent[2]);

#endif
