#ifndef AGREE_ROWS_H
#define AGREE_ROWS_H

#include "stat/cluster.h"
#include "table/results.h"
#include "table/writer.h"

/* How a number about agreement becomes a row of results. */

struct rows {
    struct writer *writer;
    struct resample_settings resample;
    const char *unit;   /* turn, passage, event, mention; rating */
    const char *person; /* what intervals rest on: source, or respondent for ratings */
    const char *term;   /* the codebook */
};

/* What a number is about. */
struct rows_place {
    const char *by;
    const char *group;
    const char *subject;
};

/* Writes a count; n is what it is a part of, -1 when that is not one number. */
void rows_count(const struct rows *rows, const struct rows_place *place, const char *statistic,
                int64_t value, int64_t n);

/* Writes k of n, which describes what was coded and has no interval; empty with the note `none`
 * where n is 0. */
void rows_share(const struct rows *rows, const struct rows_place *place, const char *statistic,
                int64_t k, int64_t n);

/* One number with its interval over conversations. */
struct rows_number {
    const char *statistic;
    struct stat_value value; /* n: what the number rests on */
    const struct cluster_interval *interval;
    const char *method; /* more words, "" for none */
    const char *why;    /* note where the value is missing; NULL: by its reason */
    const char *mark;   /* one more word of note, "" for none */
};
void rows_number(const struct rows *rows, const struct rows_place *place,
                 const struct rows_number *number);

/* The same where `method` says itself how the interval was made. */
void rows_number_said(const struct rows *rows, const struct rows_place *place,
                      const struct rows_number *number);

/* Writes a number that cannot be given, and why. */
void rows_refuse(const struct rows *rows, const struct rows_place *place, const char *statistic,
                 const char *why);

#endif
