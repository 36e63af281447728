#ifndef FOREIGN_SHEET_PARTS_H
#define FOREIGN_SHEET_PARTS_H

#include "foreign/header.h"
#include "foreign/sheet.h"
#include "table/csv.h"

/* What the files of sheet share, and nobody else sees. */

struct sheet {
    struct csv *csv;
    struct ledger *ledger;
    struct header header;
    size_t records;
    size_t refused;
    char *refusal; /* the first one, for a message */
    size_t blank;
    size_t pad_from; /* columns that a record may lack: [pad_from, pad_from + pad_most) */
    size_t pad_most;
    size_t gap;  /* how many are missing from this one: the last of them */
    bool padded; /* said */
};

/* How many cells the record has for the header; one more when a dropped column holds something. */
size_t sheet_width(const struct sheet *sheet);

/* Whether a record of so many cells has one for each column; a short one has a gap where its
 * program left cells out. */
bool sheet_fits(struct sheet *sheet, size_t count);

/* Whether the record that was just read can be used; counted either way. */
bool sheet_takes(struct sheet *sheet);

/* Refuses the record by its first line as it stands in the file; false. */
bool sheet_refuse_raw(struct sheet *sheet, const char *what, const char *action);

#endif
