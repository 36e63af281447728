#ifndef TABLE_READER_H
#define TABLE_READER_H

#include "table/head.h"
#include "table/shape.h"
#include "table/value.h"

#include <stdbool.h>
#include <stddef.h>

/* Reads tables: from files or standard input, one or several after each other, as one stream of
 * rows. Columns are asked for by name and united over the tables; a column that a table lacks is
 * empty there. Whatever is wrong with a table ends the program (STATUS_STOPPED) with file and line:
 * another shape, `# unit` or `# extent` that differ between tables, a ragged row, an unknown
 * escape, a carriage return, a NUL byte, bytes that are not UTF-8, no `# end`.
 *
 *     struct reader *in = reader_open(shape_bit(SHAPE_SEGMENTS), files, READER_WHOLE);
 *     int code = reader_column(in, "code");
 *     while (reader_next(in))
 *         use(reader_cell(in, code));
 *     reader_close(in);
 */

enum reader_end {
    READER_WHOLE,   /* a table without `# end` is an error */
    READER_PARTIAL, /* accepted (--partial), and a last line without newline left out */
};

struct reader;

/* Opens the files (NULL-terminated; NULL or none: standard input) and reads the head of the first
 * table, so that reader_head() can be asked. `shapes` is the set of shapes accepted. */
struct reader *reader_open(unsigned shapes, char **files, enum reader_end end);
void reader_close(struct reader *reader);

/* The next row. False after the last row of the last table. */
bool reader_next(struct reader *reader);

/* Slot of the column with this name; asked once, good for all tables and rows. */
int reader_column(struct reader *reader, const char *name);

/* Slots of all columns named so far, in any table or by reader_column(), are 0 .. count - 1. */
int reader_column_count(const struct reader *reader);
const char *reader_column_name(const struct reader *reader, int slot);

/* How many columns the table being read has, and the slot of one of them by its place. */
int reader_width(const struct reader *reader);
int reader_slot(const struct reader *reader, int place);

/* The row that was read last, as every reader begins; for the functions below. */
struct reader_row {
    const struct value *values; /* of its cells */
    const int *places;          /* by slot: which cell, -1 where the table lacks the column */
};

/* Which cell of this row a slot is, -1 where its table lacks the column. */
static inline int reader_place_of(const struct reader *reader, int slot)
{
    return ((const struct reader_row *)(const void *)reader)->places[slot];
}

/* The value in a slot of this row: NUL-terminated, "" when missing, borrowed until reader_next().
 */
static inline const struct value *reader_value(const struct reader *reader, int slot)
{
    static const struct value empty = {"", 0, MISSING_EMPTY};
    int place = reader_place_of(reader, slot);

    return place < 0 ? &empty : &((const struct reader_row *)(const void *)reader)->values[place];
}

static inline const char *reader_cell(const struct reader *reader, int slot)
{
    return reader_value(reader, slot)->text;
}

static inline size_t reader_length(const struct reader *reader, int slot)
{
    return reader_value(reader, slot)->length;
}

/* Why it is missing; MISSING_NOT when there is a value. */
static inline enum missing reader_missing(const struct reader *reader, int slot)
{
    return reader_value(reader, slot)->missing;
}

/* Whether the table being read has the column. */
static inline bool reader_has(const struct reader *reader, int slot)
{
    return reader_place_of(reader, slot) >= 0;
}

/* Head of the table that the row got last stands in; borrowed, changes with reader_table(). */
const struct head *reader_head(const struct reader *reader);

/* Serial number of that table from 1; row-wise stages start a new table when it changes. */
unsigned reader_table(const struct reader *reader);

/* Heads of all tables read so far united: codebooks, columns, and one chain. To be freed. */
struct head *reader_united(const struct reader *reader);

/* The place a complaint about this row prints: its `origin`, else file:line. Borrowed until the
 * next call. */
const char *reader_place(struct reader *reader);

/* File and line of reader_place() apart, for the ledger; borrowed likewise. `*line` is "" when the
 * origin names none. */
void reader_position(struct reader *reader, const char **file, const char **line);

#endif
