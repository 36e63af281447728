#ifndef FOREIGN_HEADER_FIND_H
#define FOREIGN_HEADER_FIND_H

#include "codebook/columns.h"
#include "table/csv.h"
#include "table/ledger.h"

/* Which record of a foreign CSV is its header, and what --map says of headers. */

/* Whether some --map ("canonical=header"; NULL: none) is for this canonical name. */
bool header_is_mapped(char *const *maps, const char *canonical);

/* What --map says this header is: the text before the `=`, to be freed, or NULL. */
char *header_mapped(char *const *maps, const char *text);

/* The canonical name that a --map is for, to be freed. One without `=`, or for what is no column of
 * kolommen.csv, ends the program (STATUS_USAGE). */
char *header_map_name(const char *map, const struct columns *columns);

/* The next record that holds something or is bad; each decides the delimiter by itself. */
enum csv_got header_next(struct csv *csv);

/* Reads on, and says how many records that hold something stand above the header; `csv` is to be
 * held before and rewound after. */
size_t header_above(struct csv *csv, const struct columns *columns, char *const *maps);

/* Reads on to the header, which becomes the record of `csv`; notes the preamble it passes. No
 * header, or a broken one, ends the program. Returns what the preamble says of the source, as a
 * header and a value on one line ("Observation id,les 3"); to be freed, or NULL. */
char *header_go_to(struct csv *csv, const struct columns *columns, char *const *maps,
                   struct ledger *ledger);

/* Ends the program when the header of this text, on this line, is one cell and the two records that
 * follow are one cell each too, but hold the same number of delimiters: then the header is none. */
void header_check_single(struct csv *csv, const char *text, size_t line);

#endif
