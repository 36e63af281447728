/* The records of a sheet, one by one: which of them can be used. */

#include "base/fail.h"
#include "foreign/letters.h"
#include "foreign/sheet_inside.h"
#include "foreign/suspect.h"
#include "foreign/tidy.h"

#include <string.h>

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
    size_t columns = sheet_wanted(sheet);
    bool beyond = count == sheet->header.names->len + sheet->header.dropped;
    char *action = g_strdup_printf("%zu cells, the header %zu: its cells cannot be told apart",
                                   count, columns);

    sheet_refuse_raw(sheet, count < columns ? "ragged-short" : "ragged-long",
                     beyond ? "a value in a column without a header" : action);
    g_free(action);
    return false;
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

/* Whether the record that was just read can be used; counted either way. */
static bool sheet_takes(struct sheet *sheet)
{
    size_t count = sheet_width(sheet);

    sheet->records++;
    if (sheet_is_empty(sheet, 0)) {
        sheet->blank++;
        return false;
    }
    if (!sheet_fits(sheet, count))
        return sheet_refuse_ragged(sheet, csv_count(sheet->csv));
    if (sheet->gap > 0 && !sheet->padded)
        sheet_warn(sheet, "cells-missing",
                   "cells left out of the middle: the last columns are read from the right");
    sheet->padded = sheet->padded || sheet->gap > 0;
    if (header_is_repeated(&sheet->header, sheet->csv))
        return sheet_refuse_raw(sheet, "repeated-header", "the header once more: not a record");
    if (header_is_shuffled(&sheet->header, sheet->csv))
        fail_named(
            "headers-shuffled",
            "%s:%zu: the headers once more, in another order or with others among them: are these "
            "two files, one behind the other? Read each by itself",
            csv_name(sheet->csv), csv_line(sheet->csv));
    sheet_look_twice(sheet);
    if (!csv_plain(sheet->csv)) {
        sheet_drop_controls(sheet);
        letters_look(sheet->letters, sheet);
    }
    return true;
}

/* Whether a look tells that the record is one: as many cells as the header, the first one not empty
 * and otherwise at its ends than headers are (in capitals or not, or with a byte order mark), and
 * no control characters. */
static inline bool sheet_is_record(const struct sheet *sheet)
{
    const struct record *record = sheet->record;
    struct cell first = record_cell(record, 0);

    return record->count == sheet->columns && first.length > 0 &&
           !sheet_may_be_header(sheet, first) && *first.text != '\xef' && record->plain;
}

/* Whether nothing needs to be said of it either: it is one line, without quotes in a cell that does
 * not begin with one. */
static inline bool sheet_is_simple(const struct sheet *sheet)
{
    const struct record *record = sheet->record;

    return record->lines == 1 && !record->literal;
}

/* Takes such a record. */
static inline bool sheet_accepts(struct sheet *sheet)
{
    sheet->gap = 0;
    sheet->records++;
    if (!sheet_is_simple(sheet))
        sheet_look_twice(sheet);
    return true;
}

/* What a first cell has to look like to be this header. */
static void sheet_start_header(struct sheet *sheet, const char *text, bool own)
{
    unsigned char first = sheet_small(*text);
    size_t length = strlen(text);

    if (length == 0)
        return;
    sheet->own_first = own ? first : sheet->own_first;
    sheet->own_last = own ? sheet_small(text[length - 1]) : sheet->own_last;
    sheet->first[first] = true;
    sheet->last[sheet_small(text[length - 1])] = true;
    sheet->lengths |= length < SHEET_LENGTHS ? (uint64_t)1 << length : 0;
    sheet->looks[first] = LOOK_LETTERS;
    sheet->looks[first & ~0x20] = LOOK_LETTERS;
}

/* The bytes that a first cell like a header begins with, as it stands or without the spaces around
 * it, or one that is quoted or empty. */
static void sheet_start_looked(struct sheet *sheet)
{
    for (guint i = 0; i < sheet->header.texts->len; i++) {
        const char *text = sheet->header.texts->pdata[i];
        char *label = tidy_label(text);

        sheet_start_header(sheet, label, false);
        sheet_start_header(sheet, text, i == 0);
        g_free(label);
    }
    sheet->looks['"'] = LOOK_TWICE;
    sheet->looks[0xef] = LOOK_TWICE;
    sheet->looks[(unsigned char)csv_delimiter(sheet->csv)] = LOOK_TWICE;
}

void sheet_start(struct sheet *sheet)
{
    const struct header *header = &sheet->header;
    const char *padded = header->vendor == NULL ? NULL : header->vendor->padded;

    sheet->started = true;
    sheet->letters = letters_new(sheet);
    sheet_start_looked(sheet);
    for (guint i = 0; padded != NULL && i < header->names->len; i++) {
        if (g_ascii_strcasecmp(header->texts->pdata[i], padded) != 0)
            continue;
        sheet->pad_from = sheet->pad_most == 0 ? i : sheet->pad_from;
        sheet->pad_most++;
    }
    sheet_start_width(sheet);
    sheet->columns = sheet->trailed ? SIZE_MAX : header->names->len;
}

bool sheet_next(struct sheet *sheet)
{
    return sheet_next_plain(sheet);
}

bool sheet_next_got(struct sheet *sheet, enum csv_got got)
{
    for (;; got = csv_next(sheet->csv)) {
        switch (got) {
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
            if (sheet_is_record(sheet) ? sheet_accepts(sheet) : sheet_takes(sheet))
                return true;
            break;
        }
    }
}

bool sheet_look_ahead(struct sheet *sheet, size_t room, sheet_visit visit, void *data)
{
    enum csv_got got;
    bool on = true;

    if (!sheet->started)
        sheet_start(sheet);
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
