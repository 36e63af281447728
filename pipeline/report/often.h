#ifndef REPORT_OFTEN_H
#define REPORT_OFTEN_H

#include "report/part.h"

/* The codes of a part that were given most often. */

/* Three codes at most, the most frequent first; fewer where a further one was given as often as the
 * last. To be unreferenced. */
GPtrArray *often_codes(struct report *report, const struct part *part);

/* How many codes were given at all. */
guint often_used(struct report *report, const struct part *part);

/* "oordelen (15 keer), doorvragen (11 keer) en opleggen (11 keer)": each code in the words of
 * [answer] `key` ({label}, {n}), where {n} is the value of the statistic. Held. */
const char *often_list(struct report *report, const struct part *part, const GPtrArray *codes,
                       const char *statistic, const char *key);

#endif
