#include "foreign/date.h"

#include "table/number.h"

#include <glib.h>
#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, MONTHS = 12, DAYS = 31 };

/* Three numbers with one sign between them. */
struct triple {
    int parts[3];
    int digits[3];
    char sign;
};

/* Reads the front of the text; what stands behind it begins at `*rest`. */
static bool triple_read(struct triple *triple, const char *text, const char **rest)
{
    for (int i = 0; i < 3; i++) {
        triple->parts[i] = triple->digits[i] = 0;
        for (; g_ascii_isdigit(*text) && triple->digits[i] <= 4; text++, triple->digits[i]++)
            triple->parts[i] = 10 * triple->parts[i] + (*text - '0');
        if (triple->digits[i] == 0 || triple->digits[i] > 4)
            return false;
        if (i == 2)
            break;
        if (*text == '\0' || strchr("-/.", *text) == NULL || (i == 1 && *text != triple->sign))
            return false;
        triple->sign = *text++;
    }
    *rest = text;
    return true;
}

/* `hh:mm`, `hh:mm:ss`, with a fraction or zone: nothing but digits and signs of a time. */
static bool date_is_time(const char *text)
{
    const char *after = text + (*text == 'T');

    after += strspn(after, " ");
    if (after == text)
        return *text == '\0';
    return strspn(after, "0123456789:.+Z") == strlen(after);
}

static bool triple_find(struct triple *triple, const char *text)
{
    const char *rest;

    while (g_ascii_isspace(*text))
        text++;
    if (!triple_read(triple, text, &rest) || !date_is_time(rest))
        return false;
    return triple->digits[0] == 4
               ? triple->digits[1] <= 2 && triple->digits[2] <= 2
               : triple->digits[0] <= 2 && triple->digits[1] <= 2 && triple->digits[2] == 4;
}

/* Which order a date tells; both ways open: DATE_OPEN. */
static enum date_order triple_tells(const struct triple *triple)
{
    if (triple->sign != '/' || triple->digits[0] == 4)
        return DATE_OPEN;
    if (triple->parts[0] > MONTHS && triple->parts[1] <= MONTHS)
        return DATE_DAY_FIRST;
    return triple->parts[1] > MONTHS && triple->parts[0] <= MONTHS ? DATE_MONTH_FIRST : DATE_OPEN;
}

static void date_add(struct date_column *column, enum date_order order)
{
    column->day_first += order == DATE_DAY_FIRST;
    column->month_first += order == DATE_MONTH_FIRST;
}

void date_count(struct date_column *column, const char *text)
{
    struct triple triple;
    enum date_order order;

    if (*text == '\0')
        return;
    if (!triple_find(&triple, text)) {
        column->texts++;
        return;
    }
    column->dates++;
    order = triple_tells(&triple);
    date_add(column, order);
    column->ahead += order != DATE_OPEN;
    column->either += order == DATE_OPEN && triple.sign == '/' && triple.digits[0] != 4 &&
                      triple.parts[0] != triple.parts[1];
}

void date_settle(struct date_column *column)
{
    if (column->told || column->day_first == column->month_first)
        return;
    column->order = column->day_first > column->month_first ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
}

bool date_is_words(const struct date_column *column)
{
    return column->dates == 0 && column->texts > 0;
}

bool date_is_clear(const struct date_column *column)
{
    return column->told || (column->day_first == 0) != (column->month_first == 0);
}

bool date_is_torn(const struct date_column *column)
{
    return !date_is_clear(column) &&
           (date_is_words(column) || column->day_first + column->either > 0);
}

void date_forget(struct date_column *column)
{
    *column = (struct date_column){.order = DATE_OPEN};
}

bool date_is_open(const struct date_column *column, const char *text)
{
    struct triple triple;

    if (column->told || column->order != DATE_OPEN || *text == '\0')
        return false;
    if (!triple_find(&triple, text))
        return column->dates + column->texts == 0;
    return triple.sign == '/' && triple.digits[0] != 4 && triple.parts[0] != triple.parts[1];
}

/* Counts a cell that tells an order; false when it turns that of the column. */
static bool date_agrees(struct date_column *column, enum date_order tells)
{
    if (tells == DATE_OPEN || column->order == DATE_OPEN || column->told)
        return true;
    if (column->ahead > 0)
        column->ahead--;
    else
        date_add(column, tells);
    return column->order == DATE_DAY_FIRST ? column->day_first >= column->month_first
                                           : column->month_first >= column->day_first;
}

enum date_got date_read(struct date_column *column, const char *text, char date[DATE_ROOM])
{
    struct triple triple;
    enum date_order order = column->order;
    int year, month, day;

    if (!triple_find(&triple, text))
        return DATE_NOT;
    if (!date_agrees(column, triple_tells(&triple)))
        return DATE_TURNED;
    if (triple.sign != '/' && !column->told)
        order = DATE_DAY_FIRST;
    if (order == DATE_OPEN && triple.digits[0] != 4 && triple.parts[0] == triple.parts[1])
        order = DATE_DAY_FIRST;
    if (order == DATE_OPEN && triple.digits[0] != 4)
        return triple.parts[0] <= MONTHS || triple.parts[1] <= MONTHS ? DATE_EITHER
                                                                      : DATE_IMPOSSIBLE;
    year = triple.digits[0] == 4 ? triple.parts[0] : triple.parts[2];
    month = triple.digits[0] == 4 || order == DATE_DAY_FIRST ? triple.parts[1] : triple.parts[0];
    day = triple.digits[0] == 4     ? triple.parts[2]
          : order == DATE_DAY_FIRST ? triple.parts[0]
                                    : triple.parts[1];
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS || day < 1 ||
        day > DAYS || !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return DATE_IMPOSSIBLE;
    g_snprintf(date, DATE_ROOM, "%04d-%02d-%02d", year, month, day);
    return DATE_READ;
}
