#ifndef TABLE_CSV_WINDOW_H
#define TABLE_CSV_WINDOW_H

#include "table/csv_source.h"

/* The part of a foreign file that is in memory: the record being read, whole, and what was read
 * ahead. Nothing from `begin` on is let go, so that a record can be read again from its second line
 * when its quotes turn out to be wrong.
 *
 * A physical line ends in LF, CR LF, CR CR LF, or a CR by itself, within quotes as well as outside
 * them. A record of more than WINDOW_LIMIT bytes ends the program (STATUS_STOPPED). */

enum { WINDOW_LIMIT = 64 << 20, WINDOW_SLACK = 128, WINDOW_LEAD = 16 };

struct csv_window {
    struct csv_source *source;
    char *buffer; /* WINDOW_SLACK bytes behind `end` may be read and written, WINDOW_LEAD before it
                   * read */
    size_t room;  /* bytes of buffer, without the slack */
    size_t begin; /* the record being read */
    size_t at;    /* what comes next */
    size_t end;   /* one past the last byte read */
    size_t newline;  /* no LF stands in buffer[at .. newline), */
    size_t carriage; /* no CR in buffer[at .. carriage) */
    size_t moves;    /* how often it was filled: then places are other places */
    size_t line;     /* number of the physical line at `at`, from 1 */
    bool finished;   /* nothing follows `end` */
    bool held;       /* csv_window_hold(): `begin` stays */
};

/* Takes the source, which is closed with the window. */
void csv_window_open(struct csv_window *window, struct csv_source *source);
void csv_window_close(struct csv_window *window);

/* A record begins at `at`. */
static inline void csv_window_begin(struct csv_window *window)
{
    if (!window->held)
        window->begin = window->at;
}

/* Reads more behind `end`; moves the buffer, and `begin`, `at` and `end` with it. False when there
 * is no more. */
bool csv_window_fill(struct csv_window *window);

/* The next physical line with its end, from `at`; `at` and `line` go behind it. `*line` is borrowed
 * until the next fill. False at the end of the file. */
bool csv_window_line(struct csv_window *window, char **line, size_t *length);

/* Length of the line end at `stop`, which is a CR or LF; 0 when more must be read to know. */
size_t csv_window_line_end(const struct csv_window *window, size_t stop);

/* Goes to a place that was `at` before (an offset from `begin`) and its line number. */
void csv_window_return(struct csv_window *window, size_t offset, size_t line);

/* The line at an offset from `begin`, as far as it is in memory and at most some `limit` bytes of
 * it, with control bytes and what is not UTF-8 as `\x1b`; to be freed. */
char *csv_window_show(const struct csv_window *window, size_t offset, size_t limit);

/* From here on nothing is let go, whatever begins; until csv_window_release(). */
void csv_window_hold(struct csv_window *window);
void csv_window_release(struct csv_window *window);

#endif
