#ifndef FOREIGN_DATE_H
#define FOREIGN_DATE_H

#include <stdbool.h>
#include <stddef.h>

/* Dates as people type them: jjjj-mm-dd or jjjj/mm/dd; d-m-jjjj and d.m.jjjj, the day first; and
 * d/m/jjjj or m/d/jjjj, which of the two by the cells of the column where one part is above 12 (the
 * majority; the others are not read). A time of day behind the date is left out. Years have four
 * digits, 1900 to 2100. */

enum date_order {
    DATE_OPEN, /* no cell with slashes told it */
    DATE_DAY_FIRST,
    DATE_MONTH_FIRST,
};

struct date_column {
    size_t dates; /* cells that could be dates */
    size_t texts; /* cells that hold something else */
    size_t day_first;
    size_t month_first;
    size_t either; /* with slashes, and could be both */
    size_t ahead;  /* cells that tell the order, were counted and not yet read */
    enum date_order order;
    bool told; /* somebody said the order, also of d-m-jjjj: cells have no say */
};

enum date_got {
    DATE_READ,
    DATE_NOT,        /* no date */
    DATE_IMPOSSIBLE, /* 31-2-2024 */
    DATE_EITHER,     /* 3/4/2024, and no cell of the column tells the order, or as many tell each */
    DATE_TURNED, /* 4/13/2024 where the day is first, and by now such cells outnumber those: what
                    was read before may be wrong */
};

enum { DATE_ROOM = 11 };

/* Counts a cell of the column beforehand, and settles its order by the cells counted. */
void date_count(struct date_column *column, const char *text);
void date_settle(struct date_column *column);

/* Whether the cells counted so far tell the order, all the same one, or somebody told it; and
 * whether they ask for it, or for whether these are dates at all, and do not tell. */
bool date_is_clear(const struct date_column *column);
bool date_is_torn(const struct date_column *column);

/* Forgets what was counted, to count anew. */
void date_forget(struct date_column *column);

/* Whether this cell asks for an order that nothing told, or is the first cell that says anything.
 */
bool date_is_open(const struct date_column *column, const char *text);

/* Whether the column holds no date at all: its cells are words. */
bool date_is_words(const struct date_column *column);

/* Reads a cell as jjjj-mm-dd; outer space does not count. All cells are read in their order: those
 * behind the ones that were counted are counted here, once the order is known. */
enum date_got date_read(struct date_column *column, const char *text, char date[DATE_ROOM]);

#endif
