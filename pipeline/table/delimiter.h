#ifndef TABLE_DELIMITER_H
#define TABLE_DELIMITER_H

/* What separates the cells of a foreign CSV. */

/* The one of `, ; tab |` that stands most often outside quotes in a line; a comma when none does,
 * and the earlier of two in this order when they stand as often. */
char delimiter_find(const char *line);

/* What a line `sep=;` (as Excel writes it) says; NUL when the line is no such line. */
char delimiter_said(const char *line);

/* "comma", "semicolon", "tab" or "bar". */
const char *delimiter_name(char delimiter);

#endif
