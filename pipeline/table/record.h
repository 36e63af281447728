#ifndef TABLE_RECORD_H
#define TABLE_RECORD_H

#include "table/outline.h"

#include <stdbool.h>
#include <string.h>

/* The cells of one record of a foreign file. They lie one after the other in a block of the
 * record, used again for the next one, or in the bytes of the file itself. Where an outline tells
 * what is a cell, they are cut out when somebody wants them: most are only looked at. */

enum { RECORD_COLUMNS = 10000 }; /* the most there may be */

#define RECORD_MARK '\x1f' /* no plain text holds it */

struct record {
    struct outline outline; /* until the cells are cut */
    struct cell *cells;     /* once they are */
    size_t count;           /* of cells; RECORD_COLUMNS + 1 stands for more than that */
    size_t places;          /* there are in cells */
    char *text; /* the cells that were copied, each followed by RECORD_MARK; 64 more bytes
                 * behind `room` may be read */
    size_t used;
    size_t room;
    size_t line;  /* the physical one on which it begins, from 1, */
    size_t lines; /* and how many it spans */
    bool literal; /* quotes were kept in a cell that does not begin with one */
    bool plain; /* it is known to be text without control characters (controls.h) or damaged letters
                 * (damage.h) */
    bool ascii; /* every line of it was */
    bool null;  /* one of them held a NUL */
};

/* What is wrong with a record: a word for the ledger and a sentence, both static. */
struct record_fault {
    const char *what;
    const char *why;
    bool broken;    /* its quotes are: it cost one line, and reading goes on at the next */
    size_t reached; /* bytes that were read of a broken one */
};

/* Makes and frees the blocks; the record has no cells. */
void record_open(struct record *record);
void record_close(struct record *record);

/* Starts a new record in the same blocks. */
void record_clear(struct record *record);

/* Adds a cell, which is copied (record_add) or stays where it is; `text` may be NULL when `length`
 * is 0, else RECORD_SHORT bytes of it may be read. After the last copied one record_settle() makes
 * the cells point at their text. */
enum { RECORD_SHORT = 32, RECORD_SLACK = 64 };
static inline void record_add(struct record *record, const char *text, size_t length);
static inline void record_point(struct record *record, char *text, size_t length);
void record_settle(struct record *record);

/* Makes room for a text of this length. */
void record_widen(struct record *record, size_t length);

/* Makes room for n cells in all. */
static inline void record_reserve(struct record *record, size_t n);
void record_grow(struct record *record, size_t n);

/* Cuts the cells out of the outline, if there is one. */
static inline void record_settled(struct record *record);
void record_cut(struct record *record);

/* Cell i, cut or not: then quotes within it may be doubled. */
static inline struct cell record_cell(const struct record *record, size_t i);

/* Tells of a physical line that bytes of the record stand in it: where all lines are ASCII without
 * NUL, record_wrong() need not look at the cells. */
void record_line(struct record *record, const char *line, size_t length);

/* Whether the record holds what no cell of ours may hold; `*fault` says what. */
bool record_wrong(const struct record *record, struct record_fault *fault);

static inline void record_reserve(struct record *record, size_t n)
{
    if (n > record->places)
        record_grow(record, n);
}

static inline void record_settled(struct record *record)
{
    if (record->outline.ends != NULL)
        record_cut(record);
}

static inline struct cell record_cell(const struct record *record, size_t i)
{
    return record->outline.ends != NULL ? outline_cell(&record->outline, i) : record->cells[i];
}

static inline void record_point(struct record *record, char *text, size_t length)
{
    if (record->count > RECORD_COLUMNS)
        return;
    record_reserve(record, record->count + 1);
    record->cells[record->count].text = text;
    record->cells[record->count++].length = length;
}

static inline void record_add(struct record *record, const char *text, size_t length)
{
    if (record->used + length >= record->room)
        record_widen(record, length);
    if (length > RECORD_SHORT)
        memcpy(record->text + record->used, text, length);
    else if (length > 0)
        memcpy(record->text + record->used, text, RECORD_SHORT);
    record->used += length;
    record->text[record->used++] = RECORD_MARK;
    record_point(record, NULL, length);
}

#endif
