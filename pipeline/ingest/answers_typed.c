#include "ingest/answers_typed.h"

#include "ingest/typing.h"

#include <string.h>

enum { AHEAD = 8 << 20 };

struct answers_typed {
    struct sheet *sheet;
    struct ledger *ledger;
    struct decimal *numbers; /* by column of the sheet */
    bool *answers;           /* whether the column holds answers */
    bool *said;              /* what its mark is stands in the ledger */
    struct typing_date date;
};

static bool typed_look(const struct sheet *sheet, void *data)
{
    struct answers_typed *typed = data;

    for (size_t i = 0; i < sheet_columns(sheet); i++)
        if (typed->answers[i]) {
            decimal_count(&typed->numbers[i], sheet_cell(sheet, (int)i));
            decimal_stands(&typed->numbers[i], sheet_line(sheet));
        }
    typing_date_look(&typed->date, sheet);
    return true;
}

/* A mark that no cell of the column tells is an assumption that somebody should see. */
static void typed_say_mark(struct answers_typed *typed, size_t column)
{
    struct decimal *decimal = &typed->numbers[column];

    if (typed->said[column] || !decimal_is_assumed(decimal))
        return;
    typed->said[column] = true;
    typing_assume(decimal, sheet_name(typed->sheet, column), typed->sheet, typed->ledger);
}

static void typed_settle(struct answers_typed *typed)
{
    for (size_t i = 0; i < sheet_columns(typed->sheet); i++)
        if (typed->answers[i])
            decimal_settle(&typed->numbers[i]);
    typing_date_settle(&typed->date, typed->sheet, typed->ledger);
}

struct answers_typed *answers_typed_new(struct sheet *sheet, const GArray *columns,
                                        const char *decimal, const char *dates,
                                        struct ledger *ledger)
{
    struct answers_typed *typed = g_new0(struct answers_typed, 1);
    enum decimal_mark mark = typing_mark(decimal);
    size_t n = sheet_columns(sheet);

    typed->sheet = sheet;
    typed->ledger = ledger;
    typed->numbers = g_new0(struct decimal, n);
    typed->answers = g_new0(bool, n);
    typed->said = g_new0(bool, n);
    for (guint i = 0; i < columns->len; i++)
        typed->answers[g_array_index(columns, int, i)] = true;
    for (size_t i = 0; i < n; i++) {
        typed->numbers[i].delimiter = sheet_delimiter(sheet);
        typed->numbers[i].told = mark != DECIMAL_OPEN;
        typed->numbers[i].mark = mark;
    }
    typing_date_open(&typed->date, sheet, dates);
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
        typing_turned(typed->sheet, sheet_name(typed->sheet, (size_t)column), text);
    if (strpbrk(text, ".,") != NULL && got == DECIMAL_READ)
        typed_say_mark(typed, (size_t)column);
    return got;
}

bool answers_typed_date(struct answers_typed *typed)
{
    return typing_date_read(&typed->date, typed->sheet);
}

const char *answers_typed_text(const struct answers_typed *typed, int column)
{
    return column >= 0 && column == typed->date.column ? typed->date.text : NULL;
}
