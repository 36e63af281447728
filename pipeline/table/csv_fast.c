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

/* Counts the records that were taken since the last time. */
static void csv_fast_count(struct csv_fast *fast)
{
    fast->tried += fast->index.lines.next - fast->seen;
    fast->seen = fast->index.lines.next;
}

/* Finds the bytes that may be shown as they are, from the window's `at` on. */
static void csv_fast_clean(struct csv_fast *fast, const struct csv_window *window)
{
    const struct csv_index *index = &fast->index;
    bool letters = csv_source_encoding(window->source) != ENCODING_WINDOWS_1252;
    size_t clean = csv_index_clean(index, window->buffer + fast->from, window->end - fast->from,
                                   window->at - fast->from, letters ? CLEAN_TEXT : CLEAN_ASCII);

    fast->soiled = false;
    fast->clean = fast->from + clean;
    fast->plain = clean == index->upto ? index->lines.count : index->lines.next;
    while (fast->plain < index->lines.count && index->ends.at[index->lines.at[fast->plain]] < clean)
        fast->plain++;
}

/* Makes the index from the window's `at` on. */
static void csv_fast_index(struct csv_fast *fast, struct csv_window *window, char delimiter)
{
    const char *bytes = window->buffer + window->at;
    size_t n = window->end - window->at;
    bool letters = csv_source_encoding(window->source) != ENCODING_WINDOWS_1252;

    csv_fast_count(fast);
    fast->seen = 0;
    fast->passed = 0;
    fast->moves = window->moves;
    fast->from = window->at;
    csv_index_build(&fast->index, bytes, MIN(n, INDEX_BYTES),
                    &(struct csv_signs){delimiter, '"', letters, fast->way});
    csv_fast_clean(fast, window);
}

/* Whether the index goes on where the window stands. */
static bool csv_fast_is_ready(const struct csv_fast *fast, const struct csv_window *window)
{
    const struct csv_places *ends = &fast->index.ends;

    return fast->moves == window->moves &&
           fast->from + (uint32_t)(*(ends->at + ends->next - 1) + 1) == window->at;
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
    do {
        ends->next++;
        fast->index.lines.next++;
    } while (length > 1 && ends->next < ends->count && fast->from + ends->at[ends->next] < *stop);
    return length > 0;
}

/* Outlines the record; `*stop` becomes the place behind it. False when the index does not hold its
 * end. */
static bool csv_fast_outline(struct csv_fast *fast, const struct csv_window *window,
                             struct record *record, size_t *stop)
{
    struct csv_places *ends = &fast->index.ends;
    const struct csv_places *lines = &fast->index.lines;
    size_t first = ends->next;

    record->outline.base = window->buffer + fast->from;
    record->outline.ends = ends->at + first;
    if (lines->next < lines->count) {
        ends->next = lines->at[lines->next];
        record->count = ends->next - first + 1;
        csv_fast_signs(fast, &record->outline, lines->next, ends->at[ends->next]);
        return csv_fast_end(fast, window, fast->from + ends->at[ends->next], stop);
    }
    if (!window->finished || fast->index.odd || fast->index.open ||
        fast->from + fast->index.upto < window->end)
        return false;
    ends->at[ends->count] = (uint32_t)(window->end - fast->from);
    window->buffer[window->end] = '\n'; /* as behind every last cell */
    ends->next = ends->count;
    record->count = ends->next - first + 1;
    csv_fast_signs(fast, &record->outline, lines->count, ends->at[ends->count]);
    *stop = window->end;
    return true;
}

size_t csv_fast_inner_lines(struct csv_fast *fast, const struct csv_window *window, size_t stop)
{
    struct csv_places *inner = &fast->index.inner;
    size_t lines = 0;

    for (; csv_places_before(inner, stop - fast->from); inner->next++) {
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

/* Takes the record that was outlined and ends at `stop`. */
static enum csv_fast_got csv_fast_take(struct csv_fast *fast, struct csv_window *window,
                                       struct record *record, size_t stop)
{
    bool blank =
        (unsigned char)window->buffer[window->at] <= ' ' && csv_fast_is_empty(window, stop);
    size_t inner = fast->index.inner.next;
    size_t lines;

    if (record->count > RECORD_COLUMNS)
        return FAST_NOT;
    lines = 1 + csv_fast_inner_lines(fast, window, stop);
    record->outline.escapes |= fast->index.inner.next > inner;
    fast->soiled = stop > fast->clean;
    if (fast->soiled)
        return FAST_NOT;
    window->line += lines;
    window->at = stop;
    return blank ? FAST_BLANK : FAST_RECORD;
}

static enum csv_fast_got csv_fast_try(struct csv_fast *fast, struct csv_window *window,
                                      char delimiter, struct record *record)
{
    size_t stop;

    if (!csv_fast_is_ready(fast, window))
        csv_fast_index(fast, window, delimiter);
    else if (fast->soiled)
        csv_fast_clean(fast, window);
    for (;;) {
        bool whole = fast->from == window->at; /* the index begins with this record */

        record_clear(record);
        if (window->at == window->end && window->finished)
            return FAST_END;
        if (csv_fast_outline(fast, window, record, &stop))
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
    csv_fast_count(fast);
    got = csv_fast_try(fast, window, delimiter, record);
    if (got == FAST_NOT) {
        fast->seen = fast->index.lines.next;
        fast->tried++;
        csv_fast_leave(fast);
    }
    if (got == FAST_NOT && !fast->soiled) {
        fast->odd++;
        fast->moves = SIZE_MAX;
    }
    if (fast->tried >= TRIED) {
        fast->rest = TRIED * fast->odd > ODD_MOST * fast->tried ? REST : 0;
        fast->tried = 0;
        fast->odd = 0;
    }
    if (fast->rest > 0)
        csv_fast_leave(fast);
    return got;
}
