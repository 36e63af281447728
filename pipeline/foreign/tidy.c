#include "foreign/tidy.h"

#include "base/unseen.h"
#include "table/guard.h"

#include <string.h>

/* From this byte on letters may be in pieces: U+0300 is CC 80. Below it there is one more space,
 * the no-break one, C2 A0, and the soft hyphen, C2 AD. */
enum { PIECES = 0xcc, SOFT = 0xc2 };

bool tidy_is_needed(const char *text, size_t length)
{
    unsigned char high = 0;

    if (length == 0)
        return false;
    for (size_t i = 0; i < length; i++)
        high = MAX(high, (unsigned char)text[i]);
    if (high >= PIECES || (high >= SOFT && memchr(text, SOFT, length) != NULL) || *text == '\'' ||
        g_ascii_isspace(*text) || g_ascii_isspace(text[length - 1]))
        return true;
    return false;
}

/* Whether a sign may go from a name: joiners only behind Latin letters, which need none. */
static bool tidy_is_idle(gunichar letter, gunichar before)
{
    enum { BEHIND_LATIN = 0x250 };

    return unseen_is(letter) && (before < BEHIND_LATIN || !unseen_is_joiner(letter));
}

/* The text with what nobody sees left out, or, `shown`, named; to be freed. */
static char *tidy_sort(const char *text, size_t length, bool shown)
{
    GString *seen = g_string_new(NULL);
    const char *stop = text + length;
    gunichar before = 0;

    for (; text < stop; text = g_utf8_next_char(text)) {
        gunichar letter = g_utf8_get_char(text);

        if (!tidy_is_idle(letter, before))
            g_string_append_unichar(seen, letter);
        else if (shown)
            g_string_append_printf(seen, "<U+%04X>", letter);
        before = letter;
    }
    return g_string_free(seen, FALSE);
}

char *tidy_unseen(const char *text)
{
    return tidy_sort(text, strlen(text), true);
}

/* Any word, letter by letter. */
static void tidy_any(GString *to, const char *text, size_t length)
{
    char *seen = tidy_sort(text, length, false);
    const char *begin = seen;
    const char *stop = seen + strlen(seen);
    char *whole;

    while (begin < stop && g_unichar_isspace(g_utf8_get_char(begin)))
        begin = g_utf8_next_char(begin);
    while (stop > begin && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(stop))))
        stop = g_utf8_prev_char(stop);
    whole = g_utf8_normalize(begin, stop - begin, G_NORMALIZE_DEFAULT_COMPOSE);
    g_string_assign(to, whole != NULL ? guard_unguarded(whole) : "");
    g_free(whole);
    g_free(seen);
}

void tidy_word(GString *to, const char *text, size_t length)
{
    if (!tidy_is_needed(text, length)) {
        g_string_truncate(to, 0);
        g_string_append_len(to, text, (gssize)length);
        return;
    }
    tidy_any(to, text, length);
}

char *tidy_text(const char *text, size_t length)
{
    GString *word = g_string_new(NULL);

    tidy_word(word, text, length);
    return g_string_free(word, FALSE);
}

char *tidy_label(const char *text)
{
    char *word = tidy_text(text, strlen(text));
    GString *label = g_string_new(NULL);
    bool space = false;

    for (const char *at = word; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (!g_unichar_isspace(letter)) {
            if (space)
                g_string_append_c(label, ' ');
            g_string_append_unichar(label, letter);
        }
        space = g_unichar_isspace(letter);
    }
    g_free(word);
    return g_string_free(label, FALSE);
}
