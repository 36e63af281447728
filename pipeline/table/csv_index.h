#ifndef TABLE_CSV_INDEX_H
#define TABLE_CSV_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where cells and records end: an index of structure over some bytes of CSV, made 64 bytes at a
 * time (after Langdale and Lemire, Parsing gigabytes of JSON per second, 2019). Masks of quotes,
 * delimiters and line ends; what lies within quotes by the running exclusive or of the quote mask.
 * It ends at the first quote that is not in its ordinary place: an opening one behind a delimiter
 * or a line end, a closing one before one of these, or two together within a quoted cell. */

enum { INDEX_BYTES = 64 << 10 };

/* Each way gives the same index; what this machine lacks gives way to the next one. */
enum csv_index_way {
    INDEX_AVX512,
    INDEX_AVX2,
    INDEX_SSE2,
    INDEX_PORTABLE,
};

/* Places, from the first byte indexed on, in rising order. Before the first one stands
 * PLACES_BEGIN, one less than the place of the first byte; behind the last one of those that lie
 * within cells PLACES_END, PLACES_ENDS times. */
#define PLACES_BEGIN UINT32_MAX
#define PLACES_END UINT32_MAX
enum { PLACES_ENDS = 4 };

struct csv_places {
    uint32_t *at;
    size_t count;
    size_t next; /* the first one not yet used; the reader's */
};

struct csv_index {
    struct csv_places ends;    /* delimiters, CR and LF outside quotes */
    struct csv_places lines;   /* which of the ends are CR or LF: their numbers, not their places */
    struct csv_places inner;   /* CR and LF within quotes */
    struct csv_places escapes; /* tabs and backslashes, which our tables escape; no delimiters */
    uint32_t *doubled;         /* places of the second one of two quotes that stand for one */
    uint32_t *before; /* by number of a line end: how many of these stand before it; behind the last
                       * one all of them */
    uint64_t *others; /* by 64 bytes, bit i for byte i: controls, and what is not ASCII; most
                       * letters of two bytes are left out where they are known to be whole */
    size_t room;      /* bytes for which there are places */
    size_t upto;      /* bytes that were indexed */
    bool odd;         /* the quote that comes next is out of place */
    bool open;        /* the last byte indexed lies within quotes */
};

/* Frees the places. An index starts as {0}. */
void csv_index_close(struct csv_index *index);

/* What the index is made of: the bytes that divide and quote cells, and by which instructions.
 * Where no quotes are known, INDEX_NO_QUOTE: a byte that no UTF-8 text holds. */
#define INDEX_NO_QUOTE '\xff'

struct csv_signs {
    char delimiter;
    char quote;
    bool letters; /* the bytes are said to be UTF-8 */
    enum csv_index_way way;
};

/* Indexes bytes[0 .. n), n <= INDEX_BYTES, which begin where a record does; 64 bytes behind them
 * may be read. */
void csv_index_build(struct csv_index *index, const char *bytes, size_t n,
                     const struct csv_signs *signs);

/* What may be shown as it is. */
enum csv_clean {
    CLEAN_TABLE, /* UTF-8 without NUL */
    CLEAN_TEXT,  /* UTF-8 without control characters but tabs and line ends (controls.h) */
    CLEAN_ASCII, /* the same, of ASCII alone */
};

/* How many of the bytes indexed are clean, when those before `begin`, where a cell begins, are
 * taken to be. `bytes` as above, `n` of them now (a letter at the end of the index may go on beyond
 * it). */
size_t csv_index_clean(const struct csv_index *index, const char *bytes, size_t n, size_t begin,
                       enum csv_clean clean);

#endif
