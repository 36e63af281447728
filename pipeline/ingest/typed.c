#include "ingest/typed.h"

#include "base/fail.h"
#include "foreign/clock.h"
#include "foreign/date.h"
#include "ingest/extent.h"
#include "table/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { START, END, LENGTH, NUMBERS };
enum { AHEAD = 8 << 20, ENOUGH = 1000 };

static const char *const number_names[NUMBERS] = {"start", "end", "length"};

struct typed_number {
    int column; /* of the sheet, -1 when absent */
    struct decimal decimal;
    bool said; /* what the mark is stands in the ledger */
};

struct typed {
    struct ledger *ledger;
    struct typed_number numbers[NUMBERS];
    int date_column;
    struct date_column dates;
    char length[NUMBER_ROOM];
    char date[DATE_ROOM];
    const char *date_text;
    bool clock; /* one was looked at */
};

static void typed_tell(struct typed *typed, const char *decimal, const char *dates)
{
    bool comma = g_strcmp0(decimal, "comma") == 0;
    bool days = g_strcmp0(dates, "dmy") == 0;

    if (decimal != NULL && !comma && strcmp(decimal, "point") != 0)
        fail(STATUS_USAGE, "--decimal \"%s\": point or comma", decimal);
    if (dates != NULL && !days && strcmp(dates, "mdy") != 0)
        fail(STATUS_USAGE, "--dates \"%s\": dmy (the day first) or mdy", dates);
    for (int i = 0; i < NUMBERS && decimal != NULL; i++) {
        typed->numbers[i].decimal.told = true;
        typed->numbers[i].decimal.mark = comma ? DECIMAL_COMMA : DECIMAL_POINT;
    }
    typed->dates.told = dates != NULL;
    if (dates != NULL)
        typed->dates.order = days ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
}

/* Counts the cells of a record; false when every column is clear. */
static bool typed_look(const struct sheet *sheet, void *data)
{
    struct typed *typed = data;
    bool clear = typed->date_column < 0;

    for (int i = 0; i < NUMBERS; i++) {
        struct decimal *decimal = &typed->numbers[i].decimal;
        const char *text = sheet_cell(sheet, typed->numbers[i].column);

        if (strchr(text, ':') == NULL)
            decimal_count(decimal, text);
        else
            typed->clock = typed->clock || i != LENGTH;
        decimal_stands(decimal, sheet_line(sheet));
        clear = clear && (typed->numbers[i].column < 0 || decimal->told ||
                          MAX(decimal->point, decimal->comma) >= ENOUGH);
    }
    if (typed->date_column >= 0)
        date_count(&typed->dates, sheet_cell(sheet, typed->date_column));
    return !clear;
}

/* The mark of a column as a row of the ledger. */
static void typed_say_mark(struct typed *typed, const struct sheet *sheet, int i)
{
    struct typed_number *number = &typed->numbers[i];
    struct decimal *decimal = &number->decimal;
    bool comma = decimal->mark == DECIMAL_COMMA;
    bool thousands = (strchr(decimal->example, ',') != NULL) != comma;
    char *value;

    if (number->said || decimal->mark == DECIMAL_OPEN || decimal->told)
        return;
    number->said = true;
    if (!decimal_is_assumed(decimal)) {
        ledger_add(typed->ledger, LEDGER_NOTE, sheet_file(sheet), "",
                   comma ? "decimal-comma" : "decimal-point", number_names[i],
                   "the cells of this column say so");
        return;
    }
    value = g_strdup_printf("%s <- %s", number_names[i], decimal->example);
    decimal_stands(decimal, sheet_line(sheet));
    ledger_line(typed->ledger, LEDGER_WARNING, sheet_file(sheet), decimal->line,
                thousands ? "thousands-assumed" : "decimal-assumed", value,
                "no cell of the column tells; say --decimal point or comma if it is otherwise");
    g_free(value);
}

static void typed_say_dates(const struct typed *typed, const struct sheet *sheet)
{
    if (date_is_words(&typed->dates))
        ledger_add(typed->ledger, LEDGER_WARNING, sheet_file(sheet), "", "date-words", "date",
                   "no cell of this column is a date: kept as text");
    else if (typed->dates.order != DATE_OPEN && !typed->dates.told)
        ledger_add(typed->ledger, LEDGER_NOTE, sheet_file(sheet), "",
                   typed->dates.order == DATE_DAY_FIRST ? "date-day-first" : "date-month-first",
                   "date", "the cells of this column say so");
}

struct typed *typed_new(struct sheet *sheet, const char *decimal, const char *dates,
                        struct ledger *ledger)
{
    struct typed *typed = g_new0(struct typed, 1);
    bool any;

    typed->ledger = ledger;
    typed->date_column = sheet_find(sheet, "date");
    any = typed->date_column >= 0;
    for (int i = 0; i < NUMBERS; i++) {
        typed->numbers[i].column = sheet_find(sheet, number_names[i]);
        typed->numbers[i].decimal.delimiter = sheet_delimiter(sheet);
        any = any || typed->numbers[i].column >= 0;
    }
    if (decimal == NULL && sheet_header(sheet)->vendor != NULL &&
        sheet_header(sheet)->vendor->point && sheet_delimiter(sheet) != ';')
        decimal = "point";
    typed_tell(typed, decimal, dates);
    if (any)
        sheet_look_ahead(sheet, AHEAD, typed_look, typed);
    for (int i = 0; i < NUMBERS; i++) {
        decimal_settle(&typed->numbers[i].decimal);
        typed_say_mark(typed, sheet, i);
    }
    date_settle(&typed->dates);
    typed_say_dates(typed, sheet);
    return typed;
}

bool typed_has_clock(const struct typed *typed)
{
    return typed->clock;
}

void typed_free(struct typed *typed)
{
    g_free(typed);
}

/* Refuses a record for a number that is written otherwise than its column. */
static bool typed_refuse_mark(const struct typed *typed, struct sheet *sheet, int i,
                              const char *text)
{
    bool comma = typed->numbers[i].decimal.mark == DECIMAL_COMMA;
    char *action = g_strdup_printf("the column %s has decimal %ss, this cell has not",
                                   number_names[i], comma ? "comma" : "point");

    sheet_refuse(sheet, "bad-number", text, action);
    g_free(action);
    return false;
}

/* Reads a number, a clock time where `seconds` says so; NaN where the cell is empty. */
static bool typed_number(struct typed *typed, struct sheet *sheet, int i, bool seconds,
                         double *value)
{
    struct typed_number *number = &typed->numbers[i];
    const char *text = sheet_cell(sheet, number->column);
    enum clock_kind kind;

    *value = NAN;
    if (*text == '\0')
        return true;
    kind = clock_read(text, &number->decimal, value);
    typed_say_mark(typed, sheet, i);
    if (kind == CLOCK_NUMBER || (kind == CLOCK_TIME && seconds))
        return true;
    if (kind == CLOCK_TURNED)
        fail(STATUS_STOPPED,
             "%s:%zu: \"%s\": by now most cells of the column %s have this decimal mark, and those "
             "above were read otherwise; say --decimal point or comma",
             sheet_file(sheet), sheet_line(sheet), text, number_names[i]);
    if (kind == CLOCK_AGAINST)
        return typed_refuse_mark(typed, sheet, i, text);
    sheet_refuse(sheet, "bad-number", text,
                 kind == CLOCK_TIME ? "a clock time: say --extent seconds"
                                    : "neither a number nor hh:mm:ss");
    return false;
}

static bool typed_date(struct typed *typed, struct sheet *sheet)
{
    const char *text = sheet_cell(sheet, typed->date_column);
    const char *why = NULL;

    typed->date_text = typed->date_column < 0 || *text == '\0' ? NULL : typed->date;
    if (typed->date_text == NULL || date_is_words(&typed->dates)) {
        typed->date_text = NULL;
        return true;
    }
    switch (date_read(&typed->dates, text, typed->date)) {
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

bool typed_read(struct typed *typed, struct sheet *sheet, bool seconds, double after,
                double extent[2])
{
    struct extent_fault fault;
    double length;

    if (!typed_number(typed, sheet, START, seconds, &extent[0]) ||
        !typed_number(typed, sheet, END, seconds, &extent[1]) ||
        !typed_number(typed, sheet, LENGTH, true, &length) || !typed_date(typed, sheet))
        return false;
    number_write(typed->length, length);
    extent[1] += after;
    if (extent_is_fine(extent, &fault))
        return true;
    sheet_refuse(sheet, fault.what,
                 sheet_cell(sheet, typed->numbers[fault.end ? END : START].column), fault.action);
    return false;
}

struct decimal *typed_decimal(struct typed *typed, int i)
{
    bool others = typed->numbers[LENGTH].column >= 0 || typed->date_column >= 0;

    return others ? NULL : &typed->numbers[i].decimal;
}

void typed_peek(const struct typed *typed, const struct sheet *sheet, double after,
                double extent[2])
{
    for (int i = START; i <= END; i++) {
        struct decimal decimal = typed->numbers[i].decimal;
        const char *text = sheet_cell(sheet, typed->numbers[i].column);

        extent[i] = NAN;
        if (*text != '\0')
            clock_read(text, &decimal, &extent[i]);
    }
    extent[END] += after;
}

const char *typed_text(const struct typed *typed, int column)
{
    if (column == typed->numbers[LENGTH].column)
        return typed->length;
    return column == typed->date_column ? typed->date_text : NULL;
}
