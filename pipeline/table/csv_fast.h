#ifndef TABLE_CSV_FAST_H
#define TABLE_CSV_FAST_H

#include "table/csv_index.h"
#include "table/csv_window.h"
#include "table/record.h"

/* Records by the index of structure. Cells are not copied, but for those with doubled quotes: they
 * lie in the window. What is not quite ordinary is left to the judge, so that whatever is given
 * here is what the judge would have given. */

enum csv_fast_got {
    FAST_RECORD,
    FAST_BLANK,
    FAST_END,
    FAST_NOT, /* a record for the judge; nothing of it was used up */
};

struct csv_fast {
    struct csv_index index;
    enum csv_index_way way;
    size_t from;    /* where in the window the index begins */
    size_t at;      /* where it is to go on */
    size_t moves;   /* of the window when the index was made */
    size_t clean;   /* bytes of the window up to here may be shown as they are */
    unsigned tried; /* records since the last time that odd ones were counted */
    unsigned odd;   /* of these */
    unsigned rest;  /* records that the judge gets without a try: too many were odd */
};

/* Makes and frees the index, which is made by these instructions. */
void csv_fast_open(struct csv_fast *fast, enum csv_index_way way);
void csv_fast_close(struct csv_fast *fast);

/* The record at the window's `at`; goes behind it. Its cells are borrowed until the window is
 * filled again. */
enum csv_fast_got csv_fast_record(struct csv_fast *fast, struct csv_window *window, char delimiter,
                                  struct record *record);

#endif
