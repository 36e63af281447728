#include "ingest/answers_typed.h"

#include "foreign/looked.h"

#include <string.h>

struct answers_typed {
    struct looked looked;
    struct looked_number *numbers; /* by column of the sheet */
};

struct answers_typed *answers_typed_new(struct sheet *sheet, const GArray *columns,
                                        const char *decimal, const char *dates,
                                        struct ledger *ledger)
{
    struct answers_typed *typed = g_new0(struct answers_typed, 1);
    enum decimal_mark mark = typing_mark(decimal);
    size_t n = sheet_columns(sheet);

    typed->numbers = g_new0(struct looked_number, n);
    for (size_t i = 0; i < n; i++)
        typed->numbers[i] = looked_number(sheet, -1, sheet_name(sheet, i), mark);
    for (guint i = 0; i < columns->len; i++) {
        int column = g_array_index(columns, int, i);

        typed->numbers[column].column = column;
    }
    typed->looked = (struct looked){
        .sheet = sheet, .ledger = ledger, .numbers = typed->numbers, .n = n, .options = true};
    typing_date_open(&typed->looked.date, sheet, dates);
    looked_ahead(&typed->looked);
    return typed;
}

void answers_typed_close(struct answers_typed *typed)
{
    looked_close(&typed->looked);
    g_free(typed->numbers);
    g_free(typed);
}

enum decimal_got answers_typed_number(struct answers_typed *typed, int column, const char *text,
                                      double *value)
{
    struct decimal *decimal = &typed->numbers[column].decimal;
    enum decimal_got got;

    looked_meets(&typed->looked, (size_t)column, text);
    got = decimal_read(decimal, text, value);
    looked_stands(&typed->looked, (size_t)column);
    if (got == DECIMAL_TURNED)
        looked_turned(&typed->looked, (size_t)column, text);
    if (strpbrk(text, ".,") != NULL && got == DECIMAL_READ)
        looked_assume(&typed->looked, (size_t)column);
    return got;
}

bool answers_typed_date(struct answers_typed *typed)
{
    return looked_date(&typed->looked);
}

const char *answers_typed_text(const struct answers_typed *typed, int column)
{
    return column >= 0 && column == typed->looked.date.column ? typed->looked.date.text : NULL;
}
