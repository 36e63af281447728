#ifndef DRIVER_STUDY_VALUES_H
#define DRIVER_STUDY_VALUES_H

#include "driver/ini.h"
#include "driver/study.h"

/* Single values of studie.ini, checked. A value that is not allowed ends the program
 * (STATUS_USAGE) with a sentence that names file and line and what is allowed. Texts are to be
 * freed, words are static. */

/* A text that must be there. */
char *study_values_text(const struct ini *ini, const char *section, const char *key);

/* A day that exists, jjjj-mm-dd; NULL when not said. */
char *study_values_date(const struct ini *ini, const char *section, const char *key);

/* A whole number of 0 or more, as typed; NULL when not said. */
char *study_values_count(const struct ini *ini, const char *section, const char *key);

/* ja or nee; nee when not said. */
bool study_values_yes(const struct ini *ini, const char *section, const char *key);

/* `publiek`: intern when not said. */
const char *study_values_audience(const struct ini *ini, const char *section);

/* `publiek` of a report: nothing wider than that of the study, which is `audience`. */
void study_values_check_audience(const struct ini *ini, const char *section, const char *audience);

/* `soort` of a file; it must be there. */
enum study_kind study_values_kind(const struct ini *ini, const char *section);

/* `eenheid` in English, from Dutch or English; NULL when not said. */
const char *study_values_unit(const struct ini *ini, const char *section);

/* The Dutch word for a unit in English; a word that is none is returned as it is. Static or
 * borrowed. */
const char *study_values_unit_word(const char *unit);

/* `tijd` in English, from Dutch: what start and end measure; NULL when not said. */
const char *study_values_extent(const struct ini *ini, const char *section);

/* `per`: columns by their canonical names, with commas between them; NULL when not said. */
char *study_values_columns(const struct ini *ini, const char *section);

/* `formaat` and `blad`: csv and tsv can be read, other formats cannot yet. */
void study_values_check_format(const struct ini *ini, const char *section);

/* Whether `soort` of a report is one that can be made (not said: it is). */
bool study_values_is_report(const struct ini *ini, const char *section);

/* `taal`: nl when not said. */
const char *study_values_language(const struct ini *ini, const char *section);

#endif
