#include "ingest/answers_typed.h"

#include "base/fail.h"
#include "foreign/date.h"

#include <string.h>

enum { AHEAD = 8 << 20 };

struct answers_typed {
    struct sheet *sheet;
    struct ledger *ledger;
    struct decimal *numbers; /* by column of the sheet */
    bool *answers;           /* whether the column holds answers */
    bool *said;              /* what its mark is stands in the ledger */
    int date_column;
    struct date_column dates;
    char date[DATE_ROOM];
    const char *date_text;
};

static void typed_tell(struct answers_typed *typed, const char *decimal, const char *dates)
{
    bool comma = g_strcmp0(decimal, "comma") == 0;
    bool days = g_strcmp0(dates, "dmy") == 0;

    if (decimal != NULL && !comma && strcmp(decimal, "point") != 0)
        fail(STATUS_USAGE, "--decimal \"%s\": point or comma", decimal);
    if (dates != NULL && !days && strcmp(dates, "mdy") != 0)
        fail(STATUS_USAGE, "--dates \"%s\": dmy (the day first) or mdy", dates);
    for (size_t i = 0; i < sheet_columns(typed->sheet) && decimal != NULL; i++) {
        typed->numbers[i].told = true;
        typed->numbers[i].mark = comma ? DECIMAL_COMMA : DECIMAL_POINT;
    }
    typed->dates.told = dates != NULL;
    if (dates != NULL)
        typed->dates.order = days ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
}

static bool typed_look(const struct sheet *sheet, void *data)
{
    struct answers_typed *typed = data;

    for (size_t i = 0; i < sheet_columns(sheet); i++)
        if (typed->answers[i]) {
            decimal_count(&typed->numbers[i], sheet_cell(sheet, (int)i));
            decimal_stands(&typed->numbers[i], sheet_line(sheet));
        }
    if (typed->date_column >= 0)
        date_count(&typed->dates, sheet_cell(sheet, typed->date_column));
    return true;
}

/* A mark that no cell of the column tells is an assumption that somebody should see. */
static void typed_say_mark(struct answers_typed *typed, size_t column)
{
    struct decimal *decimal = &typed->numbers[column];
    bool comma = decimal->mark == DECIMAL_COMMA;
    bool thousands = (strchr(decimal->example, ',') != NULL) != comma;
    char *value;

    if (typed->said[column] || !decimal_is_assumed(decimal))
        return;
    typed->said[column] = true;
    value = g_strdup_printf("%s <- %s", sheet_name(typed->sheet, column), decimal->example);
    decimal_stands(decimal, sheet_line(typed->sheet));
    ledger_line(typed->ledger, LEDGER_WARNING, sheet_file(typed->sheet), decimal->line,
                thousands ? "thousands-assumed" : "decimal-assumed", value,
                "no cell of the column tells; say --decimal point or comma if it is otherwise");
    g_free(value);
}

static void typed_settle(struct answers_typed *typed)
{
    for (size_t i = 0; i < sheet_columns(typed->sheet); i++)
        if (typed->answers[i])
            decimal_settle(&typed->numbers[i]);
    date_settle(&typed->dates);
    if (typed->date_column >= 0 && date_is_words(&typed->dates))
        ledger_add(typed->ledger, LEDGER_WARNING, sheet_file(typed->sheet), "", "date-words",
                   "date", "no cell of this column is a date: kept as text");
}

struct answers_typed *answers_typed_new(struct sheet *sheet, const GArray *columns,
                                        const char *decimal, const char *dates,
                                        struct ledger *ledger)
{
    struct answers_typed *typed = g_new0(struct answers_typed, 1);
    size_t n = sheet_columns(sheet);

    typed->sheet = sheet;
    typed->ledger = ledger;
    typed->numbers = g_new0(struct decimal, n);
    typed->answers = g_new0(bool, n);
    typed->said = g_new0(bool, n);
    for (guint i = 0; i < columns->len; i++)
        typed->answers[g_array_index(columns, int, i)] = true;
    for (size_t i = 0; i < n; i++)
        typed->numbers[i].delimiter = sheet_delimiter(sheet);
    typed->date_column = sheet_find(sheet, "date");
    typed_tell(typed, decimal, dates);
    sheet_look_ahead(sheet, AHEAD, typed_look, typed);
    typed_settle(typed);
    return typed;
}

void answers_typed_free(struct answers_typed *typed)
{
    g_free(typed->numbers);
    g_free(typed->answers);
    g_free(typed->said);
    g_free(typed);
}

enum decimal_got answers_typed_number(struct answers_typed *typed, int column, const char *text,
                                      double *value)
{
    struct decimal *decimal = &typed->numbers[column];
    enum decimal_got got = decimal_read(decimal, text, value);

    if (got == DECIMAL_TURNED)
        fail(STATUS_STOPPED,
             "%s:%zu: \"%s\": by now most cells of the column %s have this decimal mark, and those "
             "above were read otherwise; say --decimal point or comma",
             sheet_file(typed->sheet), sheet_line(typed->sheet), text,
             sheet_name(typed->sheet, (size_t)column));
    if (strpbrk(text, ".,") != NULL && got == DECIMAL_READ)
        typed_say_mark(typed, (size_t)column);
    return got;
}

static bool typed_refuse_date(struct answers_typed *typed, const char *text, const char *why)
{
    sheet_refuse(typed->sheet, "bad-date", text, why);
    return false;
}

bool answers_typed_date(struct answers_typed *typed)
{
    const char *text = sheet_cell(typed->sheet, typed->date_column);

    typed->date_text = NULL;
    if (*text == '\0' || date_is_words(&typed->dates))
        return true;
    typed->date_text = typed->date;
    switch (date_read(&typed->dates, text, typed->date)) {
    case DATE_READ:
        return true;
    case DATE_NOT:
        return typed_refuse_date(typed, text, "no date: write d-m-jjjj or jjjj-mm-dd");
    case DATE_IMPOSSIBLE:
        return typed_refuse_date(typed, text, "there is no such date");
    default:
        return typed_refuse_date(
            typed, text,
            "day or month first, the cells of the column do not tell: say --dates dmy or mdy");
    }
}

const char *answers_typed_text(const struct answers_typed *typed, int column)
{
    return column >= 0 && column == typed->date_column ? typed->date_text : NULL;
}
