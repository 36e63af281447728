#ifndef TABLE_RECORD_H
#define TABLE_RECORD_H

#include <stdbool.h>
#include <stddef.h>

/* The cells of one record of a foreign file, one after the other in one block that is used again
 * for the next record. */

struct record {
    char *text;     /* the cells, each followed by NUL */
    size_t room;    /* bytes there are in text */
    size_t *begins; /* where each cell begins in text; one more at the end */
    size_t places;  /* there are in begins */
    size_t cells;
    bool ascii; /* every line of it was */
    bool null;  /* one of them held a NUL */
};

/* Makes and frees the blocks; the record has no cells. */
void record_open(struct record *record);
void record_close(struct record *record);

/* Starts a new record in the same blocks. */
void record_clear(struct record *record);

/* Adds a cell, which is copied; `text` may be NULL when `length` is 0. */
void record_add(struct record *record, const char *text, size_t length);

/* Tells of a physical line that bytes of the record stand in it: where all lines are ASCII without
 * NUL, record_wrong() need not look at the cells. */
void record_line(struct record *record, const char *line, size_t length);

/* What the record holds that no cell of ours may hold, as a static sentence; NULL: nothing. */
const char *record_wrong(const struct record *record);

#endif
