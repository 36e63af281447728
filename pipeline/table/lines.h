#ifndef TABLE_LINES_H
#define TABLE_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The physical lines of a file or of standard input, one after the other, from one buffer that
 * grows only for a line longer than itself. What cannot be opened or read ends the program with
 * STATUS_STOPPED and a message; so does a line above LINES_LIMIT bytes. */

enum { LINES_LIMIT = 64 << 20 };

struct lines;

/* Opens `path`; NULL or "-" is standard input. */
struct lines *lines_open(const char *path);
void lines_close(struct lines *lines);

/* A line, NUL-terminated, its length without the newline. Where an index of structure knows them
 * (csv_index.h), the places of its tabs, with those of carriage returns in between. */
struct line {
    char *text; /* may be written to */
    size_t length;
    char *from;           /* places are counted from here */
    const uint32_t *ends; /* NULL: not known */
    size_t n;             /* how many ends */
    bool clean;           /* known to be UTF-8 without NUL */
};

/* The next line; borrowed until the next call. False at the end of the input. */
bool lines_next(struct lines *lines, struct line *line);

/* Whether the line got last ended in a newline (the last line of a file may not). */
bool lines_ended(const struct lines *lines);

/* Number of the line got last, from 1. */
size_t lines_number(const struct lines *lines);

/* Name to show a person: the base name of the path, or "standard input". */
const char *lines_name(const struct lines *lines);

#endif
