#ifndef TABLE_STREAM_H
#define TABLE_STREAM_H

#include "table/head.h"
#include "table/lines.h"

#include <stdbool.h>
#include <stddef.h>

/* Files of tables as one stream of checked lines, with the heads read. What no table of ours holds
 * (NUL bytes, carriage returns, bytes that are not UTF-8, a bad head) ends the program
 * (STATUS_STOPPED) with file and line.
 */

struct stream;

/* The files (NULL-terminated; NULL or none: standard input); `shapes` is the set accepted. */
struct stream *stream_open(unsigned shapes, char **files);
void stream_close(struct stream *stream);

/* Reads the head of the next table, from the next file if need be; NULL when there is none. The
 * head is the caller's. */
struct head *stream_head(struct stream *stream);

/* The next line of the file being read; false at its end, and the file is closed then. */
bool stream_line(struct stream *stream, struct line *line);

/* Whether the line got last ended in a newline. */
bool stream_ended(const struct stream *stream);

/* Ends the program: file, line and why. Only while a file is open. */
G_NORETURN void stream_stop(const struct stream *stream, const char *why);

/* Name and line number of what is being read, for messages. */
const char *stream_name(const struct stream *stream);
size_t stream_number(const struct stream *stream);

#endif
