#ifndef CODEBOOK_COLUMNS_H
#define CODEBOOK_COLUMNS_H

/* The names that people give to columns: codebooks/kolommen.csv, one row a canonical column with
 * its aliases (`canonical,alias,definition`; aliases separated by `;`). Headers are compared case
 * folded, with outer space gone, runs of space (no-break ones too), `_` and `-` as one space, and
 * without signs that nobody sees (unseen.h).
 */

struct columns;

/* Loads codebooks/kolommen.csv; what is wrong with it ends the program (STATUS_STOPPED). */
struct columns *columns_load(void);

/* The same for another list of that form, by its name with a folder: "codebooks/...csv", static. */
struct columns *columns_load_file(const char *name);
void columns_free(struct columns *columns);

/* Canonical name that `header` means, or NULL. */
const char *columns_find(const struct columns *columns, const char *header);

/* The canonical name that the front of `header` means, and what stands behind it: "Code 2" is code
 * and "2", "codeur A" coder and "A", "code_3" code and "3". The longest front counts. NULL when
 * nothing stands behind it, or the front is unknown. `*rest` is to be freed. */
const char *columns_stem(const struct columns *columns, const char *header, char **rest);

/* Whether `name` is a canonical name; and the nearest one to a wrong name, or NULL. */
int columns_is_canonical(const struct columns *columns, const char *name);
const char *columns_nearest(const struct columns *columns, const char *wrong);

#endif
