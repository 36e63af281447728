#include "codebook/wording.h"

#include "codebook/items.h"

#include <stdbool.h>
#include <string.h>

static const char *wording_language(enum show_language language)
{
    return language == SHOW_ENGLISH ? "en" : "nl";
}

const char *wording_label(const struct codebooks *codebooks, const char *name,
                          enum show_language language)
{
    const struct code *code = codebooks_code(codebooks, name);
    const struct item *item = codebooks_item(codebooks, name);

    if (code != NULL)
        return code_label(code, wording_language(language));
    return item == NULL ? name : item_label(item, wording_language(language));
}

char *wording_person(const struct texts *texts, const char *person, const char *book,
                     const char *unit, const char *form)
{
    bool written = strcmp(unit, "event") == 0 || strcmp(unit, "passage") == 0;
    char *keys[] = {g_strjoin("-", book, person, form, NULL), g_strjoin("-", person, form, NULL),
                    g_strdup(form)};
    char *key = NULL;

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (key == NULL && (i > 0 || written) && texts_has(texts, "person", keys[i]))
            key = g_strdup(keys[i]);
        g_free(keys[i]);
    }
    return key != NULL ? key : g_strdup(form);
}

char *wording_word(const struct wording *wording, const char *section, const char *key)
{
    if (*key == '\0' || !texts_has(wording->texts, section, key))
        return g_strdup(key);
    return texts_get(wording->texts, section, key);
}

/* The scale with which a term OFFER~USE begins, be it by a facet or an item. To be freed. */
static char *wording_scale(const struct wording *wording, const char *term)
{
    char *first = g_strndup(term, strcspn(term, "~"));
    const struct item *item = codebooks_item(wording->codebooks, first);

    if (item != NULL) {
        g_free(first);
        return g_strdup(item->scale);
    }
    first[strcspn(first, "/")] = '\0';
    return first;
}

/* The word of a term's own for a key (`rol-nodig-offer_mean`), else the word for all terms; NULL
 * when there is neither. To be freed. */
static char *wording_of_term(const struct wording *wording, const char *section,
                             const struct result *result, const char *key)
{
    char *scale = wording_scale(wording, result->term);
    char *own = g_strconcat(scale, "-", key, NULL);
    char *word = NULL;

    if (texts_has(wording->texts, section, own))
        word = texts_get(wording->texts, section, own);
    else if (texts_has(wording->texts, section, key))
        word = texts_get(wording->texts, section, key);
    g_free(own);
    g_free(scale);
    return word;
}

char *wording_statistic(const struct wording *wording, const struct result *result)
{
    char *word = wording_of_term(wording, "statistic", result, result->statistic);

    return word != NULL ? word : g_strdup(result->statistic);
}

/* ITEM=VALUE as "Eens: Mijn werkplek ..."; NULL when it is not one. */
static char *wording_category(const struct wording *wording, const char *subject)
{
    const char *equals = strrchr(subject, '=');
    char *name = equals == NULL ? NULL : g_strndup(subject, (gsize)(equals - subject));
    const struct item *item = name == NULL ? NULL : codebooks_item(wording->codebooks, name);
    char *answer;
    char *text;

    g_free(name);
    if (item == NULL)
        return NULL;
    answer = item_answer(item, equals + 1);
    text = g_strdup_printf("%s: %s", answer, item_label(item, wording_language(wording->language)));
    g_free(answer);
    return text;
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
    text = strchr(result->term, '~') == NULL
               ? NULL
               : wording_of_term(wording, "subject", result, result->subject);
    if (text != NULL)
        return text;
    text = wording_category(wording, result->subject);
    if (text != NULL)
        return text;
    if (items_have_scale(wording->codebooks, result->subject))
        return items_scale_label(result->subject);
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
