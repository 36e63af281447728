#ifndef FOREIGN_SHEET_H
#define FOREIGN_SHEET_H

#include "codebook/columns.h"
#include "foreign/header.h"
#include "table/ledger.h"
#include "table/record.h"

#include <stdbool.h>
#include <stddef.h>

/* A foreign CSV as a table with named columns. Headers become canonical names by `--map` first,
 * then by kolommen.csv; what neither knows keeps its own name. Every record is counted, and what
 * cannot be used is refused in the ledger with its physical line: accepted + refused + blank is
 * the number of records. What to do with headers, repeated ones, a preamble: header.h.
 * In exports of a program that leaves cells out of the middle of its rows, their place is known and
 * they are empty. */

struct sheet;

/* Opens `path` (NULL: standard input) and reads its header. `maps` holds "canonical=header" texts
 * or is NULL. No header, a map that names no header, or two columns of one canonical name by
 * `--map` end the program. */
struct sheet *sheet_open(const char *path, const struct columns *columns, char *const *maps,
                         struct ledger *ledger);

/* Opens `path` and reads nothing yet: the header (header.h, survey.h) is to be read into
 * sheet_header_room() from sheet_csv(), before anything else is asked. */
struct sheet *sheet_begin(const char *path, struct ledger *ledger);
struct csv *sheet_csv(struct sheet *sheet);
struct header *sheet_header_room(struct sheet *sheet);

/* Puts the counts into the ledger and closes. */
void sheet_close(struct sheet *sheet);

/* The next record with as many cells as the header, and not wholly empty. */
bool sheet_next(struct sheet *sheet);

/* Looks ahead: shows each of the records that come next to `visit` (by sheet_cell() and the like),
 * until it returns false or `room` bytes were looked at, and goes back. What cannot be used is
 * passed over; nothing is counted. True when all records to the end of the file were shown. */
typedef bool (*sheet_visit)(const struct sheet *sheet, void *data);
bool sheet_look_ahead(struct sheet *sheet, size_t room, sheet_visit visit, void *data);

/* Bytes of a file that can be read a second time, 0 of all else; then sheet_look_through() shows
 * all of its records to `visit` whatever their number, and leaves the place in the sheet as it is.
 * Precondition: sheet_look_ahead() was called before the first record. */
size_t sheet_size(const struct sheet *sheet);
void sheet_look_through(struct sheet *sheet, sheet_visit visit, void *data);

/* Its header: the texts, whose export it is, what a line above says of the source. */
const struct header *sheet_header(const struct sheet *sheet);

/* The delimiter and the encoding of the file. */
char sheet_delimiter(const struct sheet *sheet);
enum encoding sheet_encoding(const struct sheet *sheet);

/* Columns in the order of the file; the names are canonical where they could be. */
size_t sheet_columns(const struct sheet *sheet);
const char *sheet_name(const struct sheet *sheet, size_t column);

/* The column with this name, or -1. */
int sheet_find(const struct sheet *sheet, const char *name);

/* Text of a cell of this record; "" when column is -1. Borrowed until sheet_next(). */
const char *sheet_cell(const struct sheet *sheet, int column);
size_t sheet_length(const struct sheet *sheet, int column);

/* Whether the cell stands without quotes and lost the blanks around it. */
bool sheet_is_bared(const struct sheet *sheet, int column);

/* This record as it lies in memory; 64 bytes behind each cell may be read. */
const struct record *sheet_record(const struct sheet *sheet);

/* Name of the file to show, and physical line on which this record began. */
const char *sheet_file(const struct sheet *sheet);
size_t sheet_line(const struct sheet *sheet);

/* How many records were met so far. */
size_t sheet_records(const struct sheet *sheet);

/* Whether none of them held anything. */
bool sheet_is_bare(const struct sheet *sheet);

/* How many records were accepted, and the first refusal in words (NULL when there is none). */
size_t sheet_accepted(const struct sheet *sheet);
const char *sheet_refusal(const struct sheet *sheet);

/* Refuses this record; `what`, `value`, `action` as in ledger_add(). A million records refused, and
 * none accepted, end the program. */
void sheet_refuse(struct sheet *sheet, const char *what, const char *value, const char *action);

/* Refuses a record that was accepted before: the one that began on `line`. */
void sheet_refuse_line(struct sheet *sheet, size_t line, const char *what, const char *value,
                       const char *action);

#endif
