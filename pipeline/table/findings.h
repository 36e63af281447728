#ifndef TABLE_FINDINGS_H
#define TABLE_FINDINGS_H

#include "table/results.h"

#include <glib.h>

/* All numbers of a results table held in memory, to be looked up by what they say. A study has one
 * number a question, group and code: thousands at most.
 *
 * Numbers about different units (`unit=mention` in method) are different numbers: one study may
 * hold interviews and observed conversations side by side. */

struct findings;

/* What a number says. NULL means "": over all groups, the total, no term. */
struct finding_key {
    const char *analysis;
    const char *by;
    const char *group;
    const char *subject;
    const char *term;
    const char *statistic;
    const char *unit; /* the word after `unit=` in method */
};

/* Reads all rows. A number that stands there twice, with two values, ends the program
 * (STATUS_STOPPED) with its place. */
struct findings *findings_read(struct reader *reader);
void findings_free(struct findings *findings);

/* The rows in their order; borrowed. */
guint findings_count(const struct findings *findings);
const struct result *findings_at(const struct findings *findings, guint i);

/* The number with this key, or NULL; borrowed. */
const struct result *findings_find(const struct findings *findings, const struct finding_key *key);

/* The groups of `by` with a number on this term and unit, in order of first appearance: texts,
 * borrowed; free the array with g_ptr_array_unref(). */
GPtrArray *findings_groups(const struct findings *findings, const char *by, const char *term,
                           const char *unit);

/* The value of a `name=value` token of method; NULL when there is none. To be freed. */
char *finding_method(const struct result *result, const char *name);

/* Whether note holds the reason or mark (`;`-separated). */
bool finding_notes(const struct result *result, const char *reason);

#endif
