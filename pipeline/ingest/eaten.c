#include "ingest/eaten.h"

#include "base/month.h"

#include <glib.h>
#include <string.h>

enum eaten_kind { EATEN_NOT, EATEN_NUMBER, EATEN_DATE };

/* Names that are told apart in a column; bytes of the longest, 1,23456789012345E+300. */
enum { EATEN_MOST = 1 << 16, EATEN_LONGEST = 21 };

struct eaten_column {
    const char *column;
    enum eaten_kind kind;
    GHashTable *names;
    char *first;
    size_t line; /* on which that stands */
};

struct eaten {
    struct ledger *ledger;
    GPtrArray *columns;
};

static void eaten_free_column(void *data)
{
    struct eaten_column *column = data;

    g_hash_table_destroy(column->names);
    g_free(column->first);
    g_free(column);
}

struct eaten *eaten_new(struct ledger *ledger)
{
    struct eaten *eaten = g_new0(struct eaten, 1);

    eaten->ledger = ledger;
    eaten->columns = g_ptr_array_new_with_free_func(eaten_free_column);
    return eaten;
}

/* 1.2E+15, 1,23457E+15, 1e+05: a digit, perhaps a mark and digits, an exponent with its sign. */
static bool eaten_is_number(const char *name)
{
    const char *at = name + 1;

    if (!g_ascii_isdigit(*name))
        return false;
    if (*at == '.' || *at == ',')
        at += 1 + strspn(at + 1, "0123456789");
    if ((*at != 'E' && *at != 'e') || at[1] != '+')
        return false;
    at += 2;
    return strspn(at, "0123456789") == strlen(at) && strlen(at) >= 2;
}

/* 3-apr, 03-apr, mei-03: a month as spreadsheets shorten it and a number of one or two digits. */
static bool eaten_is_date(const char *name)
{
    enum { SHORT = 3 };
    size_t digits = strspn(name, "0123456789");

    if (digits > 2)
        return false;
    if (digits > 0)
        return name[digits] == '-' && month_is_name(name + digits + 1, SHORT) &&
               name[digits + 1 + SHORT] == '\0';
    if (!month_is_name(name, SHORT) || name[SHORT] != '-')
        return false;
    name += SHORT + 1;
    digits = strspn(name, "0123456789");
    return (digits == 1 || digits == 2) && name[digits] == '\0';
}

static enum eaten_kind eaten_kind(const char *column, const char *name)
{
    if (eaten_is_number(name))
        return EATEN_NUMBER;
    return eaten_is_date(name) && strcmp(column, "source") != 0 ? EATEN_DATE : EATEN_NOT;
}

bool eaten_is(const char *text, size_t length)
{
    char name[EATEN_LONGEST + 1];

    if (length > EATEN_LONGEST ||
        (memchr(text, '-', length) == NULL && memchr(text, '+', length) == NULL))
        return false;
    memcpy(name, text, length);
    name[length] = '\0';
    return eaten_kind("", name) != EATEN_NOT;
}

static struct eaten_column *eaten_column(struct eaten *eaten, const char *column,
                                         enum eaten_kind kind)
{
    struct eaten_column *found;

    for (guint i = 0; i < eaten->columns->len; i++) {
        found = eaten->columns->pdata[i];
        if (found->kind == kind && strcmp(found->column, column) == 0)
            return found;
    }
    found = g_new0(struct eaten_column, 1);
    found->column = column;
    found->kind = kind;
    found->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_ptr_array_add(eaten->columns, found);
    return found;
}

void eaten_meet(struct eaten *eaten, const char *column, const char *name,
                const struct sheet *sheet)
{
    enum eaten_kind kind = eaten_kind(column, name);
    struct eaten_column *met;

    if (kind == EATEN_NOT)
        return;
    met = eaten_column(eaten, column, kind);
    if (met->first == NULL) {
        met->first = g_strdup(name);
        met->line = sheet_line(sheet);
    }
    if (g_hash_table_size(met->names) < EATEN_MOST)
        g_hash_table_add(met->names, g_strdup(name));
}

static void eaten_tell(const struct eaten *eaten, const struct eaten_column *column,
                       const char *file)
{
    guint others = g_hash_table_size(column->names) - 1;
    char *value = g_strdup_printf("%s <- %s", column->column, column->first);
    char *more = others == 0 ? g_strdup("") : g_strdup_printf(" and %u more", others);
    char *action =
        g_strdup_printf("a spreadsheet %s this one%s: make the column text there, and "
                        "export it again",
                        column->kind == EATEN_NUMBER ? "rounded" : "made a date of", more);

    ledger_line(eaten->ledger, LEDGER_WARNING, file, column->line,
                column->kind == EATEN_NUMBER ? "excel-number" : "excel-date", value, action);
    g_free(action);
    g_free(more);
    g_free(value);
}

/* By the line of the first one, then by name: which of two in a record was met first says nothing.
 */
static int eaten_compare(const void *left, const void *right)
{
    const struct eaten_column *a = *(struct eaten_column *const *)left;
    const struct eaten_column *b = *(struct eaten_column *const *)right;

    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (strcmp(a->column, b->column) != 0)
        return strcmp(a->column, b->column);
    return (int)a->kind - (int)b->kind;
}

void eaten_close(struct eaten *eaten, const struct sheet *sheet)
{
    g_ptr_array_sort(eaten->columns, eaten_compare);
    for (guint i = 0; i < eaten->columns->len; i++)
        eaten_tell(eaten, eaten->columns->pdata[i], sheet_file(sheet));
    g_ptr_array_free(eaten->columns, TRUE);
    g_free(eaten);
}
