#ifndef REPORT_SPEAKERS_H
#define REPORT_SPEAKERS_H

#include "report/report.h"

/* A table of how many words each role spoke, where turns of two roles or more were counted. */
void speakers_write(struct report *report);

#endif
