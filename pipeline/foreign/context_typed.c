#include "foreign/context_typed.h"

#include "foreign/date.h"
#include "foreign/decimal.h"
#include "table/number.h"

#include <glib.h>
#include <string.h>

enum { AHEAD = 8 << 20 };

struct context_typed {
    struct ledger *ledger;
    int length; /* columns, -1 when absent */
    int date;
    struct decimal decimal;
    struct date_column dates;
    bool timed; /* that times behind dates are left out is said */
};

static bool context_typed_look(const struct sheet *sheet, void *data)
{
    struct context_typed *typed = data;

    decimal_count(&typed->decimal, sheet_cell(sheet, typed->length));
    decimal_stands(&typed->decimal, sheet_line(sheet));
    if (typed->date >= 0)
        date_count(&typed->dates, sheet_cell(sheet, typed->date));
    return true;
}

/* What is assumed of a column where its cells do not tell. */
static void context_typed_assume(struct context_typed *typed, const struct sheet *sheet)
{
    const struct decimal *decimal = &typed->decimal;
    bool comma = decimal->mark == DECIMAL_COMMA;
    bool thousands = (strchr(decimal->example, ',') != NULL) != comma;
    char *value;

    if (typed->date >= 0 && date_is_words(&typed->dates))
        ledger_add(typed->ledger, LEDGER_WARNING, sheet_file(sheet), "", "date-words", "date",
                   "no cell of this column is a date: kept as text");
    if (!decimal_is_assumed(decimal))
        return;
    value = g_strdup_printf("length <- %s", decimal->example);
    ledger_line(typed->ledger, LEDGER_WARNING, sheet_file(sheet), decimal->line,
                thousands ? "thousands-assumed" : "decimal-assumed", value,
                "no cell of the column tells");
    g_free(value);
}

struct context_typed *context_typed_new(struct sheet *sheet, struct ledger *ledger)
{
    struct context_typed *typed = g_new0(struct context_typed, 1);

    typed->ledger = ledger;
    typed->length = sheet_find(sheet, "length");
    typed->date = sheet_find(sheet, "date");
    typed->decimal.delimiter = sheet_delimiter(sheet);
    if (typed->length >= 0 || typed->date >= 0)
        sheet_look_ahead(sheet, AHEAD, context_typed_look, typed);
    decimal_settle(&typed->decimal);
    date_settle(&typed->dates);
    context_typed_assume(typed, sheet);
    return typed;
}

void context_typed_close(struct context_typed *typed, const struct sheet *sheet)
{
    rounded_tell(&typed->decimal.rounded, "length", sheet_file(sheet), typed->ledger);
    g_free(typed);
}

static void context_typed_refuse(const struct context_typed *typed, const struct sheet *sheet,
                                 const char *what, const char *text, const char *action)
{
    ledger_line(typed->ledger, LEDGER_REFUSED, sheet_file(sheet), sheet_line(sheet), what, text,
                action);
}

static char *context_typed_length(struct context_typed *typed, const struct sheet *sheet,
                                  const char *text)
{
    char number[NUMBER_ROOM] = "";
    double value = 0;

    if (decimal_read(&typed->decimal, text, &value) != DECIMAL_READ)
        context_typed_refuse(typed, sheet, "bad-number", text,
                             "column length: no number as the others are: it stays empty");
    else if (value < 0)
        context_typed_refuse(typed, sheet, "out-of-range", text,
                             "column length: below 0: it stays empty");
    else
        number_write(number, value);
    decimal_stands(&typed->decimal, sheet_line(sheet));
    return g_strdup(number);
}

static char *context_typed_date(struct context_typed *typed, const struct sheet *sheet,
                                const char *text)
{
    char date[DATE_ROOM] = "";

    switch (date_read(&typed->dates, text, date)) {
    case DATE_READ:
        if (!typed->timed && strchr(text, ':') != NULL)
            ledger_line(typed->ledger, LEDGER_NOTE, sheet_file(sheet), sheet_line(sheet),
                        "date-time", text,
                        "a time of day stands behind dates of this column: left out");
        typed->timed = typed->timed || strchr(text, ':') != NULL;
        return g_strdup(date);
    case DATE_EITHER:
        context_typed_refuse(typed, sheet, "bad-date", text,
                             "column date: day or month first, no cell tells: it stays empty");
        break;
    default:
        context_typed_refuse(typed, sheet, "bad-date", text,
                             "column date: there is no such date: it stays empty");
        break;
    }
    return g_strdup("");
}

char *context_typed_cell(struct context_typed *typed, const struct sheet *sheet, int column)
{
    const char *text = sheet_cell(sheet, column);

    if (column == typed->length)
        return *text == '\0' ? g_strdup("") : context_typed_length(typed, sheet, text);
    if (column == typed->date && !date_is_words(&typed->dates))
        return *text == '\0' ? g_strdup("") : context_typed_date(typed, sheet, text);
    return NULL;
}
