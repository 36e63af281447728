#ifndef TABLE_CSV_H
#define TABLE_CSV_H

#include <stdbool.h>
#include <stddef.h>

/* Reads foreign CSV, one record at a time. libcsv is the parser (strict, both bits); its push
 * becomes csv_next() because one physical line, fed on its own, yields at most one record.
 *
 * What is accepted: delimiter `, ; tab |` (found in the first line that is not blank, or said by a
 * `sep=;` line), a UTF-8 byte order mark, LF, CRLF and CR CR LF, newlines inside quotes. Unquoted
 * cells lose spaces and tabs at both ends. A record with a misplaced or unclosed quote costs one
 * physical line: it is returned as CSV_BAD and reading goes on at the next line. */

enum csv_got {
    CSV_RECORD, /* csv_count() cells */
    CSV_BLANK,  /* a line without anything */
    CSV_BAD,    /* csv_why() says what was wrong with the line */
    CSV_END,
};

struct csv;

/* Opens `path` (NULL or "-": standard input). What cannot be opened, and UTF-16, end the program.
 */
struct csv *csv_open(const char *path);
void csv_close(struct csv *csv);

/* The next record, blank line or bad line. */
enum csv_got csv_next(struct csv *csv);

/* Cells of the record: text NUL-terminated, borrowed until csv_next(). */
size_t csv_count(const struct csv *csv);
const char *csv_cell(const struct csv *csv, size_t i);
size_t csv_length(const struct csv *csv, size_t i);

/* Physical line (from 1) on which the record began. */
size_t csv_line(const struct csv *csv);

/* After CSV_BAD: a static sentence. */
const char *csv_why(const struct csv *csv);

/* Delimiter in use; '\0' until the first csv_next(). */
char csv_delimiter(const struct csv *csv);

/* Whether the file began with a UTF-8 byte order mark; name to show of the input. */
bool csv_marked(const struct csv *csv);
const char *csv_name(const struct csv *csv);

#endif
