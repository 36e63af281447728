#ifndef REPORT_PICTURES_H
#define REPORT_PICTURES_H

#include "report/report.h"

/* The file NAME.svg of --charts DIR; NULL when it is not there. */
GBytes *pictures_read(const struct report *report, const char *name);

/* Writes the pictures of survey, coverage and agreement that lie in --charts DIR, each with its
 * words: likert-SCALE, quadrants-N, dumbbell, coverage-CODEBOOK, confusion-CODEBOOK. Whether there
 * was any. */
bool pictures_write(struct report *report);

/* Writes the answers to the scales of the survey that were too many for the story. */
void pictures_likert_account(struct report *report);

#endif
