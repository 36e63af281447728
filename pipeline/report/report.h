#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "codebook/codebook.h"
#include "codebook/texts.h"
#include "document/document.h"
#include "table/findings.h"
#include "table/head.h"
#include "table/show.h"

#include <glib.h>
#include <stdbool.h>

/* The chapters of the report. This folder is the floor between the document and codebook floors and
 * the stage vs-report (pipeline/report.c): it sees both, and turns findings into Dutch or English
 * blocks. It computes nothing: every number comes from a results row or a ledger row.
 *
 * All words come from codebooks/teksten.ini. Texts made on the way live as long as the report, so
 * that chapters read like the page they make. */

struct readings;

struct report {
    const char *title; /* NULL: not said, as are the next four */
    const char *question;
    const char *partnership;
    const char *date;
    const char *charts; /* folder of axis.svg and profile.svg */
    bool consent;       /* the participants agreed to "5 van de 7" */
    bool names_replaced;
    enum show_language language;
    const struct texts *texts;
    const struct codebooks *codebooks;
    const struct findings *findings;
    const struct head *head;         /* of the results: codebooks and chain */
    const struct readings *readings; /* NULL: no ledger was given */
    GPtrArray *parts;                /* struct part */
    GPtrArray *strands;              /* struct strand: what else there is to tell */
    struct document *document;
    GPtrArray *held; /* texts made on the way */
};

/* A place in a sentence: `{name}` becomes value. */
struct place {
    const char *name;
    const char *value;
};

/* Takes a text that is to live as long as the report. */
const char *report_hold(struct report *report, char *text);

/* The sentence of a key with its places filled in one pass: what is filled in is not looked at
 * again. `places` ends with a NULL name; places that the sentence does not hold are left out. A key
 * that is not there, or a place that nothing fills, ends the program (STATUS_STOPPED). */
const char *report_say(struct report *report, const char *section, const char *key,
                       const struct place *places);

#define SAY(report, section, key, ...)                                                             \
    report_say(report, section, key, (const struct place[]){__VA_ARGS__, {NULL, NULL}})

/* The sentence of a key without places. */
const char *report_word(struct report *report, const char *section, const char *key);

/* `special-key` where the section has it, else `key`: one codebook or code may have its own words.
 */
const char *report_choose(struct report *report, const char *section, const char *special,
                          const char *key);

/* "a, b en c" of texts. Held. */
const char *report_join(struct report *report, const GPtrArray *words);

/* The text with its first letter as a capital; a date jjjj-mm-dd in words, another text as it is.
 * Held. */
const char *report_capital(struct report *report, const char *text);
const char *report_date(struct report *report, const char *date);

/* Numbers as the report writes them (table/show.h), held. */
const char *report_count(struct report *report, int64_t count);
const char *report_value(struct report *report, const struct result *result);

/* A result's value as a whole number; 0 where there is no such result. */
int64_t report_whole(const struct result *result);

#endif
