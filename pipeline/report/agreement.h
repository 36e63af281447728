#ifndef REPORT_AGREEMENT_H
#define REPORT_AGREEMENT_H

#include "report/report.h"

/* What the strand of agreement and its tables share. */

extern const char agreement_analysis[];

/* The codebooks that agreement was looked at for; to be freed with g_ptr_array_unref(). */
GPtrArray *agreement_systems(struct report *report);

/* A number about a whole codebook, or NULL. */
const struct result *agreement_whole(struct report *report, const char *term,
                                     const char *statistic);

/* Criteria that are seen differently, codes that are confused, and the coefficients. */
void agreement_tables(struct report *report);

#endif
