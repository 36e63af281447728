#include "foreign/sheet.h"

#include "base/fail.h"
#include "foreign/letters.h"
#include "foreign/sheet_inside.h"
#include "table/csv.h"

enum { HOPELESS = 1000000 }; /* records, all refused */

struct sheet *sheet_begin(const char *path, struct ledger *ledger)
{
    struct sheet *sheet = g_new0(struct sheet, 1);

    sheet->csv = csv_open(path);
    sheet->record = csv_record(sheet->csv);
    sheet->encoding = csv_encoding(sheet->csv);
    sheet->ledger = ledger;
    return sheet;
}

struct csv *sheet_csv(struct sheet *sheet)
{
    return sheet->csv;
}

struct header *sheet_header_room(struct sheet *sheet)
{
    return &sheet->header;
}

const struct header *sheet_header(const struct sheet *sheet)
{
    return &sheet->header;
}

struct sheet *sheet_open(const char *path, const struct columns *columns, char *const *maps,
                         struct ledger *ledger)
{
    struct sheet *sheet = sheet_begin(path, ledger);

    header_read(&sheet->header, sheet->csv, columns, maps, ledger);
    header_tell_kept(&sheet->header, csv_name(sheet->csv), ledger, NULL, NULL);
    return sheet;
}

void sheet_close(struct sheet *sheet)
{
    const char *file = csv_name(sheet->csv);

    if (csv_encoding(sheet->csv) != sheet->encoding)
        ledger_add(sheet->ledger, LEDGER_NOTE, file, "", "encoding",
                   encoding_name(csv_encoding(sheet->csv)),
                   "from the first byte on that is not ASCII; converted to UTF-8");
    if (csv_ctrl_z(sheet->csv))
        ledger_add(sheet->ledger, LEDGER_NOTE, file, "", "ctrl-z", "",
                   "the mark that ends a file under DOS: left out");
    if (sheet->letters != NULL)
        letters_close(sheet->letters, sheet, sheet->ledger);
    ledger_count(sheet->ledger, file, "records", (int64_t)sheet->records);
    ledger_count(sheet->ledger, file, "accepted", (int64_t)sheet_accepted(sheet));
    ledger_count(sheet->ledger, file, "refused", (int64_t)sheet->refused);
    ledger_count(sheet->ledger, file, "blank", (int64_t)sheet->blank);
    csv_close(sheet->csv);
    header_free(&sheet->header);
    g_free(sheet->refusal);
    g_free(sheet);
}

size_t sheet_size(const struct sheet *sheet)
{
    return csv_size(sheet->csv);
}

/* A look ahead by a second reader, which keeps nothing. */
void sheet_look_through(struct sheet *sheet, sheet_visit visit, void *data)
{
    struct csv *own = sheet->csv;
    size_t gap = sheet->gap;

    sheet->csv = csv_open_again(own);
    sheet->record = csv_record(sheet->csv);
    sheet_look_ahead(sheet, SIZE_MAX, visit, data);
    csv_close(sheet->csv);
    sheet->csv = own;
    sheet->record = csv_record(own);
    sheet->gap = gap;
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

bool sheet_is_bared(const struct sheet *sheet, int column)
{
    size_t place = column < 0 ? SIZE_MAX : sheet_place(sheet, (size_t)column);

    return place < csv_count(sheet->csv) && csv_is_bared(sheet->csv, place);
}

enum encoding sheet_encoding(const struct sheet *sheet)
{
    return csv_encoding(sheet->csv);
}

const struct record *sheet_record(const struct sheet *sheet)
{
    return sheet->record;
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

/* So many records that nothing but refused ones will come: a stream may have no end. */
static void sheet_give_up(const struct sheet *sheet)
{
    if (sheet->refused >= HOPELESS && sheet_accepted(sheet) == 0)
        fail_named("none-accepted",
                   "not one of the first million rows could be read; the first: %s",
                   sheet->refusal);
}

void sheet_refuse_line(struct sheet *sheet, size_t line, const char *what, const char *value,
                       const char *action)
{
    if (sheet->refused++ == 0)
        sheet->refusal = g_strdup_printf("%s:%zu: %s \"%s\": %s", csv_name(sheet->csv), line, what,
                                         value, action);
    ledger_line(sheet->ledger, LEDGER_REFUSED, csv_name(sheet->csv), line, what, value, action);
    sheet_give_up(sheet);
}

void sheet_refuse(struct sheet *sheet, const char *what, const char *value, const char *action)
{
    sheet_refuse_line(sheet, csv_line(sheet->csv), what, value, action);
}
