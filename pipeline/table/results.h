#ifndef TABLE_RESULTS_H
#define TABLE_RESULTS_H

#include "table/reader.h"
#include "table/writer.h"

#include <stdint.h>

/* One number, its interval, what it rests on and how it was made: a row of shape results. Which
 * (analysis, statistic) pairs exist, and how each is shown, stands in table/results.def. */

enum result_kind {
    RESULT_COUNT,
    RESULT_SHARE,
    RESULT_RATE,
    RESULT_POSITION,
    RESULT_INDEX,
    RESULT_SCORE,
    RESULT_COEFFICIENT,
};

struct result {
    const char *analysis;
    const char *by;    /* column names joined by `+`, "" over all */
    const char *group; /* their values joined by ` + ` */
    const char *subject;
    const char *term;
    const char *statistic;
    double value; /* NaN: undefined, the reason stands in note */
    double low;   /* NaN: no interval */
    double high;
    int64_t n; /* what the number rests on; negative: not known */
    int64_t persons_wpb;
    int64_t persons_student;
    const char *method;
    const char *note;
};

/* A result with nothing in it: texts "", numbers NaN, counts -1. */
struct result result_empty(const char *analysis);

/* Writes one row; the pair must stand in results.def. */
void result_write(struct writer *writer, const struct result *result);

/* Slots of the columns of shape results. */
struct result_slots {
    int columns[14];
};
struct result_slots result_slots(struct reader *reader);

/* The row got last; texts borrowed until reader_next(). A number that is none, and a pair that is
 * not in results.def, end the program. */
struct result result_read(struct reader *reader, const struct result_slots *slots);

/* How the statistic is shown; the pair must stand in results.def. */
enum result_kind result_kind(const char *analysis, const char *statistic);

#endif
