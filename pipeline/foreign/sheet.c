#include "foreign/sheet_parts.h"

#include <string.h>

/* Where the columns stand of which the program leaves some out. */
static void sheet_find_padded(struct sheet *sheet)
{
    const struct header *header = &sheet->header;
    const char *padded = header->vendor == NULL ? NULL : header->vendor->padded;

    for (guint i = 0; padded != NULL && i < header->names->len; i++) {
        if (g_ascii_strcasecmp(header->texts->pdata[i], padded) != 0)
            continue;
        sheet->pad_from = sheet->pad_most == 0 ? i : sheet->pad_from;
        sheet->pad_most++;
    }
}

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

struct header *sheet_own_header(struct sheet *sheet)
{
    return &sheet->header;
}

void sheet_read_header(struct sheet *sheet, const struct columns *columns, char *const *maps)
{
    header_read(&sheet->header, sheet->csv, columns, maps, sheet->ledger);
    sheet_find_padded(sheet);
}

struct sheet *sheet_open(const char *path, const struct columns *columns, char *const *maps,
                         struct ledger *ledger)
{
    struct sheet *sheet = sheet_begin(path, ledger);

    sheet_read_header(sheet, columns, maps);
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
        if (got == CSV_RECORD && sheet_fits(sheet, sheet_width(sheet)) &&
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

/* The cell of the record for a column; the count of cells where its program left it out. */
static size_t sheet_place(const struct sheet *sheet, size_t column)
{
    size_t from = sheet->pad_from + sheet->pad_most;

    if (sheet->gap == 0 || column < from - sheet->gap)
        return column;
    return column < from ? csv_count(sheet->csv) : column - sheet->gap;
}

const char *sheet_cell(const struct sheet *sheet, int column)
{
    size_t place = column < 0 ? SIZE_MAX : sheet_place(sheet, (size_t)column);

    return place >= csv_count(sheet->csv) ? "" : csv_cell(sheet->csv, place);
}

size_t sheet_length(const struct sheet *sheet, int column)
{
    size_t place = column < 0 ? SIZE_MAX : sheet_place(sheet, (size_t)column);

    return place >= csv_count(sheet->csv) ? 0 : csv_length(sheet->csv, place);
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

const struct header *sheet_header(const struct sheet *sheet)
{
    return &sheet->header;
}

void sheet_refuse_line(struct sheet *sheet, size_t line, const char *what, const char *value,
                       const char *action)
{
    if (sheet->refused++ == 0)
        sheet->refusal = g_strdup_printf("%s:%zu: %s \"%s\": %s", csv_name(sheet->csv), line, what,
                                         value, action);
    ledger_line(sheet->ledger, LEDGER_REFUSED, csv_name(sheet->csv), line, what, value, action);
}

void sheet_refuse(struct sheet *sheet, const char *what, const char *value, const char *action)
{
    sheet_refuse_line(sheet, csv_line(sheet->csv), what, value, action);
}
