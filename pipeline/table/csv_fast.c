#include "table/csv_fast.h"

#include "table/controls.h"

#include <string.h>

enum { TRIED = 64, ODD_MOST = 19, REST = 256 };

void csv_fast_open(struct csv_fast *fast, enum csv_index_way way)
{
    *fast = (struct csv_fast){.way = way, .moves = SIZE_MAX};
    csv_index_open(&fast->index);
}

void csv_fast_close(struct csv_fast *fast)
{
    csv_index_close(&fast->index);
}

static bool csv_fast_is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Makes the index from the window's `at` on. */
static void csv_fast_index(struct csv_fast *fast, struct csv_window *window, char delimiter)
{
    if (fast->moves != window->moves)
        fast->clean = 0;
    fast->moves = window->moves;
    fast->from = window->at;
    fast->at = window->at;
    csv_index_build(&fast->index, window->buffer + window->at,
                    MIN(window->end - window->at, INDEX_BYTES), delimiter, fast->way);
}

/* One cell from its first byte to behind its last; unquoted ones lose their outer blanks. */
static inline void csv_fast_cell(struct record *record, char *text, char *stop)
{
    if (text < stop && *text == '"') {
        record_point(record, text + 1, (size_t)(stop - text) - 2);
        return;
    }
    while (text < stop && csv_fast_is_blank(*text))
        text++;
    while (text < stop && csv_fast_is_blank(stop[-1]))
        stop--;
    record_point(record, text, (size_t)(stop - text));
}

/* Length of the line end at `at`; 0 when more must be read to know. */
static inline size_t csv_fast_line_end(const struct csv_window *window, size_t at)
{
    return window->buffer[at] == '\n' ? 1 : csv_window_line_end(window, at);
}

/* Goes through the cells of a record; `*stop` becomes the place behind it. False when the index
 * does not hold its end. */
static bool csv_fast_walk(struct csv_fast *fast, const struct csv_window *window, char delimiter,
                          struct record *record, size_t *stop)
{
    struct csv_places *ends = &fast->index.ends;
    size_t cell = window->at;
    size_t length;

    for (size_t i = ends->next; i < ends->count; i++) {
        size_t at = fast->from + ends->at[i];

        csv_fast_cell(record, window->buffer + cell, window->buffer + at);
        cell = at + 1;
        if (window->buffer[at] == delimiter)
            continue;
        length = csv_fast_line_end(window, at);
        *stop = at + length;
        for (i++; i < ends->count && fast->from + ends->at[i] < *stop; i++)
            continue;
        ends->next = i;
        return length > 0;
    }
    if (!window->finished || fast->index.odd || fast->index.open ||
        fast->from + fast->index.upto < window->end)
        return false;
    csv_fast_cell(record, window->buffer + cell, window->buffer + window->end);
    *stop = window->end;
    ends->next = ends->count;
    return true;
}

/* Puts one quote for two into the cells that hold some; they go to the text of the record. */
static void csv_fast_undouble(struct record *record, size_t bytes)
{
    char *to = record_room(record, bytes);

    for (size_t i = 0; i < record->count; i++) {
        struct cell *cell = &record->cells[i];
        const char *from = cell->text;
        const char *stop = from + cell->length;
        const char *quote = memchr(from, '"', cell->length);

        if (quote == NULL)
            continue;
        cell->text = to;
        for (; quote != NULL; quote = memchr(from, '"', (size_t)(stop - from))) {
            to = (char *)mempcpy(to, from, (size_t)(quote - from) + 1);
            from = quote + 2;
        }
        to = (char *)mempcpy(to, from, (size_t)(stop - from));
        cell->length = (size_t)(to - cell->text);
        to++;
    }
}

/* Physical lines that end within the quotes of a record that ends at `stop`. */
static size_t csv_fast_inner_lines(struct csv_fast *fast, const struct csv_window *window,
                                   size_t stop)
{
    struct csv_places *inner = &fast->index.inner;
    size_t lines = 0;

    for (; inner->next < inner->count && fast->from + inner->at[inner->next] < stop;
         inner->next++) {
        const char *byte = window->buffer + fast->from + inner->at[inner->next];

        lines += *byte == '\n' || (byte[1] != '\n' && (byte[1] != '\r' || byte[2] != '\n'));
    }
    return lines;
}

/* Whether the record up to `stop` is a line of blanks. */
static bool csv_fast_is_empty(const struct csv_window *window, size_t stop)
{
    for (size_t i = window->at; i < stop; i++)
        if (!csv_fast_is_blank(window->buffer[i]) && window->buffer[i] != '\n' &&
            window->buffer[i] != '\r')
            return false;
    return true;
}

/* Whether what lies before `stop` may be shown as it is: text without control characters. */
static bool csv_fast_is_clean(struct csv_fast *fast, const struct csv_window *window, size_t stop)
{
    const char *text = window->buffer + window->at;
    size_t n = window->end - window->at;
    bool letters = csv_source_encoding(window->source) != ENCODING_WINDOWS_1252;

    if (stop <= fast->clean)
        return true;
    n = letters ? encoding_valid(text, n) : encoding_ascii(text, n);
    fast->clean = window->at + controls_free(text, n);
    return stop <= fast->clean;
}

/* Takes the record that was walked through and ends at `stop`. */
static enum csv_fast_got csv_fast_take(struct csv_fast *fast, struct csv_window *window,
                                       struct record *record, size_t stop)
{
    struct csv_places *doubled = &fast->index.doubled;
    size_t first = doubled->next;
    bool blank = record->cells[0].length == 0 && csv_fast_is_empty(window, stop);

    if (record->count > RECORD_COLUMNS || !csv_fast_is_clean(fast, window, stop))
        return FAST_NOT;
    while (doubled->next < doubled->count && fast->from + doubled->at[doubled->next] < stop)
        doubled->next++;
    if (doubled->next > first)
        csv_fast_undouble(record, stop - window->at);
    window->line += 1 + csv_fast_inner_lines(fast, window, stop);
    window->at = stop;
    fast->at = stop;
    return blank ? FAST_BLANK : FAST_RECORD;
}

static enum csv_fast_got csv_fast_try(struct csv_fast *fast, struct csv_window *window,
                                      char delimiter, struct record *record)
{
    size_t stop;

    if (fast->moves != window->moves || fast->at != window->at)
        csv_fast_index(fast, window, delimiter);
    for (;;) {
        bool whole = fast->from == window->at; /* the index begins with this record */

        record_clear(record);
        if (window->at == window->end && window->finished)
            return FAST_END;
        if (csv_fast_walk(fast, window, delimiter, record, &stop))
            return csv_fast_take(fast, window, record, stop);
        if (fast->index.odd || (whole && fast->index.upto == INDEX_BYTES))
            return FAST_NOT;
        if (whole && !csv_window_fill(window) && window->moves == fast->moves)
            return FAST_NOT;
        if (!whole && fast->from + fast->index.upto == window->end)
            csv_window_fill(window);
        csv_fast_index(fast, window, delimiter);
    }
}

enum csv_fast_got csv_fast_record(struct csv_fast *fast, struct csv_window *window, char delimiter,
                                  struct record *record)
{
    enum csv_fast_got got;

    if (fast->rest > 0) {
        fast->rest--;
        return FAST_NOT;
    }
    got = csv_fast_try(fast, window, delimiter, record);
    fast->odd += got == FAST_NOT;
    if (got == FAST_NOT)
        fast->moves = SIZE_MAX;
    if (++fast->tried == TRIED) {
        fast->rest = fast->odd > ODD_MOST ? REST : 0;
        fast->tried = 0;
        fast->odd = 0;
    }
    return got;
}
