#ifndef REPORT_STRAND_H
#define REPORT_STRAND_H

#include "report/report.h"

/* What a report tells besides the counted codebooks: the survey, the match of affordance and
 * agency, schuring, coverage, agreement. Each strand says its piece in each chapter but that of the
 * pictures, behind the counted parts; one without results says nothing. */

struct strand {
    bool (*is_there)(struct report *report);
    /* A sentence for the answer, held; "" for none. */
    const char *(*lead)(struct report *report);
    /* What stands under the answer; its pictures (whether there was one); its tables; bullets of
     * what can be done, of what to talk about, of what is not known; how it was made. NULL:
     * nothing.
     */
    void (*details)(struct report *report);
    void (*tables)(struct report *report);
    void (*advice)(struct report *report);
    void (*talk)(struct report *report);
    void (*unknown)(struct report *report);
    void (*account)(struct report *report);
};

/* The strands that have results, in the order in which they are told: struct strand; to be freed
 * with g_ptr_array_unref(). */
GPtrArray *strand_list(struct report *report);

/* Adds the sentences of the strands to the answer. Whether there was any. */
bool strand_lead(struct report *report, GString *lead);

/* Each chapter of every strand. */
void strand_details(struct report *report);
void strand_tables(struct report *report);
void strand_advice(struct report *report);
void strand_talk(struct report *report);
void strand_unknown(struct report *report);
void strand_account(struct report *report);

#endif
