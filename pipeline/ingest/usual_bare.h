#ifndef INGEST_USUAL_BARE_H
#define INGEST_USUAL_BARE_H

#include "foreign/sheet.h"
#include "table/record.h"

/* Names without quotes that lost the blanks around them: the first one of a column is for the
 * general way, which notes it (tidied.h). Names are looked at where they were not met before;
 * source and unit with blanks around them are always left to the general way. */

struct usual_bare {
    char tab;       /* the other blank than a space; a space where tabs stand between cells */
    uint64_t noted; /* columns of the row, a bit each */
    uint64_t met;   /* those that were met in this record and are not noted */
};

/* Whether no blank stands beside a cell that lies in the bytes of the file. */
static inline bool usual_bare_is_tight(const struct usual_bare *bare, struct cell cell)
{
    char before = cell.text[-1];
    char behind = cell.text[cell.length];

    return !((before == ' ') | (before == bare->tab) | (behind == ' ') | (behind == bare->tab));
}

/* Whether the cell of this record, column i of the row and `column` of the sheet, is one that is to
 * be noted. */
static inline bool usual_bare_meets(struct usual_bare *bare, size_t i, const struct sheet *sheet,
                                    int column, struct cell cell)
{
    const uint64_t bit = (uint64_t)1 << i;

    if (sheet_record(sheet)->outline.ends != NULL && usual_bare_is_tight(bare, cell))
        return false;
    if ((bare->noted & bit) != 0 || !sheet_is_bared(sheet, column))
        return false;
    bare->met |= bit;
    return true;
}

#endif
