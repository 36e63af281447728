#include "foreign/sheet_parts.h"
#include "foreign/suspect.h"

static bool sheet_is_empty(const struct sheet *sheet, size_t from)
{
    for (size_t i = from; i < csv_count(sheet->csv); i++)
        if (csv_length(sheet->csv, i) > 0)
            return false;
    return true;
}

bool sheet_refuse_raw(struct sheet *sheet, const char *what, const char *action)
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

size_t sheet_width(const struct sheet *sheet)
{
    size_t columns = sheet->header.names->len;
    size_t count = csv_count(sheet->csv);

    if (count == columns + sheet->header.dropped && sheet_is_empty(sheet, columns))
        return columns;
    return count;
}

bool sheet_fits(struct sheet *sheet, size_t count)
{
    size_t columns = sheet->header.names->len;

    sheet->gap = count < columns && columns - count <= sheet->pad_most ? columns - count : 0;
    return count + sheet->gap == columns;
}

static void sheet_warn(struct sheet *sheet, const char *what, const char *action)
{
    char *raw = csv_raw(sheet->csv);

    ledger_line(sheet->ledger, LEDGER_WARNING, csv_name(sheet->csv), csv_line(sheet->csv), what,
                raw, action);
    g_free(raw);
}

static void sheet_look_twice(struct sheet *sheet)
{
    if (csv_literal(sheet->csv))
        sheet_warn(sheet, "quote-in-cell",
                   "quotes kept as they stand: the cell does not begin with one");
    if (csv_lines(sheet->csv) > 1 && suspect_record(sheet->csv, sheet->header.texts->len))
        sheet_warn(sheet, "suspect-cell",
                   "a cell holds a line that looks like a record: is a quote missing?");
}

/* Control characters go: what they are for, no cell needs. */
static void sheet_drop_controls(struct sheet *sheet)
{
    if (csv_drop_controls(sheet->csv) > 0)
        sheet_warn(sheet, "control-character", "control characters left out of its cells");
}

bool sheet_takes(struct sheet *sheet)
{
    size_t count = sheet_width(sheet);

    sheet->records++;
    if (sheet_is_empty(sheet, 0)) {
        sheet->blank++;
        return false;
    }
    if (!sheet_fits(sheet, count))
        return sheet_refuse_ragged(sheet, count);
    if (sheet->gap > 0 && !sheet->padded)
        sheet_warn(sheet, "cells-missing",
                   "cells left out of the middle: the last columns are read from the right");
    sheet->padded = sheet->padded || sheet->gap > 0;
    if (header_is_repeated(&sheet->header, sheet->csv))
        return sheet_refuse_raw(sheet, "repeated-header", "the header once more: not a record");
    if (csv_literal(sheet->csv) || csv_lines(sheet->csv) > 1)
        sheet_look_twice(sheet);
    if (!csv_plain(sheet->csv))
        sheet_drop_controls(sheet);
    return true;
}
