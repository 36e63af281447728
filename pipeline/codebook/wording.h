#ifndef CODEBOOK_WORDING_H
#define CODEBOOK_WORDING_H

#include "codebook/codebook.h"
#include "codebook/texts.h"
#include "table/results.h"
#include "table/show.h"

/* The words that people read for what stands in a table: labels of codes, names of statistics, and
 * the tokens of method and note. What has no words in teksten.ini or the codebooks is its own word,
 * so that a new stage needs no change here. */

struct wording {
    const struct texts *texts;
    const struct codebooks *codebooks;
    enum show_language language;
};

/* The label of a code or item in the language, else its name. Borrowed from the codebooks or
 * `name`. */
const char *wording_label(const struct codebooks *codebooks, const char *name,
                          enum show_language language);

/* The key in [person] for whom is counted (a column: wpb, source) in a form (one, many, title):
 * `wpb-many`, else `many`. Of sources that are no conversations a codebook may have its own
 * (`leeruitkomsten-wpl1-source-many`): where passages or events are counted. To be freed. */
char *wording_person(const struct texts *texts, const char *person, const char *book,
                     const char *unit, const char *form);

/* The word of a section of teksten.ini for a key, else the key. To be freed. */
char *wording_word(const struct wording *wording, const char *section, const char *key);

/* The name of a statistic; a term OFFER~USE may have words of its own for it. To be freed. */
char *wording_statistic(const struct wording *wording, const struct result *result);

/* What a result is about: a label, "kant volgend", "passend", "affordance: begeleiding", "Eens:
 * Mijn werkplek
 * ...", "alles". To be freed. */
char *wording_subject(const struct wording *wording, const struct result *result);

/* The words for a `; `-separated list of `name` and `name=value`: [section] `name-value`, else
 * `name` with {value} filled in, else the token. To be freed. */
char *wording_tokens(const struct wording *wording, const char *section, const char *list);

#endif
