#ifndef TABLE_CSV_FAST_H
#define TABLE_CSV_FAST_H

#include "table/csv_index.h"
#include "table/csv_window.h"
#include "table/record.h"

/* Records by the index of structure. Cells are not copied, but for those with doubled quotes: they
 * lie in the window. What is not quite ordinary is left to the judge, so that whatever is given
 * here is what the judge would have given. */

enum csv_fast_got {
    FAST_RECORD,
    FAST_BLANK,
    FAST_END,
    FAST_NOT, /* a record for the judge; nothing of it was used up */
};

struct csv_fast {
    struct csv_index index;
    enum csv_index_way way;
    size_t from;   /* where in the window the index begins */
    size_t moves;  /* of the window when the index was made */
    size_t clean;  /* bytes of the window up to here may be shown as they are */
    bool soiled;   /* the record before was not clean: the index goes on behind it */
    size_t plain;  /* line ends of the index up to this one lie there */
    size_t passed; /* doubled quotes of the index that stand before the next record */
    size_t seen;   /* line ends of the index whose records were counted as tried */
    size_t tried;  /* records since the last time that odd ones were counted */
    size_t odd;    /* of these */
    unsigned rest; /* records that the judge gets without a try: too many were odd */
};

/* Whether the next one of some places lies before `stop`; behind the last one stands PLACES_END. */
static inline bool csv_places_before(const struct csv_places *places, size_t stop)
{
    return places->at[places->next] < stop;
}

/* What of doubled quotes and of signs to escape lies in the record at hand, which the line end of
 * this number ends, at `stop`. */
static inline void csv_fast_signs(struct csv_fast *fast, struct outline *outline, size_t line,
                                  size_t stop)
{
    struct csv_index *index = &fast->index;
    size_t before = index->before[line];

    outline->doubled = index->doubled + fast->passed;
    outline->doubles = before - fast->passed;
    fast->passed = before;
    outline->escapes = false;
    for (; csv_places_before(&index->escapes, stop); index->escapes.next++)
        outline->escapes = true;
}

/* Makes and frees the index, which is made by these instructions. */
void csv_fast_open(struct csv_fast *fast, enum csv_index_way way);
void csv_fast_close(struct csv_fast *fast);

/* Somebody else is going to read from the window: csv_fast_plain() gives nothing until
 * csv_fast_record() has looked where it stands. */
static inline void csv_fast_leave(struct csv_fast *fast)
{
    fast->plain = 0;
}

/* What was found is worth nothing: another sign may separate cells from here on. */
static inline void csv_fast_forget(struct csv_fast *fast)
{
    csv_fast_leave(fast);
    fast->moves = SIZE_MAX;
}

/* The record at the window's `at`; goes behind it. Its cells are borrowed until the window is
 * filled again. */
enum csv_fast_got csv_fast_record(struct csv_fast *fast, struct csv_window *window, char delimiter,
                                  struct record *record);

/* Physical lines that end within the quotes of a record that ends at the window's `stop`. */
size_t csv_fast_inner_lines(struct csv_fast *fast, const struct csv_window *window, size_t stop);

/* The same for a record that has nothing uncommon to it; false when it may have: then
 * nothing was done. */
static inline bool csv_fast_plain(struct csv_fast *fast, struct csv_window *window,
                                  struct record *record)
{
    struct csv_index *index = &fast->index;
    char *base = window->buffer + fast->from;
    size_t first = index->ends.next;
    uint32_t last;
    uint32_t stop;

    if (index->lines.next >= fast->plain)
        return false;
    last = index->lines.at[index->lines.next];
    stop = index->ends.at[last];
    if (base[stop] != '\n' || (unsigned char)window->buffer[window->at] <= ' ' ||
        last - first >= RECORD_COLUMNS)
        return false;
    record->count = last - first + 1;
    record->outline.base = base;
    record->outline.ends = index->ends.at + first;
    csv_fast_signs(fast, &record->outline, index->lines.next, stop);
    if (csv_places_before(&index->inner, stop)) {
        window->line += csv_fast_inner_lines(fast, window, fast->from + stop);
        record->outline.escapes = true;
    }
    index->ends.next = last + 1;
    index->lines.next++;
    window->at = fast->from + stop + 1;
    window->line++;
    return true;
}

#endif
