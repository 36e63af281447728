#ifndef FOREIGN_SHEET_INSIDE_H
#define FOREIGN_SHEET_INSIDE_H

#include "foreign/sheet.h"
#include "table/csv_inside.h"

#include <stdint.h>

/* What a sheet is made of: for sheet.c and sheet_*.c, and for ingest/usual_row.c, which asks for
 * records by the million. */

enum { SHEET_LENGTHS = 64 };

/* How the first cell of a record is to be looked at. */
enum sheet_look {
    LOOK_NOT,
    LOOK_LETTERS, /* it begins as headers do */
    LOOK_TWICE,   /* it is quoted or empty, or begins with a byte order mark */
};

struct sheet {
    struct csv *csv;
    const struct record *record; /* the reader's, always the same */
    struct ledger *ledger;
    enum encoding encoding; /* when it was opened */
    struct header header;
    struct letters *letters; /* once it was started */
    size_t records;
    size_t refused;
    char *refusal; /* the first one, for a message */
    size_t blank;
    bool started;            /* what follows is known */
    bool first[256];         /* bytes that headers begin with, */
    bool last[256];          /* and end with; see sheet_small() */
    uint64_t lengths;        /* those of headers, a bit each */
    unsigned char own_first; /* of the first header; '\0' where it is empty */
    unsigned char own_last;
    size_t columns;           /* of a record that needs no thought; SIZE_MAX: there is none */
    unsigned char looks[256]; /* by the first byte of a record: an enum sheet_look */
    size_t
        pad_from; /* columns that may be missing from a record: [pad_from, pad_from + pad_most) */
    size_t pad_most;
    size_t gap;   /* how many are missing from this one: the last of them */
    bool padded;  /* said */
    bool trailed; /* records have cells for the columns that are dropped */
};

/* Whether the cells of this record from that one on are empty. */
bool sheet_is_empty(const struct sheet *sheet, size_t from);

/* Looks at the records that come next: whether they have cells for the columns that the header
 * drops, or one or more empty ones each for which it has no columns at all (a delimiter at the end
 * of each row): then such columns are dropped too, and that is noted. */
void sheet_start_width(struct sheet *sheet);

/* How many cells a record of the file has, the dropped ones included. */
size_t sheet_wanted(const struct sheet *sheet);

/* How many cells this record has for the header: not its number of columns where a dropped column
 * holds something, or where a cell may be missing before a delimiter at the end. */
size_t sheet_width(const struct sheet *sheet);

/* Whether a record of so many cells has one for each column; a short one has a gap where its
 * program left cells out. */
bool sheet_fits(struct sheet *sheet, size_t count);

/* Before the first record: what of the header, and of the records that come next, is asked for with
 * every record. */
void sheet_start(struct sheet *sheet);

/* The next record to be used, as sheet_next(), when this is what the reader got first. */
bool sheet_next_got(struct sheet *sheet, enum csv_got got);

/* A letter without its case; other bytes become whatever they become. */
static inline unsigned char sheet_small(char byte)
{
    return (unsigned char)byte | 0x20;
}

/* Whether a first cell that is not empty may be a header: it has the ends of the first one, or the
 * ends of some and the length of one (a second header in another order is not written otherwise).
 */
static inline bool sheet_may_be_header(const struct sheet *sheet, struct cell cell)
{
    unsigned char first = sheet_small(*cell.text);
    unsigned char last = sheet_small(cell.text[cell.length - 1]);

    if (first == sheet->own_first && last == sheet->own_last)
        return true;
    return cell.length < SHEET_LENGTHS && (sheet->lengths >> cell.length & 1) != 0 &&
           sheet->first[first] && sheet->last[last];
}

/* Whether a plain record (csv_plain_next()) of one line has as many cells as the header, and a look
 * at the first one tells that it is none: mostly at the byte it begins with. */
static inline bool sheet_is_plain(const struct sheet *sheet)
{
    const struct record *record = sheet->record;
    struct cell first = outline_span(&record->outline, 0, 1);
    enum sheet_look look = (enum sheet_look)sheet->looks[(unsigned char)*first.text];

    return record->count == sheet->columns && record->lines == 1 &&
           (look == LOOK_NOT || (look == LOOK_LETTERS && first.text[first.length - 1] > ' ' &&
                                 !sheet_may_be_header(sheet, first)));
}

/* sheet_next(), where nearly all records are such. */
static inline bool sheet_next_plain(struct sheet *sheet)
{
    if (!sheet->started)
        sheet_start(sheet);
    if (!csv_plain_next(sheet->csv))
        return sheet_next_got(sheet, csv_next(sheet->csv));
    if (!sheet_is_plain(sheet))
        return sheet_next_got(sheet, CSV_RECORD);
    sheet->gap = 0;
    sheet->records++;
    return true;
}

#endif
