#include "foreign/sheet.h"

#include "foreign/header.h"
#include "table/csv.h"

#include <string.h>

struct sheet {
    struct csv *csv;
    struct ledger *ledger;
    struct header header;
    size_t records;
    size_t refused;
    char *refusal; /* the first one, for a message */
    size_t blank;
};

struct sheet *sheet_begin(const char *path, struct ledger *ledger)
{
    struct sheet *sheet = g_new0(struct sheet, 1);

    sheet->csv = csv_open(path);
    sheet->ledger = ledger;
    return sheet;
}

struct csv *sheet_csv(struct sheet *sheet)
{
    return sheet->csv;
}

struct header *sheet_header(struct sheet *sheet)
{
    return &sheet->header;
}

struct sheet *sheet_open(const char *path, const struct columns *columns, char *const *maps,
                         struct ledger *ledger)
{
    struct sheet *sheet = sheet_begin(path, ledger);

    header_read(&sheet->header, sheet->csv, columns, maps, ledger);
    return sheet;
}

void sheet_close(struct sheet *sheet)
{
    const char *file = csv_name(sheet->csv);

    if (csv_ctrl_z(sheet->csv))
        ledger_add(sheet->ledger, LEDGER_NOTE, file, "", "ctrl-z", "",
                   "the mark that ends a file under DOS: left out");
    ledger_count(sheet->ledger, file, "records", (int64_t)sheet->records);
    ledger_count(sheet->ledger, file, "accepted", (int64_t)sheet_accepted(sheet));
    ledger_count(sheet->ledger, file, "refused", (int64_t)sheet->refused);
    ledger_count(sheet->ledger, file, "blank", (int64_t)sheet->blank);
    csv_close(sheet->csv);
    header_free(&sheet->header);
    g_free(sheet->refusal);
    g_free(sheet);
}

static bool sheet_is_empty(const struct sheet *sheet, size_t from)
{
    for (size_t i = from; i < csv_count(sheet->csv); i++)
        if (csv_length(sheet->csv, i) > 0)
            return false;
    return true;
}

/* Refuses the record by its first line as it stands in the file. */
static bool sheet_refuse_raw(struct sheet *sheet, const char *what, const char *action)
{
    char *raw = csv_raw(sheet->csv);

    sheet_refuse(sheet, what, raw, action);
    g_free(raw);
    return false;
}

static bool sheet_refuse_ragged(struct sheet *sheet, size_t count)
{
    size_t columns = sheet->header.names->len;
    char *action = g_strdup_printf("%zu cells, the header %zu: its cells cannot be told apart",
                                   count, columns);

    sheet_refuse_raw(sheet, count < columns ? "ragged-short" : "ragged-long", action);
    g_free(action);
    return false;
}

/* How many cells the record has for the header; one more when a dropped column holds something. */
static size_t sheet_width(const struct sheet *sheet)
{
    size_t columns = sheet->header.names->len;
    size_t count = csv_count(sheet->csv);

    if (count == columns + sheet->header.dropped && sheet_is_empty(sheet, columns))
        return columns;
    return count;
}

static void sheet_warn(struct sheet *sheet, const char *what, const char *action)
{
    char *raw = csv_raw(sheet->csv);

    ledger_line(sheet->ledger, LEDGER_WARNING, csv_name(sheet->csv), csv_line(sheet->csv), what,
                raw, action);
    g_free(raw);
}

/* Whether some line within the cell holds as many delimiters as the header: perhaps a record that a
 * missing quote made part of the cell. */
static bool sheet_is_suspect(const struct sheet *sheet, size_t i)
{
    const char *text = csv_text(sheet->csv, i);
    const char *stop = text + csv_length(sheet->csv, i);
    size_t delimiters = 0;

    if (memchr(text, '\n', csv_length(sheet->csv, i)) == NULL &&
        memchr(text, '\r', csv_length(sheet->csv, i)) == NULL)
        return false;
    for (; text < stop; text++) {
        delimiters = *text == '\n' || *text == '\r' ? 0 : delimiters;
        delimiters += *text == csv_delimiter(sheet->csv);
        if (delimiters + 1 >= sheet->header.texts->len)
            return true;
    }
    return false;
}

static void sheet_look_twice(struct sheet *sheet)
{
    if (csv_literal(sheet->csv))
        sheet_warn(sheet, "quote-in-cell",
                   "quotes kept as they stand: the cell does not begin with one");
    if (csv_lines(sheet->csv) < 2 || sheet->header.texts->len < 2)
        return;
    for (size_t i = 0; i < csv_count(sheet->csv); i++)
        if (sheet_is_suspect(sheet, i)) {
            sheet_warn(sheet, "suspect-cell",
                       "a cell holds a line that looks like a record: is a quote missing?");
            return;
        }
}

/* Control characters go: what they are for, no cell needs. */
static void sheet_drop_controls(struct sheet *sheet)
{
    if (csv_drop_controls(sheet->csv) > 0)
        sheet_warn(sheet, "control-character", "control characters left out of its cells");
}

/* Whether the record that was just read can be used; counted either way. */
static bool sheet_takes(struct sheet *sheet)
{
    size_t count = sheet_width(sheet);

    sheet->records++;
    if (sheet_is_empty(sheet, 0)) {
        sheet->blank++;
        return false;
    }
    if (count != sheet->header.names->len)
        return sheet_refuse_ragged(sheet, count);
    if (header_is_repeated(&sheet->header, sheet->csv))
        return sheet_refuse_raw(sheet, "repeated-header", "the header once more: not a record");
    if (csv_literal(sheet->csv) || csv_lines(sheet->csv) > 1)
        sheet_look_twice(sheet);
    if (!csv_plain(sheet->csv))
        sheet_drop_controls(sheet);
    return true;
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
            sheet_refuse_raw(sheet, csv_what(sheet->csv), csv_why(sheet->csv));
            break;
        case CSV_RECORD:
            if (sheet_takes(sheet))
                return true;
            break;
        }
    }
}

bool sheet_look_ahead(struct sheet *sheet, size_t room, sheet_visit visit, void *data)
{
    enum csv_got got;
    bool on = true;

    csv_hold(sheet->csv);
    while (on && (got = csv_next(sheet->csv)) != CSV_END) {
        if (got == CSV_RECORD && sheet_width(sheet) == sheet->header.names->len &&
            !header_is_repeated(&sheet->header, sheet->csv)) {
            csv_drop_controls(sheet->csv);
            on = visit(sheet, data);
        }
        on = on && csv_held(sheet->csv) < room;
    }
    csv_rewind(sheet->csv);
    csv_release(sheet->csv);
    return on;
}

char sheet_delimiter(const struct sheet *sheet)
{
    return csv_delimiter(sheet->csv);
}

size_t sheet_columns(const struct sheet *sheet)
{
    return sheet->header.names->len;
}

const char *sheet_name(const struct sheet *sheet, size_t column)
{
    return sheet->header.names->pdata[column];
}

int sheet_find(const struct sheet *sheet, const char *name)
{
    return header_find(&sheet->header, name);
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
