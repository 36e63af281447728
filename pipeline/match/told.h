#ifndef MATCH_TOLD_H
#define MATCH_TOLD_H

#include "match/lot.h"
#include "stat/resample.h"
#include "table/results.h"
#include "table/writer.h"

/* What the rows of one term in one group have in common (table/results.def, analysis match), and
 * how each is written. */

struct told_setting {
    struct resample_settings resample;
    double cut;          /* NaN: the middle of the answers of the term */
    const char *outcome; /* the scale whose mean is told by class and quadrant, or NULL */
};

struct told {
    const struct told_setting *setting;
    struct writer *writer;
    const struct term *term;
    const struct lot *lot;
    const char *by;
    const char *group;
    const char *person; /* the word of `method`: a role, or respondent */
};

/* A result of the term and group, without value. */
struct result told_result(const struct told *told, const char *subject, const char *statistic);

/* Writes it; estimand may be NULL, rest says the remainder of `method`. */
void told_write(const struct told *told, struct result *result, const char *estimand,
                const char *rest);

/* A count out of n (-1: not of one number); NaN with its note where it is undefined. */
void told_count(const struct told *told, const char *subject, const char *statistic, double count,
                int64_t n);

/* The word of `note`: why the value of n persons is missing, else why its interval is. */
const char *told_note(enum stat_reason value, enum stat_reason limits, int64_t n);

#endif
