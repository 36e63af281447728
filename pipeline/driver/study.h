#ifndef DRIVER_STUDY_H
#define DRIVER_STUDY_H

#include <glib.h>
#include <stdbool.h>

/* What STUDY/studie.ini says, checked: every section and key is known, every value is one that it
 * may have, every codebook is there. What is wrong ends the program (STATUS_USAGE) with a sentence
 * that names file and line. */

enum study_kind { STUDY_SEGMENTS, STUDY_ANSWERS, STUDY_TURNS, STUDY_CONTEXT, STUDY_NAMES };

struct study_file {
    char *name;
    char *path; /* as typed: relative to the folder of the study, or absolute */
    enum study_kind kind;
    const char *unit;   /* turn, passage, event or mention; NULL when not said */
    const char *extent; /* seconds, characters, paragraphs or none; NULL when not said */
    GPtrArray *maps;    /* "canonical=header", in the order of the file */
    GPtrArray *reading; /* options of vs-ingest, each followed by its value */
};

struct study_report {
    char *name; /* of the file it becomes, without ending */
    const char *language;
};

struct study {
    char *folder; /* as typed */
    char *path;   /* of studie.ini */
    char *title;
    char *question; /* NULL when not said, as are the next four */
    char *partnership;
    char *date;
    char *coder;
    char *person;
    const char *audience; /* "intern", "partnerschap" or "openbaar" */
    bool consent;         /* deelnemers-akkoord = ja */
    GPtrArray *files;     /* struct study_file */
    GPtrArray *reports;   /* struct study_report, at least one */
    char **codebooks;     /* names, or paths relative to the folder of the study */
    char *seed;           /* whole numbers as typed; NULL when not said */
    char *draws;
    GPtrArray *left_out; /* texts: sections of analyses that cannot be made yet */
};

/* Reads FOLDER/studie.ini. */
struct study *study_read(const char *folder);
void study_free(struct study *study);

/* The path of a file of the study as seen from here. To be freed. */
char *study_path(const struct study *study, const char *path);

/* The path of a codebook of the study as seen from here; NULL when it is nowhere. To be freed. */
char *study_codebook(const struct study *study, const char *name);

/* Whether a name can be that of a file: letters, digits, `-`, `_` and `.`, the last not in front.
 */
bool study_is_name(const char *name);

#endif
