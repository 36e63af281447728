#include "foreign/typing.h"

#include "base/fail.h"

#include <string.h>

enum decimal_mark typing_mark(const char *decimal)
{
    if (decimal == NULL)
        return DECIMAL_OPEN;
    if (strcmp(decimal, "comma") == 0)
        return DECIMAL_COMMA;
    if (strcmp(decimal, "point") != 0)
        fail(STATUS_USAGE, "--decimal \"%s\": point or comma", decimal);
    return DECIMAL_POINT;
}

void typing_turned(const struct sheet *sheet, const char *name, const char *text, const char *what,
                   const char *advice)
{
    fail(STATUS_STOPPED,
         "%s:%zu: \"%s\": by now most cells of the column %s have another %s than those above were "
         "read by; %s",
         sheet_file(sheet), sheet_line(sheet), text, name, what, advice);
}

void typing_date_open(struct typing_date *date, const struct sheet *sheet, const char *dates)
{
    bool days = g_strcmp0(dates, "dmy") == 0;

    date->column = sheet_find(sheet, "date");
    if (dates == NULL)
        return;
    if (!days && strcmp(dates, "mdy") != 0)
        fail(STATUS_USAGE, "--dates \"%s\": dmy (the day first) or mdy", dates);
    date->dates.told = true;
    date->dates.order = days ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
}

void typing_date_look(struct typing_date *date, const struct sheet *sheet)
{
    if (date->column >= 0)
        date_count(&date->dates, sheet_cell(sheet, date->column));
}

void typing_date_settle(struct typing_date *date, const struct sheet *sheet, struct ledger *ledger)
{
    const struct date_column *dates = &date->dates;
    bool open = dates->order == DATE_OPEN;

    date_settle(&date->dates);
    if (date_is_words(dates))
        ledger_add(ledger, LEDGER_WARNING, sheet_file(sheet), "", "date-words", "date",
                   "no cell of this column is a date: kept as text");
    else if (open && dates->order != DATE_OPEN)
        ledger_add(ledger, LEDGER_NOTE, sheet_file(sheet), "",
                   dates->order == DATE_DAY_FIRST ? "date-day-first" : "date-month-first", "date",
                   "the cells of this column say so");
}

bool typing_date_is_open(const struct typing_date *date, const struct sheet *sheet)
{
    return date->column >= 0 && date_is_open(&date->dates, sheet_cell(sheet, date->column));
}

/* Whether it would be a date with the month first. */
static bool typing_is_month_first(const char *text)
{
    struct date_column dates = {.told = true, .order = DATE_MONTH_FIRST};
    char date[DATE_ROOM];

    return date_read(&dates, text, date) == DATE_READ;
}

bool typing_date_read(struct typing_date *date, struct sheet *sheet)
{
    const char *text = sheet_cell(sheet, date->column);
    const char *why = NULL;

    date->text = NULL;
    if (*text == '\0' || date_is_words(&date->dates))
        return true;
    date->text = date->date;
    switch (date_read(&date->dates, text, date->date)) {
    case DATE_READ:
        return true;
    case DATE_NOT:
        why = "no date: write d-m-jjjj or jjjj-mm-dd";
        break;
    case DATE_IMPOSSIBLE:
        why = typing_is_month_first(text)
                  ? "there is no such date with the day first; say --dates mdy if the month is"
                  : "there is no such date";
        break;
    case DATE_TURNED:
        typing_turned(sheet, "date", text, "order of day and month", "say --dates dmy or mdy");
    case DATE_EITHER:
        why = "day or month first, the cells of the column do not tell: say --dates dmy or mdy";
        break;
    }
    sheet_refuse(sheet, "bad-date", text, why);
    return false;
}
