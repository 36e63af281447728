#include "table/csv_fast.h"

#include <string.h>

enum { TRIED = 64, ODD_MOST = 19, REST = 256 };

void csv_fast_open(struct csv_fast *fast, enum csv_index_way way)
{
    *fast = (struct csv_fast){.way = way, .moves = SIZE_MAX};
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
    const char *bytes = window->buffer + window->at;
    size_t n = window->end - window->at;
    bool letters = csv_source_encoding(window->source) != ENCODING_WINDOWS_1252;

    fast->moves = window->moves;
    fast->from = window->at;
    fast->at = window->at;
    csv_index_build(&fast->index, bytes, MIN(n, INDEX_BYTES),
                    &(struct csv_signs){delimiter, '"', fast->way});
    fast->clean =
        fast->from + csv_index_clean(&fast->index, bytes, n, letters ? CLEAN_TEXT : CLEAN_ASCII);
}

/* A cell that begins or ends with a quote, a blank or the like. */
static void csv_fast_trim(struct cell *cell, char *text, char *stop)
{
    if (text < stop && *text == '"') {
        *cell = (struct cell){text + 1, (size_t)(stop - text) - 2};
        return;
    }
    while (text < stop && csv_fast_is_blank(*text))
        text++;
    while (text < stop && csv_fast_is_blank(stop[-1]))
        stop--;
    *cell = (struct cell){text, (size_t)(stop - text)};
}

/* One cell from its first byte to behind its last; unquoted ones lose their outer blanks. One look
 * at both of its ends (of an empty one at what stands around it) tells most of them. */
static inline void csv_fast_cell(struct cell *cell, char *text, char *stop)
{
    if ((unsigned char)*text > '"' && (unsigned char)stop[-1] > ' ')
        *cell = (struct cell){text, (size_t)(stop - text)};
    else
        csv_fast_trim(cell, text, stop);
}

/* Length of the line end at `at`; 0 when more must be read to know. */
static inline size_t csv_fast_line_end(const struct csv_window *window, size_t at)
{
    return window->buffer[at] == '\n' ? 1 : csv_window_line_end(window, at);
}

/* Takes the line end at `at`, the end that is next; false when more must be read to know it. */
static inline bool csv_fast_end(struct csv_fast *fast, const struct csv_window *window, size_t at,
                                size_t *stop)
{
    struct csv_places *ends = &fast->index.ends;
    size_t length = csv_fast_line_end(window, at);

    *stop = at + length;
    for (ends->next++; length > 1 && ends->next < ends->count; ends->next++)
        if (fast->from + ends->at[ends->next] >= *stop)
            break;
    return length > 0;
}

/* Goes through the cells of a record; `*stop` becomes the place behind it. False when the index
 * does not hold its end. */
static bool csv_fast_walk(struct csv_fast *fast, const struct csv_window *window, char delimiter,
                          struct record *record, size_t *stop)
{
    struct csv_places *ends = &fast->index.ends;
    const uint32_t *at = ends->at + ends->next;
    const uint32_t *last = ends->at + ends->count;
    char *from = window->buffer + fast->from;
    char *text = window->buffer + window->at;
    struct cell *cell;

    record_reserve(record, ends->count + 1);
    for (cell = record->cells; at < last; at++) {
        char *end = from + *at;

        csv_fast_cell(cell++, text, end);
        text = end + 1;
        if (*end == delimiter)
            continue;
        record->count = (size_t)(cell - record->cells);
        ends->next = (size_t)(at - ends->at);
        return csv_fast_end(fast, window, fast->from + *at, stop);
    }
    if (!window->finished || fast->index.odd || fast->index.open ||
        fast->from + fast->index.upto < window->end)
        return false;
    csv_fast_trim(cell++, text, window->buffer + window->end);
    record->count = (size_t)(cell - record->cells);
    *stop = window->end;
    ends->next = ends->count;
    return true;
}

/* Puts one quote for two into a cell that holds the doubled quote that is next; it goes to `to`.
 * Returns where it ends. */
static char *csv_fast_undouble_cell(struct csv_fast *fast, const char *begin, struct cell *cell,
                                    char *to)
{
    struct csv_places *doubled = &fast->index.doubled;
    const char *from = cell->text;
    const char *stop = from + cell->length;

    cell->text = to;
    for (; doubled->next < doubled->count; doubled->next++) {
        const char *second = begin + doubled->at[doubled->next];

        if (second >= stop)
            break;
        to = (char *)mempcpy(to, from, (size_t)(second - from));
        from = second + 1;
    }
    to = (char *)mempcpy(to, from, (size_t)(stop - from));
    cell->length = (size_t)(to - cell->text);
    return to;
}

/* Puts one quote for two into the cells that hold some; they go to the text of the record. */
static void csv_fast_undouble(struct csv_fast *fast, const struct csv_window *window,
                              struct record *record, size_t stop)
{
    struct csv_places *doubled = &fast->index.doubled;
    const char *begin = window->buffer + fast->from;
    struct cell *cell = record->cells;
    char *to;

    if (doubled->next == doubled->count || fast->from + doubled->at[doubled->next] >= stop)
        return;
    to = record_room(record, stop - window->at);
    for (;;) {
        const char *next = begin + doubled->at[doubled->next];

        while (next >= cell->text + cell->length)
            cell++;
        to = csv_fast_undouble_cell(fast, begin, cell++, to) + 1;
        if (doubled->next == doubled->count || fast->from + doubled->at[doubled->next] >= stop)
            return;
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

/* Takes the record that was walked through and ends at `stop`. */
static enum csv_fast_got csv_fast_take(struct csv_fast *fast, struct csv_window *window,
                                       struct record *record, size_t stop)
{
    bool blank = record->cells[0].length == 0 && csv_fast_is_empty(window, stop);

    if (record->count > RECORD_COLUMNS || stop > fast->clean)
        return FAST_NOT;
    record->begin = window->buffer + window->at;
    record->end = window->buffer + stop;
    csv_fast_undouble(fast, window, record, stop);
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
