#ifndef TABLE_CSV_H
#define TABLE_CSV_H

#include "table/encoding.h"
#include "table/record.h"

/* Reads foreign CSV, one record at a time; what is not CSV is said, record by record.
 *
 * Accepted: the delimiters `, ; tab |` (found in the first record that is not blank, outside
 * quotes, or said by a `sep=;` line); UTF-8 with or without byte order mark, UTF-16, Windows-1252
 * (how the encoding is decided: csv_source.h); lines that end in LF, CR LF, CR CR LF or CR, mixed
 * as they come; line ends inside quotes; a Ctrl-Z at the very end. Unquoted cells lose spaces and
 * tabs at both ends; a quote inside a cell that does not begin with one stands for itself.
 *
 * A record with text after a closing quote, a quote that is never closed, a NUL byte, bytes that
 * are not of the encoding, too long a cell (16 MiB) or too many of them (10,000) is CSV_BAD. Where
 * the quotes are at fault it costs one physical line and reading goes on at the next; after 1,000
 * such lines the program ends (STATUS_STOPPED): then this is not CSV. */

enum csv_got {
    CSV_RECORD, /* csv_count() cells */
    CSV_BLANK,  /* a line without anything */
    CSV_BAD,    /* csv_why() says what was wrong with the line */
    CSV_END,
};

/* How to read: by an index of structure, with libcsv as the judge of what is odd, or by libcsv
 * alone. All give the same records; the index is made by the best instructions there are up to
 * those named.
 */
enum csv_way {
    CSV_FAST,
    CSV_AVX2,
    CSV_SSE2,
    CSV_PORTABLE,
    CSV_JUDGED,
};

struct csv;

/* Opens `path` (NULL or "-": standard input). What cannot be opened, and what is no text, ends the
 * program. */
struct csv *csv_open(const char *path);
struct csv *csv_open_way(const char *path, enum csv_way way);
void csv_close(struct csv *csv);

/* The next record, blank line or bad line. */
enum csv_got csv_next(struct csv *csv);

/* Cells of the record, borrowed until csv_next(). The text of csv_cell() ends in a NUL; that of
 * csv_text() is as long as csv_length() says, and costs nothing to ask. */
size_t csv_count(const struct csv *csv);
const char *csv_text(const struct csv *csv, size_t i);
const char *csv_cell(const struct csv *csv, size_t i);
size_t csv_length(const struct csv *csv, size_t i);

/* The record as it lies in memory, its cells perhaps not cut out yet (record_cell() looks at one):
 * 64 bytes behind each may be read. */
const struct record *csv_record(const struct csv *csv);

/* Whether cell i stands without quotes, is not empty, and lost blanks around it. */
bool csv_is_bared(const struct csv *csv, size_t i);

/* Whether the record is known to hold no control characters (controls.h); takes them out of its
 * cells, and says how many had some. */
bool csv_plain(const struct csv *csv);
size_t csv_drop_controls(struct csv *csv);

/* Physical line (from 1) on which the record began, and how many it spans. */
size_t csv_line(const struct csv *csv);
size_t csv_lines(const struct csv *csv);

/* Whether quotes were kept in a cell of the record that does not begin with one. */
bool csv_literal(const struct csv *csv);

/* After CSV_BAD: a word for the ledger and a sentence, both static; a sentence where csv_literal().
 * NULL after anything else. */
const char *csv_what(const struct csv *csv);
const char *csv_why(const struct csv *csv);

/* The first line of the record as it stands in the file, at most some 200 bytes of it, with control
 * bytes and what is not UTF-8 as `\x1b`; to be freed. To be asked before csv_cell(). */
char *csv_raw(const struct csv *csv);

/* Delimiter in use; '\0' until the first csv_next(). csv_undecide(): the next record decides again,
 * unless a `sep=` line said it. */
char csv_delimiter(const struct csv *csv);
void csv_undecide(struct csv *csv);

/* Looking ahead: after csv_hold() records may be read and csv_rewind() goes back to where it was
 * held; csv_release() ends that. In between records are kept in memory. */
void csv_hold(struct csv *csv);
void csv_rewind(struct csv *csv);
void csv_release(struct csv *csv);

/* How many bytes were read since csv_hold(). */
size_t csv_held(const struct csv *csv);

/* Bytes of a file that can be read a second time; 0 of all else. */
size_t csv_size(const struct csv *csv);

/* A second reader of the same file, from the record on that csv_hold() was called before last; to
 * be closed before the first, whose place it leaves alone. It keeps one record in memory and cannot
 * go back: csv_hold() and what belongs to it do nothing. Precondition: csv_size() > 0, and the
 * delimiter is known. */
struct csv *csv_open_again(const struct csv *csv);

/* Encoding of the file; whether it ended in a Ctrl-Z (known at CSV_END); name to show of it. */
enum encoding csv_encoding(const struct csv *csv);
bool csv_ctrl_z(const struct csv *csv);
const char *csv_name(const struct csv *csv);

#endif
