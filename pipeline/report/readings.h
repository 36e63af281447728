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
    const char *file, *line, *level, *what, *value, *action;
    int64_t n;       /* how many entries it stands for: more than one without saying which */
    bool again;      /* a stage before said the same */
    unsigned ledger; /* index in chains */
};

struct readings {
    GArray *files;     /* struct readings_file */
    GArray *entries;   /* struct readings_entry */
    GPtrArray *chains; /* texts: what the stage of each ledger was called with */
    GHashTable *told;  /* texts: what one stage has said and others say again */
    GStringChunk *texts;
};

/* Reads the ledgers. NULL when there are none. */
struct readings *readings_read(char **files, enum reader_end end);
void readings_free(struct readings *readings);

/* What was read of the files with the rows that are counted, added up; a context file, which stands
 * in the ledger of the file it belongs to and before it, is left out. */
struct readings_total {
    int64_t counts[READINGS_COUNTS]; /* 0 where nothing is said */
    int64_t idle;                    /* records refused that hold no data: headers, totals */
    int64_t cells;                   /* refused within accepted records */
    int64_t beside;                  /* records refused of context files, each file once */
    guint files;
};
struct readings_total readings_total(const struct readings *readings);

/* How many of the records of file `i` that were refused hold no data: the headers once more,
 * totals, remarks, somebody trying the survey. */
int64_t readings_idle(const struct readings *readings, guint i);

/* Whether file `i` is a context file that was told of before: it is read with every file that it
 * belongs to. */
bool readings_is_again(const struct readings *readings, guint i);

/* Parts of readings_value() (readings_named.c), held or borrowed: of an item and a header with
 * `arrow` between them, "kijken <- Mijn werkplek biedt ...", the question, and the header where
 * that differs; of persons without a score on "agency/begeleiding" "gebruik, begeleiding (2 keer)";
 * of a line above the headers the line without the empty cells at its end. */
const char *readings_question(struct report *report, const char *value, const char *arrow);
const char *readings_scale(struct report *report, const struct readings_entry *entry);
const char *readings_above(struct report *report, const char *line);

/* The words for a kind of entry, and for its value (readings_value.c). Held. */
const char *readings_phrase(struct report *report, const char *what);
const char *readings_value(struct report *report, const struct readings_entry *entry);

/* The value of a cell that was refused, with its column where that is known, and in the text of the
 * report its place too: "weet niet (vragenlijst.csv, regel 4, kolom Q3)". Held. */
const char *readings_cell(struct report *report, const struct readings_entry *entry,
                          const char *place);

/* Whether the value of an entry is a cell that was refused, not its line. */
bool readings_is_cell(const struct readings_entry *entry);

/* The value where the text of the report names it: of an unknown code also the nearest one, and the
 * first line where it stands. Held. */
const char *readings_value_long(struct report *report, const struct readings_entry *entry);

/* Whether the value is the name of a codebook: then the entry is about all of its codes at once. */
bool readings_is_book(const struct report *report, const struct readings_entry *entry);

/* Whether no page says anything about the entry (only the ledger does), and whether the text leaves
 * it to the appendix: it says nothing new, or another stage has said it better. */
bool readings_is_silent(const struct report *report, const struct readings_entry *entry);
bool readings_is_minor(struct report *report, const struct readings_entry *entry);

/* For the chapter on what is not known: lines that were not read, and every warning, a sentence a
 * kind. */
void readings_unknown(struct report *report);

/* For the account: per file "75 van 75 regels gelezen; 0 niet", and what was assumed, a sentence a
 * kind. */
void readings_account(struct report *report);

/* The full list, as a table (readings_appendix.c). */
void readings_appendix(struct report *report);

#endif
