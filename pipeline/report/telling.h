#ifndef REPORT_TELLING_H
#define REPORT_TELLING_H

#include "report/part.h"

/* What the strands share: numbers looked up whatever unit they are about, names of scales and
 * items, pictures, and tables of one measure a column. */

/* The number, or NULL; NULL in the key means "". The unit is not looked at. */
const struct result *telling_find(const struct report *report, const struct finding_key *key);

/* TELLING(report, "match", .subject = "fitting", .statistic = "class_persons") over all groups. */
#define TELLING(report, name, ...)                                                                 \
    telling_find(report, &(const struct finding_key){.analysis = (name), __VA_ARGS__})

/* The same for another statistic of a key that many share. */
const struct result *telling_statistic(const struct report *report, struct finding_key key,
                                       const char *statistic);

/* Distinct values of the column that `column` reads, of rows of an analysis and statistic with this
 * `by`, in the order of the results; borrowed; to be freed with g_ptr_array_unref(). */
enum telling_column { TELLING_TERM, TELLING_SUBJECT, TELLING_GROUP, TELLING_BY };
GPtrArray *telling_values(const struct report *report, const char *analysis, const char *by,
                          const char *statistic, enum telling_column column);

/* Whether a column of groups is a school, a year, a phase or the like: one column, and not who. */
bool telling_is_grouping(struct report *report, const char *by);

/* The first part about this codebook, or NULL. */
const struct part *telling_part(const struct report *report, const char *term);

/* The name of an item or scale as the report says it: the label of an item, [scale] for SCALE and
 * the facet of SCALE/FACET, else the word itself without hyphens. Held. */
const char *telling_name(struct report *report, const char *item);

/* People of a role, n of them: "aanstaande leraren", "aanstaande leraar" for one, "personen" for
 * "", the word itself for a role without words. Held, or borrowed. */
const char *telling_people(struct report *report, const char *role, int64_t n);

/* Columns that were grouped by: "school en jaar" for "school+year". Held. */
const char *telling_columns(struct report *report, const char *by);

/* The halves of OFFER~USE. Held. */
const char *telling_first(struct report *report, const char *pair);
const char *telling_second(struct report *report, const char *pair);

/* A number as the report shows it, "" for none; its interval, "" for none. Held. */
const char *telling_value(struct report *report, const struct result *result);
const char *telling_interval(struct report *report, const struct result *result);

/* "120 van de 300", from enough persons on with the percentage behind it; "" for none. */
const char *telling_of(struct report *report, const struct result *persons,
                       const struct result *share);

/* "120 (40 %)", for where n stands beside it. */
const char *telling_share(struct report *report, const struct result *persons,
                          const struct result *share);

/* The bullets `stem-1`, `stem-2`, ... of a section. */
void telling_bullets(struct report *report, const char *section, const char *stem);

#endif
