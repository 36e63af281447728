#ifndef TABLE_METHOD_H
#define TABLE_METHOD_H

#include "stat/cluster.h"
#include "stat/interval.h"

/* The words of `method` and `note` that every stage with results writes the same way; teksten.ini
 * says them in Dutch and English. All texts returned are to be freed, but those of method_note().
 */

/* The whole method: `unit=mention; person=wpb; estimand=ratio; REST`; estimand may be NULL and rest
 * "". */
char *method_begin(const char *unit, const char *person, const char *estimand, const char *rest);

/* How an interval over clusters was made: `interval=jackknife; df=6; clusters=7`. */
char *method_interval(const struct cluster_interval *interval, uint64_t seed);

/* The t interval of a mean of persons: `interval=t; df=6; clusters=7`. */
char *method_mean(const struct stat_interval *limits);

/* The interval of k of n persons: `interval=wilson`, and `within=wpb; deff=1.25` where they lie
 * within wpb's or schools (the word; NULL: they do not). */
char *method_persons(const struct stat_interval *limits, const char *within, double deff);

/* The word of `note` for a reason ("" when fine): few-clusters, no-variation, not-defined, none
 * (nothing at all to count). n is what the number rests on. */
const char *method_note(enum stat_reason reason, size_t n);

#endif
