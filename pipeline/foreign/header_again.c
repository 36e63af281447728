/* Whether a record is the header once more, or in another order. */

#include "foreign/header.h"
#include "foreign/tidy.h"

#include <string.h>

/* Length of the byte order mark that a cell begins with. */
static size_t header_mark(const char *cell, size_t length)
{
    return length >= HEADER_MARK && strncmp(cell, "\xef\xbb\xbf", HEADER_MARK) == 0 ? HEADER_MARK
                                                                                    : 0;
}

static char *header_fold(const char *text)
{
    char *label = tidy_label(text);
    char *folded = g_utf8_casefold(label, -1);

    g_free(label);
    return folded;
}

/* Whether two bytes at the end of texts leave it open that these are the same when folded. */
static bool header_may_meet(char one, char other)
{
    return ((one | other) & 0x80) != 0 || g_ascii_isspace(one) || g_ascii_isspace(other) ||
           g_ascii_tolower(one) == g_ascii_tolower(other);
}

/* Likewise the texts, by a look at both ends. */
static bool header_may_fold(const char *text, const char *cell, size_t length)
{
    return length > 0 && *text != '\0' && header_may_meet(*text, *cell) &&
           header_may_meet(text[strlen(text) - 1], cell[length - 1]);
}

bool header_is_same(const char *text, const char *cell, size_t length)
{
    char *folded_text;
    char *folded_cell;
    char *whole;
    bool same;

    if (strncmp(cell, text, length) == 0 && text[length] == '\0')
        return true;
    if (!header_may_fold(text, cell, length))
        return false;
    whole = g_strndup(cell, length);
    folded_text = header_fold(text);
    folded_cell = header_fold(whole);
    same = strcmp(folded_text, folded_cell) == 0;
    g_free(folded_cell);
    g_free(folded_text);
    g_free(whole);
    return same;
}

bool header_is_repeated(const struct header *header, const struct csv *csv)
{
    bool single = header->texts->len == 1; /* there a word in other capitals may be a code */

    if (csv_count(csv) != header->texts->len)
        return false;
    for (guint i = 0; i < header->texts->len; i++) {
        const char *text = header->texts->pdata[i];
        const char *cell = csv_text(csv, i);
        size_t length = csv_length(csv, i);
        size_t mark = i == 0 ? header_mark(cell, length) : 0;

        if (single ? strncmp(cell + mark, text, length - mark) != 0 || text[length - mark] != '\0'
                   : !header_is_same(text, cell + mark, length - mark))
            return false;
    }
    return true;
}

/* Whether a header can be told from an answer or a number in a record: `q1`, but not `1` or `a`. */
static bool header_is_word(const char *text)
{
    const char *at = text;

    while (*at != '\0' && !g_unichar_isalpha(g_utf8_get_char(at)))
        at = g_utf8_next_char(at);
    return *at != '\0' && g_utf8_strlen(text, -1) > 1;
}

/* Whether such a header says the same as a cell. */
static bool header_holds(const struct header *header, const char *cell, size_t length)
{
    for (guint i = 0; i < header->texts->len; i++) {
        const char *text = header->texts->pdata[i];

        if (header_is_same(text, cell, length) && header_is_word(text))
            return true;
    }
    return false;
}

/* How many headers are empty. */
static size_t header_gaps(const struct header *header)
{
    size_t gaps = 0;

    for (guint i = 0; i < header->texts->len; i++)
        gaps += *(const char *)header->texts->pdata[i] == '\0';
    return gaps;
}

bool header_is_shuffled(const struct header *header, const struct csv *csv)
{
    enum { LEAST = 3 };
    size_t mark = header_mark(csv_text(csv, 0), csv_length(csv, 0));
    size_t met = 0;
    size_t empty = 0;

    if (!header_holds(header, csv_text(csv, 0) + mark, csv_length(csv, 0) - mark))
        return false;
    for (size_t i = 0; i < csv_count(csv); i++) {
        met += i == 0 || header_holds(header, csv_text(csv, i), csv_length(csv, i));
        empty += csv_length(csv, i) == 0;
    }
    return met >= LEAST && 2 * met >= csv_count(csv) && empty <= header_gaps(header);
}
