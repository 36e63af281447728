#ifndef FOREIGN_LOOKED_H
#define FOREIGN_LOOKED_H

#include "foreign/decimal.h"
#include "foreign/sheet.h"
#include "foreign/typing.h"
#include "table/ledger.h"

#include <stdbool.h>
#include <stddef.h>

/* How the columns of numbers and dates of a sheet are written, decided before their cells are read:
 * by a look at the first 8 MiB of records and, where these are not all and do not tell by cells of
 * one kind only, by a look through the whole file, if it can be read twice. Cells that all kinds
 * read alike (whole numbers, jjjj-mm-dd) ask for no decision: there the look through the file waits
 * for the first cell that does. Of a file of more than 8 MiB a thousand cells that tell one thing
 * are enough. */

struct looked_number {
    int column; /* of the sheet; -1: none */
    const char *name;
    struct decimal decimal;
    bool clock;   /* a cell that was looked at may be a clock time */
    bool settled; /* no more is to be counted */
    bool said;    /* what the mark is stands in the ledger */
};

struct looked {
    struct sheet *sheet;
    struct ledger *ledger;
    struct looked_number *numbers;
    size_t n;
    struct typing_date date;
    bool options; /* --decimal and --dates tell of these columns: what is said names them */
    bool settled; /* the date, as above */
    bool timed;   /* that times behind dates are left out stands in the ledger */
    bool enough;  /* a thousand cells are */
    bool done;    /* no further look can tell anything */
    bool blind;   /* there should have been one, and the file cannot be read twice */
};

/* A column of numbers named `name` (borrowed), -1 where the sheet has none, without counts; `mark`
 * is what somebody told of it, or DECIMAL_OPEN. */
struct looked_number looked_number(const struct sheet *sheet, int column, const char *name,
                                   enum decimal_mark mark);

/* Looks ahead, and through the file where that is needed, and settles all columns. Preconditions:
 * the sheet, the ledger, the numbers (looked_number()), the date (typing_date_open()) and `options`
 * are filled in; no record was read. */
void looked_ahead(struct looked *looked);

/* To be called before this cell of numbers[i] is read: it may be the first that asks for a
 * decision. True when the whole file was looked at, so that other columns may be settled too. */
bool looked_meets(struct looked *looked, size_t i, const char *text);

/* The same before the date of this record is read. looked_date() does both: it reads the date as
 * typing_date_read() does. */
void looked_meets_date(struct looked *looked);
bool looked_date(struct looked *looked);

/* Says, once, that the time of day behind the date of this record is left out, where it has one. */
void looked_timed(struct looked *looked);

/* Says that the cell of numbers[i] that was read last stands in this record. */
static inline void looked_stands(struct looked *looked, size_t i)
{
    decimal_stands(&looked->numbers[i].decimal, sheet_line(looked->sheet));
}

/* Tells what was rounded, when all records are read. */
void looked_close(const struct looked *looked);

/* Warns, once, where no cell tells the mark of numbers[i] that it was read by. */
void looked_assume(struct looked *looked, size_t i);

/* Ends the program: the cell `text` of numbers[i] shows that the column was read otherwise than it
 * means it. */
G_NORETURN void looked_turned(const struct looked *looked, size_t i, const char *text);

#endif
