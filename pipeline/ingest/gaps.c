#include "ingest/gaps.h"

#include <string.h>

enum { MOST = 1000000, SHOWN = 5 };

static void gaps_clear_line(gpointer line)
{
    GByteArray *bits = ((struct gaps_line *)line)->bits;

    if (bits != NULL)
        g_byte_array_unref(bits);
}

struct gaps *gaps_new(void)
{
    struct gaps *gaps = g_new0(struct gaps, 1);

    gaps->sources = names_new();
    gaps->lines = g_array_new(FALSE, FALSE, sizeof(struct gaps_line));
    g_array_set_clear_func(gaps->lines, gaps_clear_line);
    return gaps;
}

void gaps_free(struct gaps *gaps)
{
    names_free(gaps->sources);
    g_array_free(gaps->lines, TRUE);
    g_free(gaps);
}

size_t gaps_enter(struct gaps *gaps, const char *source)
{
    guint id = (guint)names_id(gaps->sources, source);

    if (id == gaps->lines->len) {
        const struct gaps_line fresh = {MOST, -1, NULL, false};

        g_array_append_val(gaps->lines, fresh);
    }
    gaps_return(gaps, id);
    return id;
}

void gaps_return(struct gaps *gaps, size_t number)
{
    gaps->current = &g_array_index(gaps->lines, struct gaps_line, number);
}

static void gaps_mark(struct gaps_line *line, int64_t number)
{
    guint byte = (guint)(number / 8);
    guint before = line->bits->len;

    if (byte >= before) {
        g_byte_array_set_size(line->bits, 2 * (byte + 1));
        memset(line->bits->data + before, 0, line->bits->len - before);
    }
    line->bits->data[byte] |= (guint8)(1U << (number % 8));
}

void gaps_leap(struct gaps_line *line, int64_t number)
{
    if (number >= MOST) {
        line->other = true;
        return;
    }
    if (line->bits == NULL && line->last >= 0) {
        line->bits = g_byte_array_new();
        for (int64_t turn = line->first; turn <= line->last; turn++)
            gaps_mark(line, turn);
    }
    if (line->bits != NULL)
        gaps_mark(line, number);
    line->first = MIN(line->first, number);
    line->last = MAX(line->last, number);
}

void gaps_look(struct gaps *gaps, const char *unit, size_t length)
{
    int64_t number = length == 0 ? MOST : 0;

    for (size_t i = 0; i < length; i++) {
        unsigned digit = (unsigned)unit[i] - '0';

        number = digit > 9 || number >= MOST ? MOST : 10 * number + (int64_t)digit;
    }
    gaps_turn(gaps, number);
}

static bool line_has(const struct gaps_line *line, int64_t number)
{
    return (line->bits->data[number / 8] >> (number % 8) & 1) != 0;
}

/* "4-8, 11"; empty when none is missing. */
static void gaps_list(const struct gaps_line *line, GString *list)
{
    int64_t from = line->first;
    int shown = 0;

    for (int64_t number = line->first; number <= line->last; number++) {
        if (!line_has(line, number))
            continue;
        if (number > from + 1 && shown++ < SHOWN) {
            g_string_append_printf(list, "%s%" G_GINT64_FORMAT, list->len > 0 ? ", " : "",
                                   from + 1);
            if (number > from + 2)
                g_string_append_printf(list, "-%" G_GINT64_FORMAT, number - 1);
        }
        from = number;
    }
    if (shown > SHOWN)
        g_string_append(list, " \u2026");
}

void gaps_tell(const struct gaps *gaps, struct ledger *ledger, const char *file)
{
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < gaps->lines->len; i++) {
        const struct gaps_line *line = &g_array_index(gaps->lines, struct gaps_line, i);

        g_string_truncate(list, 0);
        if (!line->other && line->last < MOST && line->bits != NULL)
            gaps_list(line, list);
        if (list->len == 0)
            continue;
        g_string_prepend(list, ": ");
        g_string_prepend(list, names_text(gaps->sources, (int)i));
        ledger_add(ledger, LEDGER_WARNING, file, "", "turn-gap", list->str,
                   "no row has these turns; are turns without a code left out?");
    }
    g_string_free(list, TRUE);
}
