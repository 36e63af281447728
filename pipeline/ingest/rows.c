#include "ingest/rows.h"

#include "foreign/tidy.h"
#include "ingest/extent.h"
#include "ingest/origin.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

/* A name or word of this record, tidied; borrowed until the next one. */
static const char *rows_word(const struct rows *rows, int column)
{
    size_t length = sheet_length(rows->sheet, column);
    const char *cell = sheet_cell(rows->sheet, column);

    if (!tidy_is_needed(cell, length))
        return cell;
    tidy_word(rows->word, cell, length);
    return rows->word->str;
}

/* Writes a cell: outer space belongs to a text and to nothing else, "w1 " is w1. */
static void rows_cell(const struct rows *rows, int column)
{
    const char *typed = typed_text(rows->typed, column);
    const char *cell = sheet_cell(rows->sheet, column);
    size_t length = sheet_length(rows->sheet, column);

    if (typed != NULL)
        writer_text(rows->writer, typed);
    else if (column == rows->fields->fixed[TEXT] || !tidy_is_needed(cell, length))
        writer_bytes(rows->writer, cell, length);
    else
        writer_text(rows->writer, rows_word(rows, column));
}

/* --role first, then the column, then the context file. */
static const char *rows_role(const struct rows *rows)
{
    const char *text = roles_given(rows->roles, rows_word(rows, rows->fields->fixed[SPEAKER]));

    if (text == NULL)
        text = rows_word(rows, rows->fields->fixed[ROLE]);
    if (*text == '\0')
        text = beside_role(rows->beside, rows->sheet);
    return roles_meaning(rows->roles, text, sheet_file(rows->sheet), sheet_line(rows->sheet));
}

static void rows_say(const struct rows *rows, const char *what, const char *action)
{
    ledger_line(rows->ledger, LEDGER_WARNING, sheet_file(rows->sheet), sheet_line(rows->sheet),
                what, "", action);
}

static void rows_source(const struct rows *rows)
{
    int column = rows->fields->fixed[SOURCE];
    const char *source = column < 0 ? rows->stem : rows_word(rows, column);

    if (*source == '\0')
        rows_say(rows, "source-empty",
                 "no source: such rows count as one conversation without a name");
    writer_text(rows->writer, source);
}

/* The unit's own name, else its extent, else the number of the record. */
static void rows_unit(const struct rows *rows, const double extent[2])
{
    const char *unit = rows_word(rows, rows->fields->fixed[UNIT]);
    bool empty = rows->fields->fixed[UNIT] >= 0 && *unit == '\0';
    char text[EXTENT_ROOM] = "record ";

    if (empty)
        rows_say(rows, "unit-empty", "no unit named: its place, or its number, stands in");
    if (*unit != '\0') {
        writer_text(rows->writer, unit);
    } else if (!isnan(extent[0])) {
        extent_name(text, extent);
        writer_text(rows->writer, text);
    } else {
        number_write_count(text + strlen(text), (int64_t)sheet_records(rows->sheet));
        writer_text(rows->writer, empty ? text : text + strlen("record "));
    }
}

void rows_write(const struct rows *rows, const struct coding *coding, const double extent[2])
{
    struct writer *out = rows->writer;

    rows_source(rows);
    rows_unit(rows, extent);
    writer_number(out, extent[0]);
    writer_number(out, extent[1]);
    rows_cell(rows, rows->fields->fixed[SPEAKER]);
    writer_text(out, rows_role(rows));
    if (coding->coder != NULL)
        writer_text(out, coding->coder);
    else
        rows_cell(rows, rows->fields->fixed[CODER]);
    writer_text(out, coding->code);
    rows_cell(rows, rows->fields->fixed[TEXT]);
    for (guint i = 0; i < rows->fields->extra->len; i++)
        rows_cell(rows, g_array_index(rows->fields->extra, int, i));
    beside_write(rows->beside, rows->sheet, out);
    origin_write(out, sheet_file(rows->sheet), sheet_line(rows->sheet));
    writer_row(out);
}
