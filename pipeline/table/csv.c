#include "table/csv.h"

#include "base/fail.h"
#include "table/controls.h"
#include "table/csv_inside.h"
#include "table/delimiter.h"

#include <string.h>

enum { BROKEN_LIMIT = 1000, RAW_LIMIT = 200, DECIDE_ROOM = 64 << 10 };

/* The most bytes that records with broken quotes may have had beyond their first line, in all. */
static const size_t again_limit = (size_t)256 << 20;

struct csv *csv_new(struct csv_source *source, enum csv_way way)
{
    struct csv *csv = g_new0(struct csv, 1);

    csv->way = way;
    csv_fast_open(&csv->fast, way == CSV_FAST   ? INDEX_AVX512
                              : way == CSV_AVX2 ? INDEX_AVX2
                              : way == CSV_SSE2 ? INDEX_SSE2
                                                : INDEX_PORTABLE);
    csv_window_open(&csv->window, source);
    csv->judge = csv_judge_new();
    csv->record = g_new(struct record, 1);
    record_open(csv->record);
    return csv;
}

struct csv *csv_open_way(const char *path, enum csv_way way)
{
    return csv_new(csv_source_open(path), way);
}

struct csv *csv_open(const char *path)
{
    return csv_open_way(path, CSV_FAST);
}

void csv_close(struct csv *csv)
{
    csv_judge_free(csv->judge);
    csv_fast_close(&csv->fast);
    csv_window_close(&csv->window);
    record_close(csv->record);
    g_free(csv->record);
    g_free(csv);
}

/* The very first line may say the delimiter. */
void csv_begin(struct csv *csv)
{
    char *line;
    size_t length;

    csv_window_fill(&csv->window);
    csv->delimiter = delimiter_said(csv->window.buffer, csv->window.end);
    csv->said = csv->delimiter != '\0';
    csv->decided = csv->said;
    if (csv->said) {
        csv_window_line(&csv->window, &line, &length);
        csv_judge_delimiter(csv->judge, csv->delimiter);
    }
}

/* The first record that can tell decides: not a blank one, nor a remark such as `# version 1`. */
static void csv_decide(struct csv *csv)
{
    const char *text;
    size_t left;
    size_t blanks = 0;
    size_t found;

    if (csv->window.end - csv->window.at < DECIDE_ROOM)
        csv_window_fill(&csv->window);
    text = csv->window.buffer + csv->window.at;
    left = csv->window.end - csv->window.at;
    while (blanks < left && (text[blanks] == ' ' || text[blanks] == '\t'))
        blanks++;
    csv->delimiter = delimiter_find(text, left, &found);
    csv->decided = blanks < left && text[blanks] != '\r' && text[blanks] != '\n' &&
                   (*text != '#' || found > 0);
    csv_judge_delimiter(csv->judge, csv->delimiter);
}

/* Counts what broken quotes cost: the lines that were read for nothing. */
static void csv_count_broken(struct csv *csv, size_t reached)
{
    csv->again += reached;
    if (++csv->broken > BROKEN_LIMIT || csv->again > again_limit)
        fail_named(
            "misplaced-quotes", "%s:%zu: more than %d %s; is this CSV?", csv_name(csv),
            csv->record->line, csv->broken > BROKEN_LIMIT ? BROKEN_LIMIT : (int)(again_limit >> 20),
            csv->broken > BROKEN_LIMIT ? "lines with a misplaced quote"
                                       : "MiB read again behind quotes that are never closed");
}

static enum csv_got csv_ask_judge(struct csv *csv)
{
    size_t line = csv->window.line;
    enum csv_got got =
        csv_judge_record(csv->judge, &csv->window, csv->record, &csv->fault, &csv->record->literal);

    if (got != CSV_END)
        csv->record->line = line;
    csv->record->lines = csv->window.line - line;
    if (csv->fault.broken)
        csv_count_broken(csv, csv->fault.reached);
    return got;
}

/* Where nothing is looked at twice, the index tries first: cells of its records end in a NUL where
 * the file has something else. */
static enum csv_got csv_read(struct csv *csv)
{
    size_t line = csv->window.line;
    enum csv_fast_got got = FAST_NOT;

    if (csv->way != CSV_JUDGED && csv->decided && !csv->window.held)
        got = csv_fast_record(&csv->fast, &csv->window, csv->delimiter, csv->record);
    csv->start = csv->window.at - csv->window.begin;
    if (got == FAST_NOT)
        return csv_ask_judge(csv);
    csv->fault = (struct record_fault){NULL, NULL, false, 0};
    csv->record->literal = false;
    csv->start = 0;
    if (got == FAST_END)
        return CSV_END;
    csv->record->line = line;
    csv->record->lines = csv->window.line - line;
    return got == FAST_BLANK ? CSV_BLANK : CSV_RECORD;
}

enum csv_got csv_next(struct csv *csv)
{
    if (csv_plain_next(csv))
        return CSV_RECORD;
    if (csv->delimiter == '\0')
        csv_begin(csv);
    csv_window_begin(&csv->window);
    if (!csv->decided)
        csv_decide(csv);
    return csv_read(csv);
}

const struct record *csv_record(const struct csv *csv)
{
    return csv->record;
}

size_t csv_count(const struct csv *csv)
{
    return csv->record->count;
}

/* Cell i as it is, which most often needs no cutting. */
static struct cell csv_look(const struct csv *csv, size_t i)
{
    if (csv->record->outline.ends != NULL && csv->record->outline.doubles > 0)
        record_cut(csv->record);
    return record_cell(csv->record, i);
}

const char *csv_text(const struct csv *csv, size_t i)
{
    return csv_look(csv, i).text;
}

const char *csv_cell(const struct csv *csv, size_t i)
{
    const struct cell *cell;

    record_settled(csv->record);
    cell = &csv->record->cells[i];
    cell->text[cell->length] = '\0';
    return cell->text;
}

size_t csv_length(const struct csv *csv, size_t i)
{
    return csv_look(csv, i).length;
}

bool csv_plain(const struct csv *csv)
{
    return csv->record->plain;
}

size_t csv_drop_controls(struct csv *csv)
{
    size_t dropped = 0;

    record_settled(csv->record);
    for (size_t i = 0; i < csv->record->count; i++) {
        struct cell *cell = &csv->record->cells[i];
        size_t left = controls_drop(cell->text, cell->length);

        dropped += left < cell->length;
        cell->length = left;
    }
    return dropped;
}

size_t csv_line(const struct csv *csv)
{
    return csv->record->line;
}

size_t csv_lines(const struct csv *csv)
{
    return csv->record->lines;
}

bool csv_literal(const struct csv *csv)
{
    return csv->record->literal;
}

const char *csv_what(const struct csv *csv)
{
    return csv->fault.what;
}

const char *csv_why(const struct csv *csv)
{
    return csv->record->literal
               ? "a quote stands in the middle of a cell that does not begin with one"
           : csv->fault.what == NULL ? NULL
                                     : csv->fault.why;
}

char *csv_raw(const struct csv *csv)
{
    return csv_window_show(&csv->window, csv->start, RAW_LIMIT);
}

char csv_delimiter(const struct csv *csv)
{
    return csv->delimiter;
}

void csv_undecide(struct csv *csv)
{
    csv_fast_forget(&csv->fast);
    csv->decided = csv->said;
}

enum encoding csv_encoding(const struct csv *csv)
{
    return csv_source_encoding(csv->window.source);
}

bool csv_ctrl_z(const struct csv *csv)
{
    return csv_source_ctrl_z(csv->window.source);
}

const char *csv_name(const struct csv *csv)
{
    return csv_source_name(csv->window.source);
}
