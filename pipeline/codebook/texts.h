#ifndef CODEBOOK_TEXTS_H
#define CODEBOOK_TEXTS_H

#include <glib.h>

/* The sentences of reports, charts and the driver: codebooks/teksten.ini, an ini file of sections
 * and keys, every key with its language: `geen-interval[nl]=Bij {n} personen ...`. A sentence holds
 * places `{name}` that texts_fill() fills. Comments stand on their own line and begin with `#`. */

struct texts;

/* Loads teksten.ini from codebooks/. `language` ("nl", "en") is explicit. A file that cannot be
 * read, is not UTF-8, or holds a key twice ends the program (STATUS_STOPPED). */
struct texts *texts_load(const char *language);
void texts_free(struct texts *texts);

/* Whether the section has the key in the language. */
gboolean texts_has(const struct texts *texts, const char *section, const char *key);

/* The sentence; to be freed. A key that is not there ends the program (STATUS_STOPPED): a report
 * never shows a hole. */
char *texts_get(const struct texts *texts, const char *section, const char *key);

/* The sentence with its places filled: name, value, name, value, ..., NULL. A place that is not
 * named ends the program. To be freed. */
char *texts_fill(const struct texts *texts, const char *section, const char *key,
                 ...) G_GNUC_NULL_TERMINATED;

#endif
