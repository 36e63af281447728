#ifndef REPORT_AGREEMENT_H
#define REPORT_AGREEMENT_H

#include "report/telling.h"

/* What the strand of agreement and its tables share. */

extern const char agreement_analysis[];

/* The codebooks that agreement of coders was looked at for, and those that persons were rated by;
 * to be freed with g_ptr_array_unref(). */
GPtrArray *agreement_systems(struct report *report);
GPtrArray *agreement_rated(struct report *report);

/* A number about a whole codebook, or NULL. */
const struct result *agreement_whole(struct report *report, const char *term,
                                     const char *statistic);

/* The coefficient to go by of those coders or that half ("" and "": all): over the axis where there
 * is one, since there a small difference counts for less. NULL where none could be computed. */
const struct result *agreement_leading(struct report *report, const char *term, const char *by,
                                       const char *group);

/* The words for the notes of a number: why it is missing, or has no interval. Held. */
const char *agreement_why(struct report *report, const struct result *result);

/* The pairs of different codes of a codebook that occur, the most confused first (struct result);
 * to be freed with g_ptr_array_unref(). */
GPtrArray *agreement_confused(struct report *report, const char *term);

/* A half of CODE~CODE as its label; "" is no code. */
const char *agreement_label(struct report *report, const char *code);

/* What the tables are made of: a caption about a codebook, a column by its key, the one of
 * intervals, and the cells of a number that may be missing and its interval. */
const char *agreement_title(struct report *report, const char *caption, const char *term);
struct document_column agreement_column(struct report *report, const char *key,
                                        enum document_column_kind kind);
struct document_column agreement_interval(struct report *report);
void agreement_cells(struct report *report, const struct result *result);

/* What stands under the answer. */
void agreement_details(struct report *report);

/* Codes that are confused, who coded what, and the coefficients. */
void agreement_tables(struct report *report);

/* Who looked at how much, and how much of it another looked at too; agreement of every pair of
 * coders, and in each half of the conversations. */
void coders_table(struct report *report, const char *term);
void coders_pairs(struct report *report, const char *term);
void coders_halves(struct report *report, const char *term);

/* What persons give themselves beside what others give them: a sentence for each codebook, and its
 * table. */
void ratings_details(struct report *report, const char *term);
void ratings_table(struct report *report, const char *term);

/* Coded passages that several coders named: how many, and which to look at together. Nothing where
 * there are none. */
void named_details(struct report *report, const char *term);
void named_table(struct report *report, const char *term);

#endif
