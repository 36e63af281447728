#include "table/csv_judge.h"

#include <csv.h>
#include <string.h>

enum { CELL_LIMIT = 16 << 20, CELL_BLOCK = 64 << 10 };
enum { AHEAD = 64 << 10 }; /* bytes looked at together */
enum { HIDDEN = 0xff };    /* a byte of no UTF-8 text */

struct csv_judge {
    struct csv_parser parser;
    enum encoding encoding;
    char delimiter;
    struct record *record;
    GString *line; /* a line that is not fed as it stands in the file */
    bool complete; /* the record of this line is whole */
    bool literal;
    bool wrong;                 /* a line of the record is not in the encoding of the file */
    struct record_fault *fault; /* the caller's */
    size_t first;               /* bytes of the window from here */
    size_t clean;               /* to here are text without control characters */
    size_t moves;               /* of the window when that was looked at */
};

/* libcsv asks for memory here, so a cell has a limit: above it libcsv halves its wish, reaches the
 * limit and reports CSV_ENOMEM. */
static void *csv_judge_allocate(void *old, size_t size)
{
    return size > CELL_LIMIT ? NULL : g_try_realloc(old, size);
}

static void csv_judge_take_cell(void *text, size_t length, void *data)
{
    record_add(((struct csv_judge *)data)->record, text, length);
}

static void csv_judge_take_record(int end, void *data)
{
    (void)end;
    ((struct csv_judge *)data)->complete = true;
}

static void csv_judge_start(struct csv_judge *judge)
{
    csv_init(&judge->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&judge->parser, (unsigned char)judge->delimiter);
    csv_set_realloc_func(&judge->parser, csv_judge_allocate);
    csv_set_blk_size(&judge->parser, CELL_BLOCK);
}

struct csv_judge *csv_judge_new(void)
{
    struct csv_judge *judge = g_new0(struct csv_judge, 1);

    judge->moves = SIZE_MAX;
    judge->delimiter = ',';
    judge->line = g_string_new(NULL);
    csv_judge_start(judge);
    return judge;
}

void csv_judge_free(struct csv_judge *judge)
{
    csv_free(&judge->parser);
    g_string_free(judge->line, TRUE);
    g_free(judge);
}

void csv_judge_delimiter(struct csv_judge *judge, char delimiter)
{
    judge->delimiter = delimiter;
    csv_set_delim(&judge->parser, (unsigned char)delimiter);
}

static bool csv_judge_is_blank(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r' && line[i] != '\n')
            return false;
    return true;
}

/* Whether the quote at line[at], which libcsv does not take, stands in a cell that does not begin
 * with one: then no quote stands between it and the delimiter before it. */
static bool csv_judge_is_literal(const struct csv_judge *judge, const char *line, size_t at)
{
    while (at > 0 && line[at - 1] != judge->delimiter)
        if (line[--at] == '"')
            return false;
    return true;
}

/* Hides the quotes from line[at] to the end of its cell. */
static void csv_judge_hide(struct csv_judge *judge, char *line, size_t length, size_t at)
{
    judge->literal = true;
    for (; at < length && line[at] != judge->delimiter; at++)
        if (line[at] == '"')
            line[at] = (char)HIDDEN;
}

static void csv_judge_show(const struct csv_judge *judge)
{
    for (size_t i = 0; judge->literal && i < judge->record->used; i++)
        if (judge->record->text[i] == (char)HIDDEN)
            judge->record->text[i] = '"';
}

static void csv_judge_blame(struct csv_judge *judge, const char *what, const char *why)
{
    *judge->fault = (struct record_fault){what, why, false, 0};
}

/* Gives a line to libcsv; false when it is not CSV. */
static bool csv_judge_feed(struct csv_judge *judge, const char *line, size_t length)
{
    size_t at = 0;

    for (;;) {
        at += csv_parse(&judge->parser, line + at, length - at, csv_judge_take_cell,
                        csv_judge_take_record, judge);
        if (at == length)
            return true;
        if (csv_error(&judge->parser) != CSV_EPARSE) {
            csv_judge_blame(judge, "field-too-long", "a cell is larger than 16 MiB");
            return false;
        }
        if (line[at] != '"' || !csv_judge_is_literal(judge, line, at)) {
            csv_judge_blame(judge, "text-after-quote",
                            "text stands after the closing quote of a cell");
            return false;
        }
        if (line != judge->line->str) {
            g_string_truncate(judge->line, 0);
            g_string_append_len(judge->line, line, (gssize)length);
            judge->wrong = judge->wrong || memchr(line, HIDDEN, length) != NULL;
            line = judge->line->str;
        }
        csv_judge_hide(judge, judge->line->str, length, at);
    }
}

/* The line as UTF-8. One that contradicts the encoding of the file is kept as it is: its record
 * will be refused. */
static void csv_judge_decode(struct csv_judge *judge, char **line, size_t *length)
{
    if (judge->encoding != ENCODING_WINDOWS_1252 || encoding_ascii(*line, *length) == *length)
        return;
    if (!encoding_fits_1252(*line, *length)) {
        judge->wrong = true;
        return;
    }
    g_string_truncate(judge->line, 0);
    encoding_append_1252(judge->line, *line, *length);
    *line = judge->line->str;
    *length = judge->line->len;
}

/* Whether the line from `from` to `at` is such text. */
static bool csv_judge_is_clean(struct csv_judge *judge, const struct csv_window *window,
                               size_t from, size_t at)
{
    if (judge->encoding == ENCODING_WINDOWS_1252)
        return false;
    if (judge->moves != window->moves || from < judge->first || from > judge->clean) {
        judge->moves = window->moves;
        judge->first = from;
        judge->clean = from;
    }
    if (at > judge->clean && from == judge->clean)
        judge->clean += encoding_clean(window->buffer + from, MIN(window->end - from, AHEAD));
    return at <= judge->clean;
}

/* A line, and at the end of the file the line end that the last one lacks. */
static bool csv_judge_take_line(struct csv_judge *judge, const struct csv_window *window,
                                char *line, size_t length)
{
    bool ends = line[length - 1] == '\n' || line[length - 1] == '\r';

    judge->encoding = csv_source_encoding(window->source);
    if (!csv_judge_is_clean(judge, window, (size_t)(line - window->buffer), window->at)) {
        judge->record->plain = false;
        csv_judge_decode(judge, &line, &length);
        record_line(judge->record, line, length);
    }
    return csv_judge_feed(judge, line, length) && (ends || csv_judge_feed(judge, "\n", 1));
}

static enum csv_got csv_judge_give_up(struct csv_judge *judge, struct csv_window *window,
                                      size_t second, size_t line)
{
    judge->fault->broken = true;
    judge->fault->reached = window->at - window->begin;
    csv_free(&judge->parser);
    csv_judge_start(judge);
    csv_window_return(window, second, line);
    return CSV_BAD;
}

static enum csv_got csv_judge_finish(struct csv_judge *judge)
{
    csv_judge_show(judge);
    record_settle(judge->record);
    if (!judge->wrong)
        return record_wrong(judge->record, judge->fault) ? CSV_BAD : CSV_RECORD;
    csv_judge_blame(judge, "bad-encoding", "bytes that contradict the encoding of the file");
    return CSV_BAD;
}

static enum csv_got csv_judge_lines(struct csv_judge *judge, struct csv_window *window)
{
    size_t second = 0;
    size_t second_line = 0;
    char *line;
    size_t length;

    while (csv_window_line(window, &line, &length)) {
        bool first = second_line == 0;

        if (first && csv_judge_is_blank(line, length))
            return CSV_BLANK;
        if (first) {
            second = window->at - window->begin;
            second_line = window->line;
        }
        if (!csv_judge_take_line(judge, window, line, length))
            return csv_judge_give_up(judge, window, second, second_line);
        if (judge->complete)
            return csv_judge_finish(judge);
    }
    if (second_line == 0)
        return CSV_END;
    csv_judge_blame(judge, "unterminated-quote", "a quote that is opened here is never closed");
    return csv_judge_give_up(judge, window, second, second_line);
}

enum csv_got csv_judge_record(struct csv_judge *judge, struct csv_window *window,
                              struct record *record, struct record_fault *fault, bool *literal)
{
    enum csv_got got;

    record_clear(record);
    judge->record = record;
    judge->complete = false;
    judge->literal = false;
    judge->wrong = false;
    judge->fault = fault;
    *fault = (struct record_fault){NULL, NULL, false, 0};
    got = csv_judge_lines(judge, window);
    *literal = got == CSV_RECORD && judge->literal;
    return got;
}
