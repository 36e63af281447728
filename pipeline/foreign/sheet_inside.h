#ifndef FOREIGN_SHEET_INSIDE_H
#define FOREIGN_SHEET_INSIDE_H

#include "foreign/sheet.h"
#include "table/csv_inside.h"

/* What a sheet is made of: for sheet.c and sheet_next.c, and for ingest/usual_row.c, which asks for
 * records by the million. */

struct sheet {
    struct csv *csv;
    const struct record *record; /* the reader's, always the same */
    struct ledger *ledger;
    struct header header;
    size_t records;
    size_t refused;
    char *refusal; /* the first one, for a message */
    size_t blank;
    bool started; /* what follows is known */
    char first;   /* byte of the first header, */
    char last;    /* and its last one; '\0' where it is empty */
    size_t columns;
    bool looked[256]; /* by the first byte of a record: whether its first cell is to be looked at */
    size_t
        pad_from; /* columns that may be missing from a record: [pad_from, pad_from + pad_most) */
    size_t pad_most;
    size_t gap;  /* how many are missing from this one: the last of them */
    bool padded; /* said */
};

/* The next record to be used, as sheet_next(), when this is what the reader got first. */
bool sheet_next_got(struct sheet *sheet, enum csv_got got);

/* Whether a plain record (csv_plain_next()) of one line has as many cells as the header, and its
 * first byte alone tells that it is not the header. */
static inline bool sheet_is_plain(const struct sheet *sheet)
{
    const struct record *record = sheet->record;
    const char *first = outline_span(&record->outline, 0, 1).text;

    return record->count == sheet->columns && record->lines == 1 &&
           !sheet->looked[(unsigned char)*first];
}

/* sheet_next(), where nearly all records are such. */
static inline bool sheet_next_plain(struct sheet *sheet)
{
    if (!csv_plain_next(sheet->csv))
        return sheet_next_got(sheet, csv_next(sheet->csv));
    if (!sheet_is_plain(sheet))
        return sheet_next_got(sheet, CSV_RECORD);
    sheet->gap = 0;
    sheet->records++;
    return true;
}

#endif
