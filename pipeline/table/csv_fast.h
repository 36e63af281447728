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
    size_t from;    /* where in the window the index begins */
    size_t at;      /* where it is to go on */
    size_t moves;   /* of the window when the index was made */
    size_t clean;   /* bytes of the window up to here may be shown as they are */
    unsigned tried; /* records since the last time that odd ones were counted */
    unsigned odd;   /* of these */
    unsigned rest;  /* records that the judge gets without a try: too many were odd */
};

/* Whether the next one of some places lies before `stop`; behind the last one stands PLACES_END. */
static inline bool csv_places_before(const struct csv_places *places, size_t stop)
{
    return places->at[places->next] < stop;
}

/* What of doubled quotes and of signs to escape lies before `stop`, where a record ends. */
static inline void csv_fast_signs(struct csv_index *index, struct outline *outline, size_t stop)
{
    outline->doubled = index->doubled.at + index->doubled.next;
    outline->doubles = 0;
    outline->escapes = false;
    for (; csv_places_before(&index->doubled, stop); index->doubled.next++)
        outline->doubles++;
    for (; csv_places_before(&index->escapes, stop); index->escapes.next++)
        outline->escapes = true;
}

/* Makes and frees the index, which is made by these instructions. */
void csv_fast_open(struct csv_fast *fast, enum csv_index_way way);
void csv_fast_close(struct csv_fast *fast);

/* The record at the window's `at`; goes behind it. Its cells are borrowed until the window is
 * filled again. */
enum csv_fast_got csv_fast_record(struct csv_fast *fast, struct csv_window *window, char delimiter,
                                  struct record *record);

/* The same for a record of one line that has nothing uncommon to it; false when it may have: then
 * nothing was done. */
static inline bool csv_fast_plain(struct csv_fast *fast, struct csv_window *window,
                                  struct record *record)
{
    struct csv_index *index = &fast->index;
    const char *begin = window->buffer + fast->from;
    size_t first = index->ends.next;
    uint32_t last;
    uint32_t stop;

    if (fast->at != window->at || fast->moves != window->moves || fast->rest > 0 ||
        index->lines.next == index->lines.count)
        return false;
    last = index->lines.at[index->lines.next];
    stop = index->ends.at[last];
    if (begin[stop] != '\n' || (unsigned char)window->buffer[window->at] <= ' ' ||
        fast->from + stop >= fast->clean || last - first >= RECORD_COLUMNS ||
        csv_places_before(&index->inner, stop))
        return false;
    record->count = last - first + 1;
    record->plain = true;
    record->outline.base = window->buffer + fast->from;
    record->outline.ends = index->ends.at + first;
    csv_fast_signs(index, &record->outline, stop);
    index->ends.next = last + 1;
    index->lines.next++;
    fast->at = window->at = fast->from + stop + 1;
    fast->tried++;
    window->line++;
    return true;
}

#endif
