#ifndef TABLE_STAGE_H
#define TABLE_STAGE_H

#include "table/head.h"
#include "table/ledger.h"
#include "table/output.h"
#include "table/reader.h"

#include <stdbool.h>
#include <stddef.h>

/* What all stages share: the record that describes one, its options, and stage_main(), which
 * parses the command line, prints --help, --summary and --version, opens the ledger and standard
 * output, runs the stage and turns the outcome into a status. */

enum option_kind {
    OPTION_FLAG,   /* target: bool */
    OPTION_TEXT,   /* target: char *, NULL when not given */
    OPTION_LIST,   /* target: char **, NULL-terminated, NULL when not given; may be repeated */
    OPTION_NUMBER, /* target: double, its value before is the default */
};

/* What the `# by` line tells of an option: never an input path or a person. */
enum option_record {
    RECORD_VALUE, /* --by school */
    RECORD_KEY,   /* --keep wpb (what stands before the `=`) */
    RECORD_NAME,  /* --codebook koenig (base name without folder and ending) */
    RECORD_NEVER,
};

struct option {
    const char *name;
    enum option_kind kind;
    enum option_record record;
    void *target;
    const char *argument; /* shown in --help, NULL for a flag */
    const char *help;     /* ASCII */
};

/* One run of a stage, as stage_main() hands it over. */
struct run {
    const struct stage *stage;
    char **files; /* NULL-terminated; none: standard input */
    enum reader_end end;
    struct ledger *ledger;
    struct output *output;
    char *by; /* this stage's own chain line */
};

struct stage {
    const char *name;             /* "count" */
    int order;                    /* place in the flow, shown by --summary */
    const char *input;            /* "tallies" */
    const char *output;           /* "results" */
    const char *summary;          /* one sentence, one verb */
    const char *detail;           /* a paragraph for --help, ending in an example */
    const struct option *options; /* ends with a NULL name */
    void (*run)(struct run *run); /* what is refused goes to run->ledger */
};

/* The whole main() of a stage. */
int stage_main(const struct stage *stage, int argc, char **argv);

/* The reader of the run's input. */
struct reader *stage_reader(const struct run *run, unsigned shapes);

/* Adds the run's own `# by` line to a head. */
void stage_sign(const struct run *run, struct head *head);

#endif
