#ifndef DRIVER_JOURNAL_H
#define DRIVER_JOURNAL_H

#include "driver/plan.h"

#include <glib.h>
#include <stdbool.h>

/* What a run did, step by step: logboek.txt, without dates and without the folders of this
 * machine; and what it could not do, for index.html. */

struct journal {
    GString *text;
    GPtrArray *causes;   /* Dutch sentences: what could not be made, and why */
    GPtrArray *reasons;  /* of the causes, in the words of the stage */
    GPtrArray *follow;   /* Dutch: what could not be made because of that, each once */
    GPtrArray *left_out; /* Dutch sentences: what had nothing to show */
};

/* An empty journal, to be ended. */
void journal_start(struct journal *journal);
void journal_end(struct journal *journal);

/* The command lines of a step as they are told: paths below the output and the study only. */
void journal_step(struct journal *journal, const struct step *step);

/* How one of its commands ended, and what it said on standard error ("" for nothing). */
void journal_outcome(struct journal *journal, const struct command *command, int status,
                     const char *said);

/* A sentence of its own, which is taken over. */
void journal_note(struct journal *journal, char *sentence);

/* A part that could not be made; the sentence is taken over. True when this is news: a reason met
 * before (a chart fails in every format) is not told twice, that part only follows. */
bool journal_cause(struct journal *journal, const struct step *step, const char *reason,
                   char *sentence);

/* A part that could not be made because another, `lacks`, was not. */
void journal_follow(struct journal *journal, const struct step *step, const char *lacks);

/* A part that is left out; the sentence is taken over, and kept once. */
void journal_left_out(struct journal *journal, char *sentence);

/* Whether anything could not be made. */
bool journal_failed(const struct journal *journal);

#endif
