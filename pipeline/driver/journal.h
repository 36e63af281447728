#ifndef DRIVER_JOURNAL_H
#define DRIVER_JOURNAL_H

#include "driver/plan.h"

#include <glib.h>

/* What a run did, step by step: logboek.txt, without dates and without the folders of this
 * machine; and what it could not do, for index.html. */

struct journal {
    GString *text;
    GPtrArray *failures; /* Dutch sentences */
};

/* An empty journal, to be ended. */
void journal_start(struct journal *journal);
void journal_end(struct journal *journal);

/* The command lines of a step as they are told: paths below the output and the study only. */
void journal_step(struct journal *journal, const struct step *step);

/* How one of its commands ended, and what it said on standard error ("" for nothing). */
void journal_outcome(struct journal *journal, const struct command *command, int status,
                     const char *said);

/* A sentence of its own; journal_failure() also keeps it for index.html. Both take it over. */
void journal_note(struct journal *journal, char *sentence);
void journal_failure(struct journal *journal, char *sentence);

#endif
