#include "foreign/tidy.h"

#include "table/guard.h"

#include <string.h>

/* From this byte on letters may be in pieces: U+0300 is CC 80. Below it there is one more space,
 * the no-break one, C2 A0. */
enum { PIECES = 0xcc };

static bool tidy_is_no_break(const char *text)
{
    return text[0] == '\xc2' && text[1] == '\xa0';
}

bool tidy_is_needed(const char *text, size_t length)
{
    unsigned char high = 0;

    if (length == 0)
        return false;
    for (size_t i = 0; i < length; i++)
        high = MAX(high, (unsigned char)text[i]);
    if (high >= PIECES || *text == '\'' || g_ascii_isspace(*text) ||
        g_ascii_isspace(text[length - 1]))
        return true;
    return high >= 0x80 && length > 1 &&
           (tidy_is_no_break(text) || tidy_is_no_break(text + length - 2));
}

/* A mark that says how the text is to be read has no width either. */
static bool tidy_is_space(gunichar letter)
{
    return g_unichar_isspace(letter) || letter == 0xfeff || letter == 0x200b;
}

void tidy_word(GString *to, const char *text, size_t length)
{
    const char *stop = text + length;
    char *whole;

    while (text < stop && tidy_is_space(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    while (stop > text && tidy_is_space(g_utf8_get_char(g_utf8_prev_char(stop))))
        stop = g_utf8_prev_char(stop);
    whole = g_utf8_normalize(text, stop - text, G_NORMALIZE_DEFAULT_COMPOSE);
    g_string_assign(to, whole != NULL ? guard_unguarded(whole) : "");
    g_free(whole);
}

char *tidy_label(const char *text)
{
    GString *word = g_string_new(NULL);
    GString *label = g_string_new(NULL);
    bool space = false;

    tidy_word(word, text, strlen(text));
    for (const char *at = word->str; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (!tidy_is_space(letter)) {
            if (space)
                g_string_append_c(label, ' ');
            g_string_append_unichar(label, letter);
        }
        space = tidy_is_space(letter);
    }
    g_string_free(word, TRUE);
    return g_string_free(label, FALSE);
}
