#ifndef DESCRIBE_ROWS_H
#define DESCRIBE_ROWS_H

#include "describe/sample.h"
#include "stat/covariance.h"
#include "stat/resample.h"
#include "table/results.h"
#include "table/writer.h"

/* What the rows of vs-describe have in common. */

struct rows {
    struct writer *writer;
    struct resample_settings resample;
    enum covariance_missing missing;
    const char *missing_word; /* listwise, pairwise, median */
    GPtrArray *made;          /* by subject: how its scores were made (`missing=...`), or NULL */
};

/* A row about a sample, with nothing in it yet; `subject` and `statistic` are borrowed. */
struct result rows_result(const struct sample *sample, const char *subject, const char *statistic);

/* Writes the row; `estimand` may be NULL, `rest` are the further words of its method. */
void rows_put(const struct rows *rows, const struct sample *sample, struct result *result,
              const char *estimand, const char *rest);

/* Writes a count; n is what it is a part of, -1 when that is not one number. */
void rows_count(const struct rows *rows, const struct sample *sample, const char *statistic,
                int64_t value, int64_t n);

#endif
