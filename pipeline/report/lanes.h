#ifndef REPORT_LANES_H
#define REPORT_LANES_H

#include "report/part.h"

/* Answers of two roles, or of two waves, are never pooled: then no number is over all, and each
 * role or wave (a lane) has its own. A lane is known by one of its results. */

/* Whether results by this column are of lanes: "role", "wave" or "role+wave"; "" is over all. */
bool lanes_are_by(const char *by);

/* The results of a key, one a lane: the one over all where there is one, else those of each role or
 * wave, in the order of the results. The key's by, group and unit are not looked at, nor its term
 * where that is NULL. To be freed with g_ptr_array_unref(). */
GPtrArray *lanes_find(const struct report *report, const struct finding_key *key);

/* Another number of the lane, with its analysis, subject and term; NULL when there is none. */
const struct result *lanes_number(const struct report *report, const struct result *lane,
                                  const char *statistic);

/* The same for another subject. */
const struct result *lanes_number_of(const struct report *report, const struct result *lane,
                                     const char *subject, const char *statistic);

/* "aanstaande leraren", "meting 1", "aanstaande leraren, meting 1"; "" over all. Held. */
const char *lanes_name(struct report *report, const struct result *lane);

/* People with the wave of the lane behind them, "aanstaande leraren (meting 1)". Held. */
const char *lanes_in_wave(struct report *report, const struct result *lane, const char *people);

/* How many persons, of a lane whose result is their number: "40 personen", "31 aanstaande leraren",
 * "12 werkplekbegeleiders (meting 1)". Held. */
const char *lanes_people(struct report *report, const struct result *lane);

/* All who answered any of these results, which are numbers of persons: for each role and wave the
 * most that one of them knows of, as lanes_people(); a role is named where there is more than one,
 * and who has none is then left out. Held, in the order of the results; to be freed with
 * g_ptr_array_unref(). */
GPtrArray *lanes_everybody(struct report *report, const GPtrArray *results);

/* The words with the lane behind them, "aanbod (aanstaande leraren)"; without one as they stand.
 * Held. */
const char *lanes_label(struct report *report, const struct result *lane, const char *words);

/* The sentence with the lane in front, "Meting 1: ..."; without one as it stands. Held. */
const char *lanes_sentence(struct report *report, const struct result *lane, const char *sentence);

#endif
