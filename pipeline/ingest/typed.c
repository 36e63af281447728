#include "ingest/typed.h"

#include "foreign/clock.h"
#include "foreign/looked.h"
#include "ingest/extent.h"
#include "table/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { START, END, LENGTH, NUMBERS };

static const char *const number_names[NUMBERS] = {"start", "end", "length"};

struct typed {
    struct looked looked;
    struct looked_number numbers[NUMBERS];
    char length[NUMBER_ROOM];
};

/* The mark of a column as a row of the ledger. */
static void typed_say_mark(struct typed *typed, int i)
{
    struct looked_number *number = &typed->numbers[i];
    struct decimal *decimal = &number->decimal;
    bool comma = decimal->mark == DECIMAL_COMMA;

    looked_assume(&typed->looked, (size_t)i);
    if (number->said || decimal->mark == DECIMAL_OPEN || decimal->told)
        return;
    number->said = true;
    ledger_add(typed->looked.ledger, LEDGER_NOTE, sheet_file(typed->looked.sheet), "",
               comma ? "decimal-comma" : "decimal-point", number->name,
               "the cells of this column say so");
}

static void typed_say_marks(struct typed *typed)
{
    for (int i = 0; i < NUMBERS; i++)
        typed_say_mark(typed, i);
}

struct typed *typed_new(struct sheet *sheet, const char *decimal, const char *dates,
                        struct ledger *ledger)
{
    struct typed *typed = g_new0(struct typed, 1);
    const struct vendor *vendor = sheet_header(sheet)->vendor;
    enum decimal_mark mark = typing_mark(decimal);

    if (decimal == NULL && vendor != NULL && vendor->point && sheet_delimiter(sheet) != ';')
        mark = DECIMAL_POINT;
    for (int i = 0; i < NUMBERS; i++)
        typed->numbers[i] =
            looked_number(sheet, sheet_find(sheet, number_names[i]), number_names[i], mark);
    typed->looked = (struct looked){
        .sheet = sheet, .ledger = ledger, .numbers = typed->numbers, .n = NUMBERS, .options = true};
    typing_date_open(&typed->looked.date, sheet, dates);
    looked_ahead(&typed->looked);
    typed_say_marks(typed);
    return typed;
}

bool typed_has_clock(const struct typed *typed)
{
    return typed->numbers[START].clock || typed->numbers[END].clock;
}

void typed_close(struct typed *typed)
{
    looked_close(&typed->looked);
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
    struct looked_number *number = &typed->numbers[i];
    const char *text = sheet_cell(sheet, number->column);
    enum clock_kind kind;

    *value = NAN;
    if (*text == '\0')
        return true;
    if (looked_meets(&typed->looked, (size_t)i, text))
        typed_say_marks(typed);
    kind = clock_read(text, &number->decimal, value);
    looked_stands(&typed->looked, (size_t)i);
    typed_say_mark(typed, i);
    if (kind == CLOCK_NUMBER || (kind == CLOCK_TIME && seconds))
        return true;
    if (kind == CLOCK_TURNED)
        looked_turned(&typed->looked, (size_t)i, text);
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
        !typed_number(typed, sheet, LENGTH, true, &length) || !looked_date(&typed->looked))
        return false;
    if (length < 0) {
        sheet_refuse(sheet, "out-of-range", sheet_cell(sheet, typed->numbers[LENGTH].column),
                     "a length is never below 0");
        return false;
    }
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
    bool others = typed->numbers[LENGTH].column >= 0 || typed->looked.date.column >= 0;

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
    return column == typed->looked.date.column ? typed->looked.date.text : NULL;
}
