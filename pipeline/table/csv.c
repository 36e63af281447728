#include "table/csv.h"

#include "base/fail.h"
#include "table/delimiter.h"
#include "table/lines.h"
#include "table/record.h"

#include <csv.h>
#include <glib.h>
#include <string.h>

enum { CELL_LIMIT = 16 << 20, CELL_BLOCK = 64 << 10, BAD_LIMIT = 1000 };

struct csv {
    struct csv_parser parser;
    struct lines *lines;
    struct record record;
    bool complete;       /* the record of this line is whole */
    GPtrArray *pending;  /* GString: lines of a record that is still open, for a new start */
    GPtrArray *again;    /* GString: lines to be read again, first one last */
    size_t pending_line; /* physical line of the first pending one */
    size_t again_line;   /* physical line of the next one to be read again */
    size_t line;
    size_t bad;
    const char *why;
    char delimiter;
    bool decided; /* the delimiter is known for good */
    bool marked;
};

/* libcsv asks for memory here, so a cell has a limit: above it libcsv halves its wish, reaches the
 * limit and reports CSV_ENOMEM. */
static void *csv_allocate(void *old, size_t size)
{
    return size > CELL_LIMIT ? NULL : g_try_realloc(old, size);
}

static int csv_is_space(unsigned char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static int csv_is_end(unsigned char byte)
{
    return byte == '\n';
}

static void csv_take_cell(void *text, size_t length, void *data)
{
    record_add(&((struct csv *)data)->record, text, length);
}

static void csv_take_record(int end, void *data)
{
    struct csv *csv = data;

    (void)end;
    csv->complete = true;
}

static void csv_start(struct csv *csv)
{
    const unsigned char options = CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL;

    csv_init(&csv->parser, options);
    csv_set_delim(&csv->parser, (unsigned char)csv->delimiter);
    csv_set_realloc_func(&csv->parser, csv_allocate);
    csv_set_blk_size(&csv->parser, CELL_BLOCK);
}

static void csv_free_line(gpointer line)
{
    g_string_free(line, TRUE);
}

struct csv *csv_open(const char *path)
{
    struct csv *csv = g_new0(struct csv, 1);

    csv->lines = lines_open(path);
    record_open(&csv->record);
    csv->pending = g_ptr_array_new_with_free_func(csv_free_line);
    csv->again = g_ptr_array_new_with_free_func(csv_free_line);
    return csv;
}

void csv_close(struct csv *csv)
{
    if (csv->delimiter != '\0')
        csv_free(&csv->parser);
    lines_close(csv->lines);
    record_close(&csv->record);
    g_ptr_array_free(csv->pending, TRUE);
    g_ptr_array_free(csv->again, TRUE);
    g_free(csv);
}

static bool csv_is_blank(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!csv_is_space((unsigned char)line[i]) && line[i] != '\n')
            return false;
    return true;
}

/* The first line: byte order mark, `sep=`. False when the line is used up. */
static bool csv_begin(struct csv *csv, char **line, size_t *length)
{
    if (g_str_has_prefix(*line, "\xff\xfe") || g_str_has_prefix(*line, "\xfe\xff"))
        fail(STATUS_STOPPED, "%s: this file is UTF-16; save it as \"CSV UTF-8\"",
             lines_name(csv->lines));
    if (g_str_has_prefix(*line, "\xef\xbb\xbf")) {
        csv->marked = true;
        *line += 3;
        *length -= 3;
    }
    csv->delimiter = delimiter_said(*line);
    csv->decided = csv->delimiter != '\0';
    if (!csv->decided)
        csv->delimiter = ',';
    csv_start(csv);
    return !csv->decided;
}

/* The first line that can tell decides: not a blank one, nor a remark such as `# version 1`. */
static void csv_decide(struct csv *csv, const char *line, size_t length)
{
    csv->delimiter = delimiter_find(line);
    csv->decided =
        !csv_is_blank(line, length) && (*line != '#' || strchr(line, csv->delimiter) != NULL);
    csv_set_delim(&csv->parser, (unsigned char)csv->delimiter);
}

/* The next physical line, with its newline; from `again` first. */
static bool csv_fetch(struct csv *csv, char **line, size_t *length, size_t *number, bool *again)
{
    *again = csv->again->len > 0;
    if (*again) {
        GString *kept = csv->again->pdata[csv->again->len - 1];

        *line = kept->str;
        *length = kept->len;
        *number = csv->again_line++;
        return true;
    }
    for (;;) {
        if (!lines_next(csv->lines, line, length))
            return false;
        *number = lines_number(csv->lines);
        if (csv->delimiter == '\0' && !csv_begin(csv, line, length))
            continue;
        if (!csv->decided)
            csv_decide(csv, *line, *length);
        (*line)[(*length)++] = '\n';
        return true;
    }
}

static void csv_drop_again(struct csv *csv, bool from_again)
{
    if (from_again)
        g_ptr_array_set_size(csv->again, (gint)csv->again->len - 1);
}

/* Gives up on the open record: its first line is bad, the others are read again. */
static enum csv_got csv_give_up(struct csv *csv, const char *why)
{
    csv_free(&csv->parser);
    csv_start(csv);
    csv->line = csv->pending_line;
    csv->why = why;
    csv->again_line = csv->pending_line + 1;
    while (csv->pending->len > 1)
        g_ptr_array_add(csv->again, g_ptr_array_steal_index(csv->pending, csv->pending->len - 1));
    g_ptr_array_set_size(csv->pending, 0);
    if (++csv->bad > BAD_LIMIT)
        fail(STATUS_STOPPED, "%s:%zu: more than %d lines with a misplaced quote; is this CSV?",
             lines_name(csv->lines), csv->line, BAD_LIMIT);
    return CSV_BAD;
}

static void csv_keep(struct csv *csv, const char *line, size_t length)
{
    g_ptr_array_add(csv->pending, g_string_new_len(line, (gssize)length));
}

static const char *csv_wrong(struct csv *csv)
{
    return csv_error(&csv->parser) == CSV_EPARSE
               ? "a quote stands in the middle of a cell, or text after a closing quote"
               : "a cell is larger than 16 MiB";
}

/* Feeds a line to libcsv. Its own tests for space and end, which cost no call a byte, differ from
 * ours only in what they make of a carriage return. */
static bool csv_feed(struct csv *csv, const char *line, size_t length)
{
    bool ours = memchr(line, '\r', length) != NULL;

    csv_set_space_func(&csv->parser, ours ? csv_is_space : NULL);
    csv_set_term_func(&csv->parser, ours ? csv_is_end : NULL);
    record_line(&csv->record, line, length);
    return csv_parse(&csv->parser, line, length, csv_take_cell, csv_take_record, csv) == length;
}

/* One record is whole: what no cell of ours may hold is found here. */
static enum csv_got csv_finish(struct csv *csv)
{
    g_ptr_array_set_size(csv->pending, 0);
    csv->line = csv->pending_line;
    csv->why = record_wrong(&csv->record);
    return csv->why == NULL ? CSV_RECORD : CSV_BAD;
}

enum csv_got csv_next(struct csv *csv)
{
    char *line;
    size_t length;
    size_t number;
    bool from_again;

    csv->complete = false;
    record_clear(&csv->record);
    while (csv_fetch(csv, &line, &length, &number, &from_again)) {
        bool open = csv->pending->len > 0;

        if (!open)
            csv->pending_line = number;
        if (!open && csv_is_blank(line, length)) {
            csv_drop_again(csv, from_again);
            csv->line = number;
            return CSV_BLANK;
        }
        if (!csv_feed(csv, line, length)) {
            csv_keep(csv, line, length);
            csv_drop_again(csv, from_again);
            return csv_give_up(csv, csv_wrong(csv));
        }
        if (!csv->complete)
            csv_keep(csv, line, length);
        csv_drop_again(csv, from_again);
        if (csv->complete)
            return csv_finish(csv);
    }
    if (csv->pending->len > 0)
        return csv_give_up(csv, "a quote that is opened here is never closed");
    return CSV_END;
}

size_t csv_count(const struct csv *csv)
{
    return csv->record.cells;
}

const char *csv_cell(const struct csv *csv, size_t i)
{
    return csv->record.text + csv->record.begins[i];
}

size_t csv_length(const struct csv *csv, size_t i)
{
    return csv->record.begins[i + 1] - csv->record.begins[i] - 1;
}

size_t csv_line(const struct csv *csv)
{
    return csv->line;
}

const char *csv_why(const struct csv *csv)
{
    return csv->why;
}

char csv_delimiter(const struct csv *csv)
{
    return csv->delimiter;
}

bool csv_marked(const struct csv *csv)
{
    return csv->marked;
}

const char *csv_name(const struct csv *csv)
{
    return lines_name(csv->lines);
}
