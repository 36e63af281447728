/* How many cells a record is to have. */

#include "foreign/sheet_inside.h"
#include "table/csv.h"

enum { AHEAD = 8 << 20, LEAST = 2 };

bool sheet_is_empty(const struct sheet *sheet, size_t from)
{
    for (size_t i = from; i < csv_count(sheet->csv); i++)
        if (csv_length(sheet->csv, i) > 0)
            return false;
    return true;
}

size_t sheet_wanted(const struct sheet *sheet)
{
    return sheet->header.names->len + (sheet->trailed ? sheet->header.dropped : 0);
}

size_t sheet_width(const struct sheet *sheet)
{
    size_t columns = sheet->header.names->len;
    size_t count = csv_count(sheet->csv);

    if (count == columns + sheet->header.dropped && sheet_is_empty(sheet, columns))
        return columns;
    if (count == columns && sheet->trailed && sheet_is_empty(sheet, columns - 1))
        return columns - 1; /* is its last cell there, or the delimiter at the end? */
    return count;
}

bool sheet_fits(struct sheet *sheet, size_t count)
{
    size_t columns = sheet->header.names->len;

    sheet->gap = count < columns && columns - count <= sheet->pad_most ? columns - count : 0;
    return count + sheet->gap == columns;
}

/* Of the records that were looked at. */
struct widths {
    size_t beyond; /* columns without a header, all empty */
    size_t records;
    size_t wide;   /* those that have these columns, */
    size_t narrow; /* and those that have the columns with a header alone */
};

/* Whether blanks stand around a cell: a comma within a text has them behind it, a delimiter at the
 * end of a row does not. */
static bool widths_is_text(const struct sheet *sheet)
{
    for (size_t i = 0; i < csv_count(sheet->csv); i++)
        if (csv_is_bared(sheet->csv, i))
            return true;
    return false;
}

static bool widths_is_wide(const struct widths *widths, const struct sheet *sheet)
{
    size_t columns = sheet->header.names->len;

    return widths->beyond > 0 && csv_count(sheet->csv) == columns + widths->beyond &&
           sheet_is_empty(sheet, columns) && (sheet->header.dropped > 0 || !widths_is_text(sheet));
}

/* Counts a record; false when no more need be looked at. */
static bool widths_count(struct widths *widths, const struct sheet *sheet)
{
    size_t columns = sheet->header.names->len;
    size_t count = csv_count(sheet->csv);

    if (widths->records++ == 0 && widths->beyond == 0)
        widths->beyond = count > columns ? count - columns : 0;
    widths->wide += widths_is_wide(widths, sheet);
    widths->narrow += count == columns;
    return sheet->header.dropped > 0 || widths->wide == widths->records;
}

static struct widths widths_look(struct sheet *sheet)
{
    struct widths widths = {.beyond = sheet->header.dropped};
    enum csv_got got;
    bool on = true;

    csv_hold(sheet->csv);
    while (on && csv_held(sheet->csv) < AHEAD && (got = csv_next(sheet->csv)) != CSV_END)
        if (got == CSV_RECORD && !sheet_is_empty(sheet, 0) &&
            !header_is_repeated(&sheet->header, sheet->csv))
            on = widths_count(&widths, sheet);
    csv_rewind(sheet->csv);
    csv_release(sheet->csv);
    return widths;
}

void sheet_start_width(struct sheet *sheet)
{
    struct widths widths = widths_look(sheet);
    char *value;

    if (sheet->header.dropped > 0) {
        sheet->trailed = widths.wide > 0 && widths.wide >= widths.narrow;
        return;
    }
    sheet->trailed = widths.wide >= LEAST && widths.wide == widths.records;
    if (!sheet->trailed)
        return;
    sheet->header.dropped = (guint)widths.beyond;
    value = g_strdup_printf("%zu", widths.beyond);
    ledger_line(sheet->ledger, LEDGER_NOTE, csv_name(sheet->csv), sheet->header.line,
                "column-dropped", value,
                "each row ends in more delimiters than the header: left out; a record with a "
                "value there is refused");
    g_free(value);
}
