#ifndef FOREIGN_SUSPECT_H
#define FOREIGN_SUSPECT_H

#include "table/csv.h"

/* Whether some cell of a record of several lines holds a line with as many delimiters as a record
 * of `columns` cells: perhaps a record that a missing quote made part of the cell. A delimiter with
 * a space or a line end behind it is taken for one of prose. */
bool suspect_record(const struct csv *csv, size_t columns);

#endif
