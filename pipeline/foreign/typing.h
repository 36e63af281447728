#ifndef FOREIGN_TYPING_H
#define FOREIGN_TYPING_H

#include "foreign/date.h"
#include "foreign/decimal.h"
#include "foreign/sheet.h"
#include "table/ledger.h"

#include <glib.h>
#include <stdbool.h>

/* What options tell of typed columns, what is said of one that turns, and the column date. The
 * numbers of a sheet, and when to look at which cells: looked.h. */

/* The mark that `--decimal` tells ("point" or "comma"); DECIMAL_OPEN where it is NULL. Anything
 * else ends the program (STATUS_USAGE). */
enum decimal_mark typing_mark(const char *decimal);

/* Ends the program: the cell `text` shows that the column was read otherwise than it means it, by
 * another decimal mark or order (`what`); `advice` says what to do. */
G_NORETURN void typing_turned(const struct sheet *sheet, const char *name, const char *text,
                              const char *what, const char *advice);

/* The column date of a sheet; column is -1 where there is none. */
struct typing_date {
    int column;
    struct date_column dates;
    char date[DATE_ROOM];
    const char *text; /* of the record that was read last; NULL: its cell as it stands */
};

/* Finds the column. `dates` is "dmy", "mdy", or NULL: then its cells tell the order; anything else
 * ends the program (STATUS_USAGE). */
void typing_date_open(struct typing_date *date, const struct sheet *sheet, const char *dates);

/* Counts the cell of a record that is looked at ahead. */
void typing_date_look(struct typing_date *date, const struct sheet *sheet);

/* Settles the order, after a look; what the cells told is noted, a column of words warned about. */
void typing_date_settle(struct typing_date *date, const struct sheet *sheet, struct ledger *ledger);

/* Whether the cell of this record is one that date_is_open() speaks of. */
bool typing_date_is_open(const struct typing_date *date, const struct sheet *sheet);

/* Reads the date of this record; false when the record was refused for it. A column that turns ends
 * the program. */
bool typing_date_read(struct typing_date *date, struct sheet *sheet);

#endif
