#ifndef TABLE_CSV_SOURCE_H
#define TABLE_CSV_SOURCE_H

#include "table/encoding.h"

/* The bytes of a foreign file, with the byte order mark gone, UTF-16 turned into UTF-8 and a Ctrl-Z
 * at the very end (the end of a file under DOS) left out.
 *
 * The encoding of a regular file, standard input included where it is one, is decided over all its
 * bytes before the first is given out (a fast pass that ends as soon as nothing can change the
 * outcome). What cannot be rewound is decided on its first SOURCE_FIRST bytes, or, where these are
 * ASCII, on as many bytes from the first one on that is not: until then it is called UTF-8.
 * Windows-1252 is told, not converted: whoever reads lines does that line by line, and refuses a
 * line that contradicts. */

enum { SOURCE_FIRST = 256 << 10 };

struct csv_source;

/* Opens `path` (NULL or "-": standard input). What cannot be opened or read, and a file that is no
 * text at all, ends the program (STATUS_STOPPED) with one sentence that says what it is. */
struct csv_source *csv_source_open(const char *path);
void csv_source_close(struct csv_source *source);

/* Bytes of a regular file (standard input too, where it is one), which can be read a second time; 0
 * of all else. */
size_t csv_source_size(const struct csv_source *source);

/* Opens the same file once more, from its first byte, with what is known of it; neither moves the
 * other's place. The other is to be closed later. Precondition: csv_source_size() > 0. */
struct csv_source *csv_source_again(const struct csv_source *source);

/* Bytes that suit the reader's first buffer: enough for a small file, else SOURCE_FIRST. */
size_t csv_source_room(const struct csv_source *source);

/* Reads at most `room` bytes (room >= 64); 0 at the end. A UTF-16 character that is none becomes
 * the byte FF, which makes its line invalid. */
size_t csv_source_read(struct csv_source *source, char *to, size_t room);

/* How the bytes were, or are to be, read: of a stream it may still turn from UTF-8 to Windows-1252,
 * with the first bytes given out that make a difference. */
enum encoding csv_source_encoding(const struct csv_source *source);

/* Whether a Ctrl-Z was left out; known at the end. */
bool csv_source_ctrl_z(const struct csv_source *source);

/* Name to show a person: the base name of the path, or "standard input". */
const char *csv_source_name(const struct csv_source *source);

#endif
