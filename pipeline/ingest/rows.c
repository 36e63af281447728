#include "ingest/rows.h"

#include "foreign/tidy.h"
#include "ingest/extent.h"
#include "ingest/origin.h"
#include "table/guard.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

/* What all rows of a record have. */
struct row {
    const double *extent;
    char *source;
    char *unit;
    char *speaker;
};

/* A name or word of this record, tidied; borrowed until the next one. */
static const char *rows_word(const struct rows *rows, int column)
{
    return tidied_cell(rows->tidied, rows->sheet, column);
}

/* Writes a text as it stands, without what others put around it. */
static void rows_text(const struct rows *rows, const char *cell, size_t length)
{
    const char *text = guard_unguarded(cell);

    if (text != cell)
        tidied_guarded(rows->tidied, rows->sheet, rows->fields->fixed[TEXT]);
    length -= (size_t)(text - cell);
    text = vendor_text(sheet_header(rows->sheet)->vendor, text, &length);
    writer_bytes(rows->writer, text, length);
}

/* Writes a cell: outer space belongs to a text and to nothing else, "w1 " is w1. */
static void rows_cell(const struct rows *rows, int column)
{
    const char *typed = typed_text(rows->typed, column);
    const char *cell = sheet_cell(rows->sheet, column);
    size_t length = sheet_length(rows->sheet, column);

    if (typed != NULL)
        writer_text(rows->writer, typed);
    else if (column == rows->fields->fixed[TEXT])
        rows_text(rows, cell, length);
    else
        writer_text(rows->writer, rows_word(rows, column));
}

/* Who speaks: the column says it, else a label among the codes, else the track. To be freed. */
static char *rows_speaker(const struct rows *rows, const struct codings *codings,
                          const struct row *row)
{
    const char *speaker = rows_word(rows, rows->fields->fixed[SPEAKER]);
    const struct vendor *vendor = sheet_header(rows->sheet)->vendor;

    if (vendor != NULL && g_strcmp0(vendor->nobody, speaker) == 0)
        return g_strdup("");
    if (rows->track == NULL || *speaker != '\0')
        return g_strdup(speaker);
    if (codings_speaker(codings) != NULL)
        return g_strdup(codings_speaker(codings));
    return g_strdup(track_speaker(rows->track, row->source, row->unit, row->extent));
}

/* --role first, then the column, then the context file, then a label that is a role. */
static const char *rows_role(const struct rows *rows, const char *speaker)
{
    const char *text = roles_given(rows->roles, speaker);

    if (text == NULL)
        text = rows_word(rows, rows->fields->fixed[ROLE]);
    if (*text == '\0')
        text = beside_role(rows->beside, rows->sheet);
    if (*text == '\0' && rows->track != NULL)
        return roles_named(rows->roles, speaker);
    return roles_meaning(rows->roles, text, sheet_file(rows->sheet), sheet_line(rows->sheet));
}

static void rows_say(const struct rows *rows, const char *what, const char *action)
{
    ledger_line(rows->ledger, LEDGER_WARNING, sheet_file(rows->sheet), sheet_line(rows->sheet),
                what, "", action);
}

/* The source of the record; said when it is empty. To be freed. */
static char *rows_source(const struct rows *rows)
{
    int column = rows->fields->fixed[SOURCE];
    const char *source = column < 0 ? rows->stem : rows_word(rows, column);

    if (*source == '\0')
        rows_say(rows, "source-empty",
                 "no source: such rows count as one conversation without a name");
    return g_strdup(source);
}

/* The unit's own name, else its extent, else the number of the record. To be freed. */
static char *rows_unit(const struct rows *rows, const double extent[2])
{
    const char *unit = rows_word(rows, rows->fields->fixed[UNIT]);
    bool empty = rows->fields->fixed[UNIT] >= 0 && *unit == '\0';
    char text[EXTENT_ROOM] = "record ";

    if (empty)
        rows_say(rows, "unit-empty", "no unit named: its place, or its number, stands in");
    if (*unit != '\0')
        return g_strdup(unit);
    if (!isnan(extent[0])) {
        extent_name(text, extent);
        return g_strdup(text);
    }
    number_write_count(text + strlen(text), (int64_t)sheet_records(rows->sheet));
    return g_strdup(empty ? text : text + strlen("record "));
}

static void rows_write_one(const struct rows *rows, const struct row *row,
                           const struct coding *coding)
{
    struct writer *out = rows->writer;

    writer_text(out, row->source);
    writer_text(out, row->unit);
    writer_number(out, row->extent[0]);
    writer_number(out, row->extent[1]);
    writer_text(out, row->speaker);
    writer_text(out, rows_role(rows, row->speaker));
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

/* What tells one unit from another: its name or place; where it has neither, its text. */
static const char *rows_same(const struct rows *rows, const struct row *row)
{
    const int *fixed = rows->fields->fixed;

    return fixed[UNIT] < 0 && fixed[START] < 0 ? sheet_cell(rows->sheet, fixed[TEXT]) : row->unit;
}

/* What somebody should look at, row by row. */
static void rows_watch(const struct rows *rows, const struct row *row, const struct coding *coding)
{
    const char *coder =
        coding->coder != NULL ? coding->coder : rows_word(rows, rows->fields->fixed[CODER]);
    const char *unit = rows_same(rows, row);
    const struct repeats_row same = {{unit, coder, coding->code},
                                     {strlen(unit), strlen(coder), strlen(coding->code)}};

    alike_look_at(rows->alike, rows->sheet, ALIKE_CODER, coder);
    eaten_meet(rows->eaten, "code", coding->code, rows->sheet);
    if (*coding->code != '\0' && *unit != '\0')
        repeats_look(rows->repeats, &same, sheet_file(rows->sheet), sheet_line(rows->sheet));
    if (rows->gaps != NULL)
        gaps_look(rows->gaps, row->unit, strlen(row->unit));
}

size_t rows_enter(const struct rows *rows, const char *source)
{
    repeats_enter(rows->repeats, source);
    return rows->gaps != NULL ? gaps_enter(rows->gaps, source) : 0;
}

void rows_look(const struct rows *rows, const char *source)
{
    alike_look_at(rows->alike, rows->sheet, ALIKE_SOURCE, source);
}

void rows_return(const struct rows *rows, const char *source, size_t number)
{
    repeats_enter(rows->repeats, source);
    if (rows->gaps != NULL)
        gaps_return(rows->gaps, number);
}

void rows_write(const struct rows *rows, const struct codings *codings, const double extent[2])
{
    struct row row = {.extent = extent};

    if (codings_count(codings) == 0)
        return;
    row.source = rows_source(rows);
    rows_enter(rows, row.source);
    rows_look(rows, row.source);
    row.unit = rows_unit(rows, extent);
    eaten_meet(rows->eaten, "unit", row.unit, rows->sheet);
    row.speaker = rows_speaker(rows, codings, &row);
    for (guint i = 0; i < codings_count(codings); i++) {
        rows_watch(rows, &row, codings_at(codings, i));
        rows_write_one(rows, &row, codings_at(codings, i));
    }
    g_free(row.source);
    g_free(row.unit);
    g_free(row.speaker);
}
