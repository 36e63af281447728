#ifndef TABLE_WRITER_H
#define TABLE_WRITER_H

#include "table/head.h"
#include "table/output.h"
#include "table/shape.h"

#include <stdint.h>

/* Writes tables: a head, rows cell by cell in the order of the head's columns, and `# end`, which
 * only writer_end() writes: a program that fails leaves a table without it. */

struct writer;

/* A writer on `output`, which stays the caller's. */
struct writer *writer_new(struct output *output);
void writer_free(struct writer *writer);

/* Starts a table; ends the one before, if any. `head` is copied. */
void writer_begin(struct writer *writer, const struct head *head);

/* The next cell of the row. writer_text: "" is a missing value. writer_number: NaN likewise. */
void writer_text(struct writer *writer, const char *text);
void writer_bytes(struct writer *writer, const char *text, size_t length);
void writer_number(struct writer *writer, double value);
void writer_count(struct writer *writer, int64_t value);
void writer_missing(struct writer *writer, enum missing missing);

/* Ends the row; it must hold a cell for every column. */
void writer_row(struct writer *writer);

/* Whole rows by the caller's own hand, as they stand in the file: escaped (escape.h), tabs between
 * the cells, a newline at the end. There are `*room` bytes for them, WRITER_ROOM at least;
 * writer_rows_done() tells how many they took, before anything else is written. */
enum { WRITER_ROOM = 64 << 10 };
char *writer_rows_room(struct writer *writer, size_t *room);
void writer_rows_done(struct writer *writer, size_t n);

/* The row written last as it stands in the file, newline and all, and its length; NULL when it has
 * left already. Borrowed until the next one. */
const char *writer_row_last(const struct writer *writer, size_t *n);

/* Writes `# end` when a table was begun. */
void writer_end(struct writer *writer);

#endif
