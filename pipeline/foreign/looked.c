#include "foreign/looked.h"

#include <string.h>

enum { AHEAD = 8 << 20, ENOUGH = 1000 };

static void looked_count(struct looked_number *number, const char *text, size_t line)
{
    if (strchr(text, ':') != NULL)
        number->clock = true;
    else
        decimal_count(&number->decimal, text);
    decimal_stands(&number->decimal, line);
}

static bool looked_is_enough(const struct decimal *decimal)
{
    return decimal->told ||
           (decimal_is_clear(decimal) && MAX(decimal->point, decimal->comma) >= ENOUGH);
}

/* Counts the cells of a record; false when more would be of no use. */
static bool looked_visit(const struct sheet *sheet, void *data)
{
    struct looked *looked = data;
    bool enough = looked->enough && looked->date.column < 0;

    for (size_t i = 0; i < looked->n; i++) {
        struct looked_number *number = &looked->numbers[i];

        if (number->column < 0 || number->settled)
            continue;
        looked_count(number, sheet_cell(sheet, number->column), sheet_line(sheet));
        enough = enough && looked_is_enough(&number->decimal);
    }
    if (!looked->settled)
        typing_date_look(&looked->date, sheet);
    return !enough;
}

static void looked_settle(struct looked *looked)
{
    for (size_t i = 0; i < looked->n; i++)
        if (!looked->numbers[i].settled)
            decimal_settle(&looked->numbers[i].decimal);
    if (!looked->settled)
        typing_date_settle(&looked->date, looked->sheet, looked->ledger);
}

/* Whether some column was met with cells that want a decision, and do not give one. */
static bool looked_is_torn(const struct looked *looked)
{
    bool torn = looked->date.column >= 0 && date_is_torn(&looked->date.dates);

    for (size_t i = 0; i < looked->n && !torn; i++)
        torn = decimal_is_torn(&looked->numbers[i].decimal);
    return torn;
}

/* Counts the columns that are not clear anew, over the whole file. */
static void looked_through(struct looked *looked)
{
    looked->done = true;
    looked->enough = false;
    looked->blind = sheet_size(looked->sheet) == 0;
    if (looked->blind)
        return;
    for (size_t i = 0; i < looked->n; i++) {
        struct looked_number *number = &looked->numbers[i];

        number->settled = decimal_is_clear(&number->decimal);
        if (!number->settled)
            decimal_forget(&number->decimal);
    }
    looked->settled = date_is_clear(&looked->date.dates);
    if (!looked->settled)
        date_forget(&looked->date.dates);
    sheet_look_through(looked->sheet, looked_visit, looked);
}

struct looked_number looked_number(const struct sheet *sheet, int column, const char *name,
                                   enum decimal_mark mark)
{
    return (struct looked_number){.column = column,
                                  .name = name,
                                  .decimal = {.delimiter = sheet_delimiter(sheet),
                                              .told = mark != DECIMAL_OPEN,
                                              .mark = mark}};
}

void looked_ahead(struct looked *looked)
{
    bool any = looked->date.column >= 0;

    for (size_t i = 0; i < looked->n; i++)
        any = any || looked->numbers[i].column >= 0;
    looked->enough = sheet_size(looked->sheet) > AHEAD;
    looked->done = !any || sheet_look_ahead(looked->sheet, AHEAD, looked_visit, looked);
    if (!looked->done && looked_is_torn(looked))
        looked_through(looked);
    looked_settle(looked);
}

/* The first cell that wants a decision, behind those that were looked at. */
static bool looked_late(struct looked *looked)
{
    looked_through(looked);
    if (!looked->blind)
        looked_settle(looked);
    return !looked->blind;
}

bool looked_meets(struct looked *looked, size_t i, const char *text)
{
    const struct decimal *decimal = &looked->numbers[i].decimal;

    if (looked->done || decimal->mark != DECIMAL_OPEN || !decimal_has_mark(text))
        return false;
    return looked_late(looked);
}

void looked_meets_date(struct looked *looked)
{
    if (!looked->done && typing_date_is_open(&looked->date, looked->sheet))
        looked_late(looked);
}

bool looked_date(struct looked *looked)
{
    looked_meets_date(looked);
    if (!typing_date_read(&looked->date, looked->sheet))
        return false;
    if (looked->date.text != NULL)
        looked_timed(looked);
    return true;
}

void looked_timed(struct looked *looked)
{
    const char *text = sheet_cell(looked->sheet, looked->date.column);

    if (looked->timed || strchr(text, ':') == NULL)
        return;
    looked->timed = true;
    ledger_line(looked->ledger, LEDGER_NOTE, sheet_file(looked->sheet), sheet_line(looked->sheet),
                "date-time", text, "a time of day stands behind dates of this column: left out");
}

void looked_close(const struct looked *looked)
{
    for (size_t i = 0; i < looked->n; i++)
        rounded_tell(&looked->numbers[i].decimal.rounded, looked->numbers[i].name,
                     sheet_file(looked->sheet), looked->ledger);
}

void looked_assume(struct looked *looked, size_t i)
{
    struct looked_number *number = &looked->numbers[i];
    struct decimal *decimal = &number->decimal;
    bool comma = decimal->mark == DECIMAL_COMMA;
    bool thousands = (strchr(decimal->example, ',') != NULL) != comma;
    char *value;

    if (number->said || !decimal_is_assumed(decimal))
        return;
    number->said = true;
    value = g_strdup_printf("%s <- %s", number->name, decimal->example);
    decimal_stands(decimal, sheet_line(looked->sheet));
    ledger_line(looked->ledger, LEDGER_WARNING, sheet_file(looked->sheet), decimal->line,
                thousands ? "thousands-assumed" : "decimal-assumed", value,
                looked->options ? "no cell of the column tells; say --decimal point or comma if it "
                                  "is otherwise"
                                : "no cell of the column tells");
    g_free(value);
}

G_NORETURN void looked_turned(const struct looked *looked, size_t i, const char *text)
{
    const char *advice = !looked->options ? "write all of them with one"
                         : looked->blind
                             ? "say --decimal point or comma, or name the file instead of passing "
                               "it through a pipe"
                             : "say --decimal point or comma";

    typing_turned(looked->sheet, looked->numbers[i].name, text, "decimal mark", advice);
}
