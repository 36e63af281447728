#include "ingest/typing.h"

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

void typing_assume(struct decimal *decimal, const char *name, const struct sheet *sheet,
                   struct ledger *ledger)
{
    bool comma = decimal->mark == DECIMAL_COMMA;
    bool thousands = (strchr(decimal->example, ',') != NULL) != comma;
    char *value = g_strdup_printf("%s <- %s", name, decimal->example);

    decimal_stands(decimal, sheet_line(sheet));
    ledger_line(ledger, LEDGER_WARNING, sheet_file(sheet), decimal->line,
                thousands ? "thousands-assumed" : "decimal-assumed", value,
                "no cell of the column tells; say --decimal point or comma if it is otherwise");
    g_free(value);
}

void typing_turned(const struct sheet *sheet, const char *name, const char *text)
{
    fail(STATUS_STOPPED,
         "%s:%zu: \"%s\": by now most cells of the column %s have this decimal mark, and those "
         "above were read otherwise; say --decimal point or comma",
         sheet_file(sheet), sheet_line(sheet), text, name);
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
    date_settle(&date->dates);
    if (date_is_words(&date->dates))
        ledger_add(ledger, LEDGER_WARNING, sheet_file(sheet), "", "date-words", "date",
                   "no cell of this column is a date: kept as text");
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
        why = "there is no such date";
        break;
    case DATE_EITHER:
        why = "day or month first, the cells of the column do not tell: say --dates dmy or mdy";
        break;
    }
    sheet_refuse(sheet, "bad-date", text, why);
    return false;
}
