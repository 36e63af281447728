#ifndef FOREIGN_HEADER_H
#define FOREIGN_HEADER_H

#include "codebook/columns.h"
#include "foreign/vendor.h"
#include "table/csv.h"
#include "table/ledger.h"

#include <glib.h>

/* The header of a foreign CSV: where it stands, and what its columns are called here. */

struct header {
    GPtrArray *names; /* by column: canonical where --map or kolommen.csv knows the header */
    GPtrArray *texts; /* what stands in the file, the dropped columns included */
    guint dropped; /* columns at the end without a name, as a delimiter at the end of lines makes */
    const struct vendor *vendor; /* whose export it is, NULL when not known */
    char *source;                /* what a line above the header says of the conversation; NULL */
};

/* Reads the header from `csv`, whose next record is then the first one of data. Above it there may
 * be blank lines, and up to 100 lines of preamble of one or two cells, each noted in the ledger:
 * the header is the first record with two headers that `columns` or `maps` know, or with those of a
 * known program; else the first record.
 * `maps` holds "canonical=header" texts or is NULL.
 *
 * These end the program: no header; a map that names none; two columns of one canonical name by
 * `--map`; a known header that stands there twice; one that a line end breaks in two. */
void header_read(struct header *header, struct csv *csv, const struct columns *columns,
                 char *const *maps, struct ledger *ledger);
void header_free(struct header *header);

/* Notes the delimiter and the encoding of the file. */
void header_tell(const struct csv *csv, struct ledger *ledger);

/* The column with this name, or -1. */
int header_find(const struct header *header, const char *name);

/* Whether the record of `csv` is the header once more; a byte order mark may stand before it, of
 * HEADER_MARK bytes, where files were put one behind another. */
enum { HEADER_MARK = 3 };
bool header_is_repeated(const struct header *header, const struct csv *csv);

#endif
