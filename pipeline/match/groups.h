#ifndef MATCH_GROUPS_H
#define MATCH_GROUPS_H

#include "match/told.h"
#include "table/ledger.h"

/* Writes the results of a term: over all and per group of --by, then of every person. Answers of
 * two roles, or of two waves, are never pooled: where there are several, each has rows of its own,
 * by role, by wave or by both. outcome is a subject of the scales, or -1. The ledger notes who
 * counts once for several forms (several-occasions). */
void groups_write(const struct sheet *sheet, const struct term *term,
                  const struct told_setting *setting, int outcome, struct writer *writer,
                  struct ledger *ledger);

#endif
