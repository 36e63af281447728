#include "codebook/wording.h"

#include <string.h>

const char *wording_label(const struct codebooks *codebooks, const char *name,
                          enum show_language language)
{
    const struct code *code = codebooks_code(codebooks, name);

    return code == NULL ? name : code_label(code, language == SHOW_ENGLISH ? "en" : "nl");
}

char *wording_word(const struct wording *wording, const char *section, const char *key)
{
    if (*key == '\0' || !texts_has(wording->texts, section, key))
        return g_strdup(key);
    return texts_get(wording->texts, section, key);
}

/* One side of CODE~CODE; none has its own words. */
static char *wording_side(const struct wording *wording, const char *code)
{
    if (*code == '\0')
        return wording_word(wording, "subject", "no-code");
    return g_strdup(wording_label(wording->codebooks, code, wording->language));
}

/* "doorvragen ~ duiden" */
static char *wording_pair(const struct wording *wording, const char *subject)
{
    char **sides = g_strsplit(subject, "~", 2);
    char *first = wording_side(wording, sides[0]);
    char *second = wording_side(wording, sides[1]);
    char *text = g_strdup_printf("%s ~ %s", first, second);

    g_free(first);
    g_free(second);
    g_strfreev(sides);
    return text;
}

char *wording_subject(const struct wording *wording, const struct result *result)
{
    const char *colon = strchr(result->subject, ':');
    char *kind;
    char *word;
    char *text;

    if (*result->subject == '\0')
        return wording_word(wording, "subject", "total");
    if (strchr(result->subject, '~') != NULL)
        return wording_pair(wording, result->subject);
    if (colon == NULL)
        return g_strdup(wording_label(wording->codebooks, result->subject, wording->language));
    kind = g_strndup(result->subject, (gsize)(colon - result->subject));
    word = wording_word(wording, "subject", kind);
    text = g_strdup_printf("%s %s", word, colon + 1);
    g_free(word);
    g_free(kind);
    return text;
}

static char *wording_token(const struct wording *wording, const char *section, const char *token)
{
    char **pair = g_strsplit(token, "=", 2);
    char *key = g_strjoinv("-", pair);
    char *text;

    if (*token == '\0' || texts_has(wording->texts, section, key))
        text = wording_word(wording, section, key);
    else if (pair[1] != NULL && texts_has(wording->texts, section, pair[0]))
        text = texts_fill(wording->texts, section, pair[0], "value", pair[1], (char *)NULL);
    else
        text = g_strdup(token);
    g_free(key);
    g_strfreev(pair);
    return text;
}

char *wording_tokens(const struct wording *wording, const char *section, const char *list)
{
    char **tokens = g_strsplit(list, ";", -1);
    GString *words = g_string_new(NULL);

    for (char **token = tokens; *token != NULL; token++) {
        char *text = wording_token(wording, section, g_strstrip(*token));

        if (*text != '\0')
            g_string_append_printf(words, "%s%s", words->len > 0 ? "; " : "", text);
        g_free(text);
    }
    g_strfreev(tokens);
    return g_string_free(words, FALSE);
}
