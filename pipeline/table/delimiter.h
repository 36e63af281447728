#ifndef TABLE_DELIMITER_H
#define TABLE_DELIMITER_H

#include <stddef.h>

/* What separates the cells of a foreign CSV. */

/* The one of `, ; tab |` that stands most often outside quotes in the record that text[0 .. n)
 * begins with (a header may span lines within quotes); a comma when none does, and the earlier of
 * two in this order when they stand as often. `*count` becomes how often; may be NULL. */
char delimiter_find(const char *text, size_t n, size_t *count);

/* What a line `sep=;` (as Excel writes it; with or without its line end, between quotes or not; a
 * tab as itself or as `\t`) says; NUL when the line is no such line. */
char delimiter_said(const char *line, size_t n);

/* "comma", "semicolon", "tab" or "bar". */
const char *delimiter_name(char delimiter);

#endif
