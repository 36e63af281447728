#include "foreign/context_typed.h"

#include "foreign/looked.h"
#include "table/number.h"

#include <glib.h>

struct context_typed {
    struct looked looked;
    struct looked_number length;
};

struct context_typed *context_typed_new(struct sheet *sheet, struct ledger *ledger)
{
    struct context_typed *typed = g_new0(struct context_typed, 1);

    typed->length = looked_number(sheet, sheet_find(sheet, "length"), "length", DECIMAL_OPEN);
    typed->looked =
        (struct looked){.sheet = sheet, .ledger = ledger, .numbers = &typed->length, .n = 1};
    typing_date_open(&typed->looked.date, sheet, NULL);
    looked_ahead(&typed->looked);
    looked_assume(&typed->looked, 0);
    return typed;
}

void context_typed_close(struct context_typed *typed)
{
    looked_close(&typed->looked);
    g_free(typed);
}

static void context_typed_refuse(const struct context_typed *typed, const char *what,
                                 const char *text, const char *action)
{
    const struct sheet *sheet = typed->looked.sheet;

    ledger_line(typed->looked.ledger, LEDGER_REFUSED, sheet_file(sheet), sheet_line(sheet), what,
                text, action);
}

static char *context_typed_length(struct context_typed *typed, const char *text)
{
    char number[NUMBER_ROOM] = "";
    double value = 0;
    enum decimal_got got;

    looked_meets(&typed->looked, 0, text);
    got = decimal_read(&typed->length.decimal, text, &value);
    looked_assume(&typed->looked, 0);
    if (got == DECIMAL_TURNED)
        looked_turned(&typed->looked, 0, text);
    if (got != DECIMAL_READ)
        context_typed_refuse(typed, "bad-number", text,
                             "column length: no number as the others are: it stays empty");
    else if (value < 0)
        context_typed_refuse(typed, "out-of-range", text, "column length: below 0: it stays empty");
    else
        number_write(number, value);
    looked_stands(&typed->looked, 0);
    return g_strdup(number);
}

static char *context_typed_date(struct context_typed *typed, const char *text)
{
    char date[DATE_ROOM] = "";

    switch (date_read(&typed->looked.date.dates, text, date)) {
    case DATE_READ:
        looked_timed(&typed->looked);
        return g_strdup(date);
    case DATE_EITHER:
        context_typed_refuse(typed, "bad-date", text,
                             "column date: day or month first, no cell tells: it stays empty");
        break;
    case DATE_TURNED:
        typing_turned(typed->looked.sheet, "date", text, "order of day and month",
                      "write all of them with one");
    default:
        context_typed_refuse(typed, "bad-date", text,
                             "column date: there is no such date: it stays empty");
        break;
    }
    return g_strdup("");
}

char *context_typed_cell(struct context_typed *typed, int column)
{
    const char *text = sheet_cell(typed->looked.sheet, column);

    if (column == typed->length.column)
        return *text == '\0' ? g_strdup("") : context_typed_length(typed, text);
    if (column != typed->looked.date.column)
        return NULL;
    looked_meets_date(&typed->looked);
    if (date_is_words(&typed->looked.date.dates))
        return NULL;
    return *text == '\0' ? g_strdup("") : context_typed_date(typed, text);
}
