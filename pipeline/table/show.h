#ifndef TABLE_SHOW_H
#define TABLE_SHOW_H

#include "table/results.h"

#include <stdint.h>

/* Numbers as people read them. Showing only: rounding, times 100, decimal comma; nothing here is
 * computed anew.
 *
 * The rule for shares (DESIGN section 9, rule 5): on fewer than SHOW_PERCENT things there is no
 * percentage: a share that is k of n is shown as "5 van de 7", any other share and every limit as a
 * number between 0 and 1 ("0,36"). From SHOW_PERCENT things on percentages, without decimals below
 * SHOW_DECIMALS and with one from there on. A share above 0 is never shown as 0 %, one below 1
 * never as 100 %.
 *
 * A score on the answers of a survey has one decimal on fewer than SHOW_DECIMALS persons and two
 * from there on: the standard error of a mean on a scale of 1 to 5 is about 1/sqrt(n), so a second
 * decimal says nothing before that. A coefficient (alpha, kappa) always has two, with its sign and
 * its leading zero; one below 1 is never shown as 1.
 *
 * The language is explicit, never a locale. All texts are UTF-8 and the caller frees them. What is
 * not known (NaN, a negative count) is shown as an en dash. */

enum show_language { SHOW_DUTCH, SHOW_ENGLISH };

enum {
    SHOW_PERCENT = 10,
    SHOW_DECIMALS = 100,
};

/* The language of a word ("nl", "en"), or -1. */
int show_language(const char *word);

/* Whether a share of n things may be shown as a percentage. */
bool show_has_percent(int64_t n);

/* A whole number; thousands parted by a narrow no-break space: "10 000". */
char *show_count(int64_t count, enum show_language language);

/* "5 van de 7", "5 of 7". */
char *show_of(int64_t k, int64_t n, enum show_language language);

/* A number with this many decimals: "12,3", with a real minus sign. */
char *show_decimal(double value, int decimals, enum show_language language);

/* A share of n things (n negative: not known): "24 %", "23,5 %", or on few things "0,71". */
char *show_share(double share, int64_t n, enum show_language language);

/* The limits of a share of n things: "15 tot 36 %", or on few things "0,36 tot 0,92". */
char *show_limits(double low, double high, int64_t n, enum show_language language);

/* The same inside a sentence: "tussen 15 en 36 procent", "tussen 0,36 en 0,92". */
char *show_between(double low, double high, int64_t n, enum show_language language);

/* Whether the value of a result is k of n for a whole k: then *k is it. */
bool show_is_of(const struct result *result, int64_t *k);

/* The value and the limits of a result, each as its kind (results.def) asks: a count as a count, a
 * share as above ("5 van de 7" where it is k of few), a rate with one decimal, an index
 * with two, a score and a coefficient as above. */
char *show_value(const struct result *result, enum show_language language);
char *show_interval(const struct result *result, enum show_language language);

#endif
