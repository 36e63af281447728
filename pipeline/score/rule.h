#ifndef SCORE_RULE_H
#define SCORE_RULE_H

#include <glib.h>
#include <stdbool.h>

/* How many answers a score needs: the rule for missing answers. */

struct rule {
    guint least; /* answers to the items of a scale; 0: half of them, rounded up */
    bool listwise;
};

/* The rule of `--missing` (NULL: person-mean). What is none ends the program (STATUS_USAGE). */
struct rule rule_read(const char *text);

/* The answers that a scale of so many items needs. A rule that asks for more than there are asks
 * for all. */
guint rule_least(const struct rule *rule, guint items);

/* How the score of one person was made: `missing=person-mean; least=2; items=3; answered=2`. To be
 * freed.
 */
char *rule_method(const struct rule *rule, guint items, guint answered);

#endif
