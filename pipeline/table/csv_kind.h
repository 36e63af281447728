#ifndef TABLE_CSV_KIND_H
#define TABLE_CSV_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* Files that people take for CSV: known by the bytes they begin with. */

/* What a file is that is no CSV; all static. */
struct csv_kind {
    const char *name; /* for fail_named() */
    const char *said; /* the rest of a sentence "this file is ...", with what to do about it */
};

/* The kind of a file that begins with bytes[0 .. n); NULL when it may be text. */
const struct csv_kind *csv_kind_of(const char *bytes, size_t n);

/* As csv_kind_of(), for bytes that are not UTF-16: whether they are full of NUL bytes. */
const struct csv_kind *csv_kind_of_nulls(const char *bytes, size_t n);

/* The same of a file in UTF-16, from behind its byte order mark; `big`: the high byte first. A page
 * is all that it can be: the others begin with bytes of their own. */
const struct csv_kind *csv_kind_of_wide(const char *bytes, size_t n, bool big);

#endif
