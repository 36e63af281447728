#include "ingest/packed.h"

#include <glib.h>
#include <string.h>

static bool packed_has_word(const char *text, const char *stop)
{
    for (; text < stop; text = g_utf8_next_char(text))
        if (g_unichar_isalnum(g_utf8_get_char(text)))
            return true;
    return false;
}

/* Whether the `;` at `at` ends an entity: `&lt;`, `&#39;`. */
static bool packed_is_entity(const char *text, const char *at)
{
    const char *byte = at;

    while (byte > text && (g_ascii_isalnum(byte[-1]) || byte[-1] == '#'))
        byte--;
    return byte < at && byte > text && byte[-1] == '&';
}

const char *packed_end(const char *text, const char *from, const char *separators)
{
    const char *signs = separators != NULL ? separators : ";\r\n";
    const char *at = from + strcspn(from, signs);

    while (*at == ';' && separators == NULL && packed_is_entity(text, at))
        at += 1 + strcspn(at + 1, signs);
    return at;
}

/* Whether a part holds nothing but spaces: a separator that is there twice. */
static bool packed_is_blank(const char *text, const char *stop)
{
    while (text < stop && g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return text >= stop;
}

bool packed_is(const char *text, const char *separators)
{
    size_t parts = 0;
    bool separated = false;

    for (const char *from = text;; from++) {
        const char *stop = packed_end(text, from, separators);

        if (packed_has_word(from, stop))
            parts++;
        else if (*stop == ';' && separators == NULL && (parts == 0 || !packed_is_blank(from, stop)))
            return false;
        if (*stop == '\0')
            return separated && parts > 0;
        separated = true;
        from = stop;
    }
}

/* Whether the sign stands there, and everything between is known; nothing is, behind a sign at the
 * end. */
static bool packed_is_known(const char *text, const char *sign,
                            bool (*knows)(const void *data, const char *part), const void *data)
{
    char **parts = g_strsplit(text, sign, -1);
    guint n = g_strv_length(parts);
    bool known = n > 1;

    for (guint i = 0; i < n && known; i++) {
        const char *part = g_strstrip(parts[i]);

        known = (i > 0 && i + 1 == n && *part == '\0') || knows(data, part);
    }
    g_strfreev(parts);
    return known;
}

const char *packed_sign(const char *text, bool (*knows)(const void *data, const char *part),
                        const void *data)
{
    static const char *const signs[] = {",", "/", "+", "&", "|"};

    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strstr(text, signs[i]) != NULL && packed_is_known(text, signs[i], knows, data))
            return signs[i];
    return NULL;
}
