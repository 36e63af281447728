#ifndef REPORT_CALIBRATE_H
#define REPORT_CALIBRATE_H

#include "report/report.h"
#include "table/reader.h"

/* The page to talk from: passages on which coders differ (vs-agree --differences), in their order,
 * those of one pair of codes together. It uses texts, codebooks, language and document of the
 * report. */

/* Writes the chapters from all rows of the reader. */
void calibrate_write(struct report *report, struct reader *in);

#endif
