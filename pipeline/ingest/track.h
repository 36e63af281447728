#ifndef INGEST_TRACK_H
#define INGEST_TRACK_H

#include "ingest/fields.h"
#include "ingest/grid.h"
#include "ingest/labels.h"
#include "ingest/roles.h"
#include "ingest/typed.h"

/* The track of speakers. Coding programs let people mark who speaks as they mark codes: such labels
 * say whose words a passage is, and are never counted as codes.
 *
 * A code is such a label when --speaker-codes names it; when its program put it in the category of
 * speakers; when celwoorden.csv knows it as one ("Interviewer", "Participant"); or when it is a
 * role of rollen.csv, the file has no column of speakers, there are two such labels or more, and
 * they take turns: no place, or no unit, has two of them. What a codebook knows is a code all the
 * same. Labels that look like speakers and are not taken for them are warned about. */

struct track;

/* What the track is made from; borrowed. */
struct track_source {
    struct sheet *sheet;
    const struct grid *grid;
    const struct fields *fields;
    const struct typed *typed;
    struct labels *labels;
    const struct codebooks *codebooks;
    const struct cellwords *words;
    const struct roles *roles;
    char *const *told; /* --speaker-codes */
    const char *stem;  /* the source when no column says it */
    double after;      /* as in typed_read() */
    struct ledger *ledger;
};

/* Looks ahead in the sheet, up to 48 MiB; a longer file with such labels ends the program. NULL
 * when there are none. */
struct track *track_find(const struct track_source *source);
void track_free(struct track *track);

/* Whether a code is a label of a speaker. */
bool track_has(const struct track *track, const char *code);

/* Who speaks in this record, by its place, else its unit; "" when the track does not say. Borrowed.
 */
const char *track_speaker(struct track *track, const char *source, const char *unit,
                          const double extent[2]);

/* Puts into the ledger how many rows have no speaker, or more than one. */
void track_account(const struct track *track, const char *file);

#endif
