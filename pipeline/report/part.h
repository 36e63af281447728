#ifndef REPORT_PART_H
#define REPORT_PART_H

#include "report/report.h"

/* A part of the report: the results of one codebook counted in one unit. Self-report and
 * observation are therefore always two parts, each with its own verb. */

struct part {
    const char *term;                /* name of the codebook */
    const char *unit;                /* turn, passage, event, mention */
    const char *person;              /* column of the person: "wpb", "source" for conversations */
    const struct codebook *codebook; /* NULL: not among the codebooks given */
    GPtrArray *sides;                /* names in codebook order; none: a codebook without two */
    GPtrArray *codes;                /* codes in codebook order */
    guint number;                    /* from 0 */
};

/* All parts, in the order of the results; free with g_ptr_array_unref(). A results row that says
 * neither unit nor codebook in the way of vs-count ends the program. */
GPtrArray *part_list(struct report *report);

/* The numbers of a part over all persons, and of one person; NULL where there is no such row.
 * `subject` is a code, a side (part_side) or "". */
const struct result *part_result(const struct report *report, const struct part *part,
                                 const char *subject, const char *statistic);
const struct result *part_person_result(const struct report *report, const struct part *part,
                                        const char *person, const char *subject,
                                        const char *statistic);

/* The subject "side:NAME". Held. */
const char *part_side(struct report *report, const char *side);

/* Persons of the part that have a row of their own, in order of the results; to be unreferenced. */
GPtrArray *part_persons(const struct report *report, const struct part *part);

/* The name of a person as the report shows it: "(geen naam)" for one without. */
const char *part_person_name(struct report *report, const char *person);

/* Words of the part, held: the person, the persons, the person as a title, n conversations (or
 * what else was coded: "portfolio's"), what is coded ("interventie"), a side as a
 * group of codes ("sturende interventies"), the bare name of a side, the label of a code. */
const char *part_person(struct report *report, const struct part *part);
const char *part_people(struct report *report, const struct part *part);
const char *part_person_title(struct report *report, const struct part *part);
const char *part_sources(struct report *report, const struct part *part, int64_t n);
const char *part_noun(struct report *report, const struct part *part, const char *number);
const char *part_side_codes(struct report *report, const struct part *part, const char *side);
const char *part_side_name(struct report *report, const char *side);
const char *part_label(const struct report *report, const char *code);

/* "one" or "many": which form of the verb goes with k. */
const char *part_number(int64_t k);

/* "mention", "coded", or "source" where conversations are counted: which family of sentences. */
const char *part_family(const struct part *part);

/* The verb that goes with k persons: "noemde(n)" for mentions, "gebruikte(n)" otherwise. */
const char *part_verb(struct report *report, const struct part *part, int64_t k);

/* Whether no part before it has the same codebook: what is said of a codebook is said once. */
bool part_is_first(const struct report *report, const struct part *part);

/* Whether self-report is counted. */
bool part_is_mention(const struct part *part);

/* The share that a code is shown with: "share" (of all codes), or "with_share" (of all persons) for
 * events of a codebook without sides, which happen to somebody or do not. */
const char *part_share(const struct part *part);

/* The side on which most persons mainly are; NULL when nobody is mainly on one. `*tie` becomes
 * another side with as many, or NULL. */
const char *part_leading_side(struct report *report, const struct part *part, const char **tie);

#endif
