#ifndef TABLE_CSV_SOURCE_INSIDE_H
#define TABLE_CSV_SOURCE_INSIDE_H

#include "table/csv_source.h"

#include <sys/types.h>

/* What a source is made of: for csv_source.c and csv_source_decide.c alone. */

enum { TAIL = 3 }; /* Ctrl-Z CR LF */

struct csv_source {
    int file;
    bool shared; /* the file is another reader's, and nobody moves in it */
    size_t size; /* of a regular file, which can be read twice; else 0 */
    off_t next;  /* the place of the byte after those that were read, */
    off_t first; /* and of the first one behind the byte order mark, in a regular file */
    char *name;
    enum encoding encoding;
    size_t room; /* of raw */
    char *raw;   /* bytes read and not yet given out: raw[begin .. end) */
    size_t begin;
    size_t end;
    bool finished; /* read() has said 0 */
    bool open;     /* a stream that is ASCII so far: its encoding is not decided */
    GIConv convert;
    char tail[TAIL]; /* held back: it may be the end of the file */
    size_t tail_length;
    bool ctrl_z;
};

/* Reads once into raw, behind what is there; bytes read, 0 at the end and where raw is full. */
size_t csv_source_fill(struct csv_source *source);

/* Decides on the first bytes, and on the whole file where it can be read twice. A stream that is
 * ASCII so far stays open. */
void csv_source_decide(struct csv_source *source);

/* Whether it is UTF-16, of either order. */
bool csv_source_is_wide(const struct csv_source *source);

/* How many bytes of raw may be given out. Of an open stream these are the ASCII ones; where none
 * is left, more is read, and the first other byte decides with the SOURCE_FIRST bytes from there.
 */
size_t csv_source_ready(struct csv_source *source);

#endif
