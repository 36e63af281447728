#ifndef FOREIGN_SHEET_INSIDE_H
#define FOREIGN_SHEET_INSIDE_H

#include "foreign/sheet.h"

/* What a sheet is made of: for sheet.c and sheet_next.c alone. */

struct sheet {
    struct csv *csv;
    const struct record *record; /* the reader's, always the same */
    struct ledger *ledger;
    enum encoding encoding; /* when it was opened */
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

#endif
