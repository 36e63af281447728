#include "table/csv_window.h"

#include "base/fail.h"

#include <string.h>

enum { LEAST = 4096, MOST = 128 << 10 }; /* bytes that are worth a read, and that caches hold */

/* A block for the buffer of this room, with what `old` (NULL: nothing) holds. */
static char *csv_window_block(char *old, size_t room)
{
    return (char *)g_realloc(old == NULL ? NULL : old - WINDOW_LEAD,
                             WINDOW_LEAD + room + WINDOW_SLACK) +
           WINDOW_LEAD;
}

void csv_window_open(struct csv_window *window, struct csv_source *source)
{
    *window = (struct csv_window){.source = source, .line = 1};
    window->room = csv_source_room(window->source);
    window->buffer = csv_window_block(NULL, window->room);
    memset(window->buffer - WINDOW_LEAD, 0, WINDOW_LEAD);
}

void csv_window_close(struct csv_window *window)
{
    csv_source_close(window->source);
    g_free(window->buffer - WINDOW_LEAD);
}

static void csv_window_make_room(struct csv_window *window)
{
    size_t gone = window->begin;

    if (gone > 0) {
        memmove(window->buffer, window->buffer + gone, window->end - gone);
        window->at -= gone;
        window->end -= gone;
        window->newline -= MIN(gone, window->newline);
        window->carriage -= MIN(gone, window->carriage);
        window->begin = 0;
    }
    if (window->end <= window->room / 2)
        return;
    if (window->room == WINDOW_LIMIT && window->room - window->end >= LEAST)
        return;
    if (window->room == WINDOW_LIMIT)
        fail_named(
            "record-too-long",
            "%s:%zu: the record that begins here is longer than %d MiB (field-too-long; a quote "
            "that is never closed, or a file without line ends?)",
            csv_source_name(window->source), window->line, WINDOW_LIMIT >> 20);
    window->room *= 2;
    window->buffer = csv_window_block(window->buffer, window->room);
}

bool csv_window_fill(struct csv_window *window)
{
    size_t before;
    size_t most;

    if (window->finished)
        return false;
    window->moves++;
    csv_window_make_room(window);
    before = window->end;
    most = MIN(window->room, before + MOST);
    while (!window->finished && most - window->end >= LEAST) {
        size_t n =
            csv_source_read(window->source, window->buffer + window->end, most - window->end);

        window->finished = n == 0;
        window->end += n;
    }
    return window->end > before;
}

/* The first such byte from `at` on, or `end`; none stands before `*known`, which becomes the same.
 */
static size_t csv_window_seek(const struct csv_window *window, size_t *known, char byte)
{
    size_t from = MAX(*known, window->at);
    const char *found = NULL;

    if (from < window->end)
        found = memchr(window->buffer + from, byte, window->end - from);
    *known = found != NULL ? (size_t)(found - window->buffer) : window->end;
    return *known;
}

size_t csv_window_line_end(const struct csv_window *window, size_t stop)
{
    const char *text = window->buffer + stop;
    size_t left = window->end - stop;

    if (*text == '\n')
        return 1;
    if (left < 3 && !window->finished)
        return 0;
    if (left >= 2 && text[1] == '\n')
        return 2;
    return left >= 3 && text[1] == '\r' && text[2] == '\n' ? 3 : 1;
}

bool csv_window_line(struct csv_window *window, char **line, size_t *length)
{
    for (;;) {
        size_t newline = csv_window_seek(window, &window->newline, '\n');
        size_t stop = MIN(newline, csv_window_seek(window, &window->carriage, '\r'));
        size_t end = stop < window->end ? csv_window_line_end(window, stop) : 0;

        if (end == 0 && !window->finished) {
            csv_window_fill(window); /* the line may stand elsewhere now, although nothing came */
            continue;
        }
        if (stop == window->at && end == 0)
            return false;
        *line = window->buffer + window->at;
        *length = stop + end - window->at;
        window->at += *length;
        window->line++;
        return true;
    }
}

void csv_window_return(struct csv_window *window, size_t offset, size_t line)
{
    window->at = window->begin + offset;
    window->newline = window->at;
    window->carriage = window->at;
    window->line = line;
}

/* A letter of Windows-1252 as UTF-8, to be freed; NULL where it has none. */
static char *csv_window_turned(char byte)
{
    GString *turned;

    if (!encoding_fits_1252(&byte, 1))
        return NULL;
    turned = g_string_new(NULL);
    encoding_append_1252(turned, &byte, 1);
    return g_string_free(turned, FALSE);
}

char *csv_window_show(const struct csv_window *window, size_t offset, size_t limit)
{
    const char *text = window->buffer + window->begin + offset;
    const char *stop = window->buffer + window->end;
    bool latin = csv_source_encoding(window->source) == ENCODING_WINDOWS_1252;
    GString *raw = g_string_new(NULL);

    while (text < stop && *text != '\n' && *text != '\r' && raw->len < limit) {
        char *turned = latin ? csv_window_turned(*text) : NULL;
        const char *from = turned != NULL ? turned : text;
        gunichar letter = g_utf8_get_char_validated(from, turned != NULL ? -1 : stop - text);
        bool shown = letter < (gunichar)-2 && (letter == '\t' || !g_unichar_iscntrl(letter));

        if (shown)
            g_string_append_unichar(raw, letter);
        else
            g_string_append_printf(raw, "\\x%02x", (unsigned)(unsigned char)*text);
        text += shown && turned == NULL ? g_utf8_skip[(unsigned char)*text] : 1;
        g_free(turned);
    }
    if (text < stop && *text != '\n' && *text != '\r')
        g_string_append(raw, "\u2026");
    return g_string_free(raw, FALSE);
}

void csv_window_hold(struct csv_window *window)
{
    window->begin = window->at;
    window->held = true;
}

void csv_window_release(struct csv_window *window)
{
    window->held = false;
    window->begin = window->at;
}
