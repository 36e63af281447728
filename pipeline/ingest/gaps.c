#include "ingest/gaps.h"

#include "table/number.h"

#include <string.h>

enum { MOST = 1000000, SHOWN = 5, ONE_SPEAKER = 3 };

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

/* 2 where the turns, three or more, are all odd or all even: those of one of two speakers; else 1.
 */
static int64_t line_step(const struct gaps_line *line)
{
    int64_t turns = 0;

    for (int64_t number = line->first; number <= line->last; number++) {
        if (!line_has(line, number))
            continue;
        if ((number - line->first) % 2 != 0)
            return 1;
        turns++;
    }
    return turns >= ONE_SPEAKER ? 2 : 1;
}

/* "4-8" of turns that follow each other; of those of one speaker "5, 7, 9". */
static void gaps_add(GString *list, int64_t from, int64_t to, int64_t step, int *shown)
{
    for (int64_t number = from; number <= to; number = step == 1 ? to + 1 : number + step) {
        if ((*shown)++ >= SHOWN)
            return;
        g_string_append_printf(list, "%s%" G_GINT64_FORMAT, list->len > 0 ? ", " : "", number);
        if (step == 1 && to > from)
            g_string_append_printf(list, "-%" G_GINT64_FORMAT, to);
    }
}

/* "4-8, 11"; empty when none is missing. */
static void gaps_list(const struct gaps_line *line, int64_t step, GString *list)
{
    int64_t from = line->first;
    int shown = 0;

    for (int64_t number = line->first; number <= line->last; number += step) {
        if (!line_has(line, number))
            continue;
        if (number > from + step)
            gaps_add(list, from + step, number - step, step, &shown);
        from = number;
    }
    if (shown > SHOWN)
        g_string_append(list, " \u2026");
}

/* Conversations of which one speaker only is here: what is said of them is an assumption. */
static void gaps_tell_single(int64_t single, struct ledger *ledger, const char *file)
{
    char count[NUMBER_ROOM];

    if (single == 0)
        return;
    number_write_count(count, single);
    ledger_add(ledger, LEDGER_NOTE, file, "", "turns-single", count,
               "conversations with odd or with even turns alone: taken as those of one of two "
               "speakers");
}

void gaps_tell(const struct gaps *gaps, struct ledger *ledger, const char *file)
{
    GString *list = g_string_new(NULL);
    int64_t single = 0;

    for (guint i = 0; i < gaps->lines->len; i++) {
        const struct gaps_line *line = &g_array_index(gaps->lines, struct gaps_line, i);

        g_string_truncate(list, 0);
        if (!line->other && line->last < MOST && line->bits != NULL) {
            int64_t step = line_step(line);

            single += step > 1;
            gaps_list(line, step, list);
        }
        if (list->len == 0)
            continue;
        g_string_prepend(list, ": ");
        g_string_prepend(list, names_text(gaps->sources, (int)i));
        ledger_add(ledger, LEDGER_WARNING, file, "", "turn-gap", list->str,
                   "no row has these turns; are turns without a code left out?");
    }
    gaps_tell_single(single, ledger, file);
    g_string_free(list, TRUE);
}
