#ifndef DRIVER_STUDY_MATCH_H
#define DRIVER_STUDY_MATCH_H

#include "driver/ini.h"
#include "driver/study.h"

/* A section [match NAAM]: what is held against what, or put beside what.
 *
 *     aanbod, gebruik   two scales (or SCHAAL/FACET); without them every two scales that the
 * codebooks pair uitkomst          a scale whose mean is told by class per               columns by
 * which the match is told too, with ; between them belang            an item or scale of wpb's that
 * stands beside their share of the first side of the axis; a section with belang and without aanbod
 * holds nothing against it eenheid           of the coded talks whose share it is; needed where
 * they have several */

struct study_match {
    char *name;
    char *offer; /* NULL when not said, as are all others */
    char *use;
    char *outcome;
    char *importance;
    char *by; /* "school,year" */
    const char *unit;
};

/* Reads a section; what is wrong with it ends the program (STATUS_USAGE). */
struct study_match *study_match_read(const struct ini *ini, const char *section, const char *name);
void study_match_free(gpointer data);

/* Ends the program (STATUS_USAGE) when a scale or item of the sections is not in the codebooks, or
 * two sections would tell the same numbers. */
void study_match_check(const struct study *study, const struct ini *ini);

/* The codebooks of the study that hold items, by the names it gives them; NULL-terminated, to be
 * freed with g_strfreev(). */
char **study_match_books(const struct study *study);

#endif
