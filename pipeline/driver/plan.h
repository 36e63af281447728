#ifndef DRIVER_PLAN_H
#define DRIVER_PLAN_H

#include "driver/study.h"

/* What `run` will do, as data: steps in order, each one or more commands joined by pipes. run.h
 * carries a plan out and print.h writes it down as a script; both see the same words.
 *
 * Commands run in the folder of the study. Paths below the folder of the output are kept relative
 * to it, because it has another name while it is being made. */

enum word_kind {
    WORD_TEXT,  /* as it is */
    WORD_INPUT, /* a path of the user: relative to the folder of the study, or absolute */
    WORD_MADE,  /* a path below the output that an earlier step makes */
    WORD_PLACE, /* a path below the output that need not be there */
};

struct word {
    enum word_kind kind;
    char *text;
};

struct command {
    char *program;    /* "vs-count", "cat" */
    GPtrArray *words; /* struct word */
};

enum step_weight {
    STEP_VITAL, /* when it fails the whole run stops */
    STEP_PART,  /* when it fails that part is not made */
};

enum step_needs {
    STEP_NEEDS_ALL, /* every WORD_MADE must be there */
    STEP_NEEDS_ANY, /* those that are not there are left out, but one must be */
    STEP_NEEDS_ROWS /* every WORD_MADE must be there; where they hold no rows nothing is made */
};

/* A chart in all its formats. A codebook of which nothing was met has none, and no chart per person
 * stands where nothing is known per person: that is no failure. A chart of which only some studies
 * have the numbers names these; where they are not there nobody misses it. */
struct plan_chart {
    char *label;           /* Dutch: "de as per persoon (koenig)" */
    char *term;            /* its codebook, or another term, in the results; NULL: any */
    bool per_person;       /* it shows persons with a side */
    const char *analysis;  /* NULL, or whose numbers it shows; of count: those by no person */
    const char *statistic; /* which of these it cannot do without */
    const char *other;     /* or this one; or NULL */
    GPtrArray *items;      /* what they must be about one of, before a `=`; empty: anything */
    GPtrArray *paths;      /* of its files, below the output */
};

struct step {
    char *title; /* Dutch: "de telling van turn" */
    GPtrArray *commands;
    char *output; /* where standard output goes, below the folder of the output */
    enum step_weight weight;
    enum step_needs needs;
    const struct plan_chart *chart; /* which chart this is a file of; NULL: none */
};

/* A sheet that people fill in: made below the output, and put into STUDY/invullen when it is new.
 */
struct plan_sheet {
    char *made; /* its path below the output */
    char *name; /* "kalibreerblad", without ending */
    char *page; /* the page to read, below the output */
    char *unit; /* "beurt": what its file is to say beside its path; NULL: it need not */
};

struct plan {
    GPtrArray *steps;
    GPtrArray *notes;    /* Dutch sentences: what holds for the whole output */
    GPtrArray *left_out; /* Dutch sentences: what is left out, and why */
    GPtrArray *charts;   /* struct plan_chart */
    GPtrArray *reports;  /* paths of the reports below the output */
    GPtrArray *sheets;   /* struct plan_sheet */
};

/* The results table below the output that everything people look at is made from. */
extern const char plan_results[];

/* Folders of the output, outermost first, NULL-terminated. */
extern const char *const plan_folders[];

/* The intermediate table or ledger of this name: "prive/tussen/NAME.ENDING". To be freed. */
char *plan_between(const char *name, const char *ending);

/* Adds an empty step. `title` is taken over. */
struct step *plan_step(struct plan *plan, char *title, const char *output, enum step_weight weight,
                       enum step_needs needs);

/* Adds a command to a step, a word to a command, and an option with its value (nothing when the
 * value is NULL). */
struct command *plan_command(struct step *step, const char *program);
void plan_word(struct command *command, enum word_kind kind, const char *text);
void plan_option(struct command *command, const char *option, enum word_kind kind,
                 const char *value);

/* Adds a sheet. All are copied; unit may be NULL. */
void plan_sheet(struct plan *plan, const char *made, const char *name, const char *page,
                const char *unit);

/* Adds a chart of a term that has no files yet and names no numbers. `label` is taken over. */
struct plan_chart *plan_chart(struct plan *plan, char *label, const char *term);

/* An empty plan. */
struct plan *plan_new(void);
void plan_free(struct plan *plan);

#endif
