#include "ingest/typed.h"

#include "foreign/clock.h"
#include "ingest/extent.h"
#include "ingest/typing.h"
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
    struct typing_date date;
    char length[NUMBER_ROOM];
    bool clock; /* one was looked at */
};

/* Counts the cells of a record; false when every column is clear. */
static bool typed_look(const struct sheet *sheet, void *data)
{
    struct typed *typed = data;
    bool clear = typed->date.column < 0;

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
    typing_date_look(&typed->date, sheet);
    return !clear;
}

/* The mark of a column as a row of the ledger. */
static void typed_say_mark(struct typed *typed, const struct sheet *sheet, int i)
{
    struct typed_number *number = &typed->numbers[i];
    struct decimal *decimal = &number->decimal;
    bool comma = decimal->mark == DECIMAL_COMMA;

    if (number->said || decimal->mark == DECIMAL_OPEN || decimal->told)
        return;
    number->said = true;
    if (decimal_is_assumed(decimal))
        typing_assume(decimal, number_names[i], sheet, typed->ledger);
    else
        ledger_add(typed->ledger, LEDGER_NOTE, sheet_file(sheet), "",
                   comma ? "decimal-comma" : "decimal-point", number_names[i],
                   "the cells of this column say so");
}

static void typed_say_dates(const struct typed *typed, const struct sheet *sheet)
{
    const struct date_column *dates = &typed->date.dates;

    if (!date_is_words(dates) && dates->order != DATE_OPEN && !dates->told)
        ledger_add(typed->ledger, LEDGER_NOTE, sheet_file(sheet), "",
                   dates->order == DATE_DAY_FIRST ? "date-day-first" : "date-month-first", "date",
                   "the cells of this column say so");
}

struct typed *typed_new(struct sheet *sheet, const char *decimal, const char *dates,
                        struct ledger *ledger)
{
    struct typed *typed = g_new0(struct typed, 1);
    const struct vendor *vendor = sheet_header(sheet)->vendor;
    enum decimal_mark mark = typing_mark(decimal);
    bool any;

    if (decimal == NULL && vendor != NULL && vendor->point && sheet_delimiter(sheet) != ';')
        mark = DECIMAL_POINT;
    typed->ledger = ledger;
    typing_date_open(&typed->date, sheet, dates);
    any = typed->date.column >= 0;
    for (int i = 0; i < NUMBERS; i++) {
        struct typed_number *number = &typed->numbers[i];

        number->column = sheet_find(sheet, number_names[i]);
        number->decimal.delimiter = sheet_delimiter(sheet);
        number->decimal.told = mark != DECIMAL_OPEN;
        number->decimal.mark = mark;
        any = any || number->column >= 0;
    }
    if (any)
        sheet_look_ahead(sheet, AHEAD, typed_look, typed);
    for (int i = 0; i < NUMBERS; i++) {
        decimal_settle(&typed->numbers[i].decimal);
        typed_say_mark(typed, sheet, i);
    }
    typing_date_settle(&typed->date, sheet, ledger);
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
        typing_turned(sheet, number_names[i], text);
    if (kind == CLOCK_AGAINST)
        return typed_refuse_mark(typed, sheet, i, text);
    sheet_refuse(sheet, "bad-number", text,
                 kind == CLOCK_TIME ? "a clock time: say --extent seconds"
                                    : "neither a number nor hh:mm:ss");
    return false;
}

bool typed_read(struct typed *typed, struct sheet *sheet, bool seconds, double after,
                double extent[2])
{
    struct extent_fault fault;
    double length;

    if (!typed_number(typed, sheet, START, seconds, &extent[0]) ||
        !typed_number(typed, sheet, END, seconds, &extent[1]) ||
        !typed_number(typed, sheet, LENGTH, true, &length) ||
        !typing_date_read(&typed->date, sheet))
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
    bool others = typed->numbers[LENGTH].column >= 0 || typed->date.column >= 0;

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
    return column == typed->date.column ? typed->date.text : NULL;
}
