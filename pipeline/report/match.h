#ifndef REPORT_MATCH_H
#define REPORT_MATCH_H

#include "report/lanes.h"

/* What the strand of the match and its tables share. A pair is OFFER~USE. */

extern const char match_analysis[];

/* The classes as the results name them, from more offer to more use. */
enum { MATCH_CLASSES = 3 };
extern const char *const match_classes[];

enum pair_kind { PAIR_SCALE, PAIR_FACET, PAIR_ITEM };

/* Whether a pair holds two scales, two facets or two items. */
enum pair_kind match_kind(struct report *report, const char *pair);

/* All pairs in the order of the results; to be freed with g_ptr_array_unref(). */
GPtrArray *match_pairs(struct report *report);

/* "meer aanbod dan gebruik" and its like, by class; "120 (40 %)" of that class. Held. */
const char *match_class_name(struct report *report, const char *pair, const char *class);
const char *match_class(struct report *report, const struct result *lane, const char *class);

/* The results of a pair, its mean difference in each lane (report/lanes.h); to be freed with
 * g_ptr_array_unref(). */
GPtrArray *match_lanes(struct report *report, const char *pair);

/* Means, classes, groups and items. */
void match_tables(struct report *report);

/* Tables that are too long for the story: by two columns, and question by question. */
void match_account_tables(struct report *report);

#endif
