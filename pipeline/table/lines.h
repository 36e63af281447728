#ifndef TABLE_LINES_H
#define TABLE_LINES_H

#include <stdbool.h>
#include <stddef.h>

/* The physical lines of a file or of standard input, one after the other, from one buffer that
 * grows only for a line longer than itself. What cannot be opened or read ends the program with
 * STATUS_STOPPED and a message; so does a line above LINES_LIMIT bytes. */

enum { LINES_LIMIT = 64 << 20 };

struct lines;

/* Opens `path`; NULL or "-" is standard input. */
struct lines *lines_open(const char *path);
void lines_close(struct lines *lines);

/* The next line: `*line` (NUL-terminated; may be written to; borrowed until the next call) and its
 * length without the newline. False at the end of the input. */
bool lines_next(struct lines *lines, char **line, size_t *length);

/* Whether the line got last ended in a newline (the last line of a file may not). */
bool lines_ended(const struct lines *lines);

/* Number of the line got last, from 1. */
size_t lines_number(const struct lines *lines);

/* Name to show a person: the base name of the path, or "standard input". */
const char *lines_name(const struct lines *lines);

#endif
