#ifndef REPORT_READINGS_H
#define REPORT_READINGS_H

#include "report/report.h"
#include "table/reader.h"

/* What was read: the rows of the ledgers of the stages before. */

/* The accounting of one file, in records; -1: not said. */
enum readings_count {
    READINGS_RECORDS,
    READINGS_ACCEPTED,
    READINGS_REFUSED,
    READINGS_BLANK,
    READINGS_COUNTS,
};

struct readings_file {
    const char *name;
    unsigned ledger;
    int64_t counts[READINGS_COUNTS];
};

/* Every other row of a ledger. */
struct readings_entry {
    const char *file, *line, *level, *what, *value;
    unsigned ledger; /* index in chains */
};

struct readings {
    GArray *files;     /* struct readings_file */
    GArray *entries;   /* struct readings_entry */
    GPtrArray *chains; /* texts: what the stage of each ledger was called with */
    GStringChunk *texts;
};

/* Reads the ledgers. NULL when there are none. */
struct readings *readings_read(char **files, enum reader_end end);
void readings_free(struct readings *readings);

/* For the chapter on what is not known: lines that were not read, and every warning, a sentence a
 * kind. */
void readings_unknown(struct report *report);

/* For the account: per file "75 van 75 regels gelezen; 0 niet", and what was assumed, a sentence a
 * kind. */
void readings_account(struct report *report);

/* The full list, as a table. */
void readings_appendix(struct report *report);

#endif
