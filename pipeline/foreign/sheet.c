#include "foreign/sheet.h"

#include "base/fail.h"
#include "table/csv.h"
#include "table/delimiter.h"

#include <glib.h>
#include <string.h>

struct sheet {
    struct csv *csv;
    struct ledger *ledger;
    GPtrArray *names; /* by column */
    size_t records;
    size_t refused;
    char *refusal; /* the first one, for a message */
    size_t blank;
};

static bool sheet_is_mapped(char *const *maps, const char *canonical)
{
    for (; maps != NULL && *maps != NULL; maps++)
        if (g_str_has_prefix(*maps, canonical) && (*maps)[strlen(canonical)] == '=')
            return true;
    return false;
}

/* `origin` is ours: the place in this very file. */
static bool sheet_is_taken(const struct sheet *sheet, char *const *maps, const char *name)
{
    return sheet_find(sheet, name) >= 0 || sheet_is_mapped(maps, name) ||
           strcmp(name, "origin") == 0;
}

/* A header as a column name: one line, no outer space, never empty, never one that is taken. */
static char *sheet_own_name(const struct sheet *sheet, char *const *maps, const char *header)
{
    char *name = g_strstrip(g_strdup(header));
    char *numbered = NULL;

    for (char *byte = name; *byte != '\0'; byte++)
        if (g_ascii_iscntrl(*byte))
            *byte = ' ';
    if (*name == '\0') {
        g_free(name);
        name = g_strdup_printf("column %u", sheet->names->len + 1);
    }
    if (!sheet_is_taken(sheet, maps, name))
        return name;
    for (guint n = sheet->names->len + 1; numbered == NULL; n++) {
        numbered = g_strdup_printf("%s (%u)", name, n);
        if (sheet_is_taken(sheet, maps, numbered))
            g_clear_pointer(&numbered, g_free);
    }
    g_free(name);
    return numbered;
}

/* What `--map` says this header is: the text before the `=`, to be freed, or NULL. */
static char *sheet_mapped(char *const *maps, const char *header)
{
    for (; maps != NULL && *maps != NULL; maps++) {
        const char *equals = strchr(*maps, '=');

        if (equals != NULL && strcmp(equals + 1, header) == 0)
            return g_strndup(*maps, (gsize)(equals - *maps));
    }
    return NULL;
}

static void sheet_note(struct sheet *sheet, const char *what, const char *name, const char *header,
                       const char *action)
{
    char *value = g_strdup_printf("%s <- %s", name, header);

    ledger_line(sheet->ledger, LEDGER_NOTE, csv_name(sheet->csv), csv_line(sheet->csv), what, value,
                action);
    g_free(value);
}

static char *sheet_choose_name(struct sheet *sheet, const struct columns *columns,
                               char *const *maps, const char *header)
{
    char *mapped = sheet_mapped(maps, header);
    const char *canonical = columns_find(columns, header);
    char *own;

    if (mapped != NULL) {
        if (sheet_find(sheet, mapped) >= 0)
            fail(STATUS_STOPPED,
                 "%s:%zu: --map makes two columns \"%s\", the second from header \"%s\"",
                 csv_name(sheet->csv), csv_line(sheet->csv), mapped, header);
        sheet_note(sheet, "map", mapped, header, "as --map says");
        return mapped;
    }
    if (canonical != NULL && !sheet_is_mapped(maps, canonical) &&
        sheet_find(sheet, canonical) < 0) {
        if (strcmp(canonical, header) != 0)
            sheet_note(sheet, "header", canonical, header, "read by its alias in kolommen.csv");
        return g_strdup(canonical);
    }
    own = sheet_own_name(sheet, maps, header);
    sheet_note(sheet, "column-kept", own, header,
               canonical == NULL
                   ? "unknown header: kept as a column of its own"
                   : "another column is read as this one: kept as a column of its own");
    return own;
}

static void sheet_check_maps(const struct sheet *sheet, const struct columns *columns,
                             char *const *maps)
{
    for (; maps != NULL && *maps != NULL; maps++) {
        const char *equals = strchr(*maps, '=');
        char *canonical = g_strndup(*maps, equals == NULL ? 0 : (gsize)(equals - *maps));

        if (equals == NULL)
            fail(STATUS_USAGE, "--map \"%s\": say CANONICAL=HEADER", *maps);
        if (!columns_is_canonical(columns, canonical))
            fail(STATUS_USAGE, "--map \"%s\": \"%s\" is not a column of kolommen.csv%s%s", *maps,
                 canonical, columns_nearest(columns, canonical) != NULL ? "; nearest: " : "",
                 columns_nearest(columns, canonical) != NULL ? columns_nearest(columns, canonical)
                                                             : "");
        if (sheet_find(sheet, canonical) < 0)
            fail(STATUS_STOPPED, "%s: --map \"%s\": no header \"%s\", or it is mapped twice",
                 csv_name(sheet->csv), *maps, equals + 1);
        g_free(canonical);
    }
}

static void sheet_header(struct sheet *sheet, const struct columns *columns, char *const *maps)
{
    enum csv_got got = csv_next(sheet->csv);

    while (got == CSV_BLANK)
        got = csv_next(sheet->csv);
    if (got == CSV_END)
        fail(STATUS_STOPPED, "%s: empty file: it holds no header", csv_name(sheet->csv));
    if (got == CSV_BAD)
        fail(STATUS_STOPPED, "%s:%zu: no header: %s", csv_name(sheet->csv), csv_line(sheet->csv),
             csv_why(sheet->csv));
    for (size_t i = 0; i < csv_count(sheet->csv); i++)
        g_ptr_array_add(sheet->names,
                        sheet_choose_name(sheet, columns, maps, csv_cell(sheet->csv, i)));
    sheet_check_maps(sheet, columns, maps);
    ledger_add(sheet->ledger, LEDGER_NOTE, csv_name(sheet->csv), "", "delimiter",
               delimiter_name(csv_delimiter(sheet->csv)), "found in the first line");
    ledger_add(sheet->ledger, LEDGER_NOTE, csv_name(sheet->csv), "", "encoding",
               csv_marked(sheet->csv) ? "UTF-8 with byte order mark" : "UTF-8", "read as such");
}

struct sheet *sheet_open(const char *path, const struct columns *columns, char *const *maps,
                         struct ledger *ledger)
{
    struct sheet *sheet = g_new0(struct sheet, 1);

    sheet->csv = csv_open(path);
    sheet->ledger = ledger;
    sheet->names = g_ptr_array_new_with_free_func(g_free);
    sheet_header(sheet, columns, maps);
    return sheet;
}

void sheet_close(struct sheet *sheet)
{
    const char *file = csv_name(sheet->csv);

    ledger_count(sheet->ledger, file, "records", (int64_t)sheet->records);
    ledger_count(sheet->ledger, file, "accepted", (int64_t)sheet_accepted(sheet));
    ledger_count(sheet->ledger, file, "refused", (int64_t)sheet->refused);
    ledger_count(sheet->ledger, file, "blank", (int64_t)sheet->blank);
    csv_close(sheet->csv);
    g_free(sheet->refusal);
    g_ptr_array_free(sheet->names, TRUE);
    g_free(sheet);
}

static bool sheet_is_empty(const struct sheet *sheet)
{
    for (size_t i = 0; i < csv_count(sheet->csv); i++)
        if (csv_length(sheet->csv, i) > 0)
            return false;
    return true;
}

/* Whether the record that was just read can be used; counted either way. */
static bool sheet_takes(struct sheet *sheet)
{
    size_t n = csv_count(sheet->csv);
    char *value;

    sheet->records++;
    if (sheet_is_empty(sheet)) {
        sheet->blank++;
        return false;
    }
    if (n == sheet->names->len)
        return true;
    value = g_strdup_printf("%zu cells, the header %u", n, sheet->names->len);
    sheet_refuse(sheet, n < sheet->names->len ? "ragged-short" : "ragged-long", value,
                 "record refused: its cells cannot be told apart");
    g_free(value);
    return false;
}

bool sheet_next(struct sheet *sheet)
{
    for (;;) {
        switch (csv_next(sheet->csv)) {
        case CSV_END:
            return false;
        case CSV_BLANK:
            sheet->records++;
            sheet->blank++;
            break;
        case CSV_BAD:
            sheet->records++;
            sheet_refuse(sheet, "bad-line", csv_why(sheet->csv), "line refused");
            break;
        case CSV_RECORD:
            if (sheet_takes(sheet))
                return true;
            break;
        }
    }
}

size_t sheet_columns(const struct sheet *sheet)
{
    return sheet->names->len;
}

const char *sheet_name(const struct sheet *sheet, size_t column)
{
    return sheet->names->pdata[column];
}

int sheet_find(const struct sheet *sheet, const char *name)
{
    guint at;

    return g_ptr_array_find_with_equal_func(sheet->names, name, g_str_equal, &at) ? (int)at : -1;
}

const char *sheet_cell(const struct sheet *sheet, int column)
{
    return column < 0 ? "" : csv_cell(sheet->csv, (size_t)column);
}

size_t sheet_length(const struct sheet *sheet, int column)
{
    return column < 0 ? 0 : csv_length(sheet->csv, (size_t)column);
}

const char *sheet_file(const struct sheet *sheet)
{
    return csv_name(sheet->csv);
}

size_t sheet_line(const struct sheet *sheet)
{
    return csv_line(sheet->csv);
}

size_t sheet_records(const struct sheet *sheet)
{
    return sheet->records;
}

size_t sheet_accepted(const struct sheet *sheet)
{
    return sheet->records - sheet->refused - sheet->blank;
}

const char *sheet_refusal(const struct sheet *sheet)
{
    return sheet->refusal;
}

bool sheet_is_bare(const struct sheet *sheet)
{
    return sheet->records == sheet->blank;
}

void sheet_refuse(struct sheet *sheet, const char *what, const char *value, const char *action)
{
    if (sheet->refused++ == 0)
        sheet->refusal = g_strdup_printf("%s:%zu: %s \"%s\": %s", csv_name(sheet->csv),
                                         csv_line(sheet->csv), what, value, action);
    ledger_line(sheet->ledger, LEDGER_REFUSED, csv_name(sheet->csv), csv_line(sheet->csv), what,
                value, action);
}
