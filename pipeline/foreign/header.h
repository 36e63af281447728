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
    size_t line;                 /* physical line of the header */
    GArray *kept;                /* guint: columns whose header is not known; NULL in a survey */
    GArray *seconds; /* guint: those that mean what another column is read as; NULL likewise */
};

/* Reads the header from `csv`, whose next record is then the first one of data. Above it there may
 * be blank lines, and up to 100 lines of preamble of one or two cells, each noted in the ledger:
 * the header is the first record with two headers that `columns` or `maps` know, or one of three
 * cells or more with one, or with those of a known program; behind a wider line that holds none
 * that is known, one of the next lines with three of them; else the first record.
 * `maps` holds "canonical=header" texts or is NULL.
 *
 * These end the program: no header; a map that names none; two columns of one canonical name by
 * `--map`; a known header that stands there twice, in whatever capitals; one that a line end breaks
 * in two. Of two headers with one meaning the first counts; the other is warned about. Those that
 * nobody knows are told of by header_tell_kept(). */
void header_read(struct header *header, struct csv *csv, const struct columns *columns,
                 char *const *maps, struct ledger *ledger);
void header_free(struct header *header);

/* Notes the headers that are not known, but for the columns that `is_taken` (NULL: none) says have
 * found a meaning since. */
typedef bool (*header_taken)(const void *data, int column);
void header_tell_kept(const struct header *header, const char *file, struct ledger *ledger,
                      header_taken is_taken, const void *data);

/* Notes the delimiter and the encoding of the file. */
void header_tell(const struct csv *csv, struct ledger *ledger);

/* Whether the column means what another one is read as: it has that meaning no more. */
bool header_is_second(const struct header *header, size_t column);

/* The column with this name, or -1. */
int header_find(const struct header *header, const char *name);

/* Whether a cell of so many bytes says the same as a header: capitals, outer spaces, and what
 * nobody sees make no difference. */
bool header_is_same(const char *text, const char *cell, size_t length);

/* Whether the record of `csv` is the header once more, in other capitals perhaps (not where it is a
 * single cell); a byte order mark may stand before it, of HEADER_MARK bytes, where files were put
 * one behind another. */
enum { HEADER_MARK = 3 };
bool header_is_repeated(const struct header *header, const struct csv *csv);

/* Whether a record that is not the header once more holds headers in another order, or others among
 * them: three of ours or more, and at least every second one, and no more empty cells than there
 * are empty headers. Numbers and headers of one sign do not count: they may be answers. What
 * follows it are records of another file, then. */
bool header_is_shuffled(const struct header *header, const struct csv *csv);

#endif
