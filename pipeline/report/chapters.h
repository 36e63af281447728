#ifndef REPORT_CHAPTERS_H
#define REPORT_CHAPTERS_H

#include "report/part.h"

/* The six chapters, in the order in which they must stand. Each writes its heading and its blocks
 * to report->document. */

/* The answer in a sentence or two, what it was counted with, and (where names stand as they were
 * typed) a warning. */
void answer_write(struct report *report);

/* The pictures of --charts DIR, each with words for who cannot see it. */
void figure_write(struct report *report);

/* Per part a table of codes and sides, and one of persons. */
void tables_write(struct report *report);

/* What may be done with it, and questions to talk about. */
void advice_write(struct report *report);

/* What the numbers do not say. */
void unknown_write(struct report *report);

/* How it was made and what was read. */
void account_write(struct report *report);

/* What each stage was called with, for the colophon. */
void account_colophon(struct report *report);

/* The sentence of an answer for one part, held: "5 van de 7 werkplekbegeleiders noemden ...". */
const char *answer_sentence(struct report *report, const struct part *part);

/* The code of a part without sides that most persons have (among equals the one given most), or
 * NULL. */
const char *answer_code(struct report *report, const struct part *part);

#endif
