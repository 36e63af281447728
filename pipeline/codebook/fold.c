#include "codebook/fold.h"

#include "base/unseen.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static const struct {
    const char *entity;
    const char *text;
} entities[] = {
    {"&nbsp;", " "},  {"&amp;", "&"}, {"&lt;", "<"},    {"&gt;", ">"},
    {"&quot;", "\""}, {"&#39;", "'"}, {"&rsquo;", "'"}, {"&lsquo;", "'"},
};

/* Length of the tag at the front of a text, 0 when none is there: `<` before a letter, `/` or `!`.
 */
static size_t fold_tag(const char *text)
{
    const char *end;

    if (*text != '<' || !(g_ascii_isalpha(text[1]) || text[1] == '/' || text[1] == '!'))
        return 0;
    end = strchr(text, '>');
    return end == NULL ? 0 : (size_t)(end - text) + 1;
}

/* Without tags, and with the characters that entities stand for. */
static char *fold_markup(const char *text)
{
    GString *plain = g_string_new(NULL);

    while (*text != '\0') {
        size_t tag = fold_tag(text);
        size_t i = 0;

        while (*text == '&' && i < G_N_ELEMENTS(entities) &&
               !g_str_has_prefix(text, entities[i].entity))
            i++;
        if (tag > 0) {
            g_string_append_c(plain, ' ');
            text += tag;
        } else if (*text == '&' && i < G_N_ELEMENTS(entities)) {
            g_string_append(plain, entities[i].text);
            text += strlen(entities[i].entity);
        } else {
            g_string_append_c(plain, *text++);
        }
    }
    return g_string_free(plain, FALSE);
}

/* The plain character that stands for a typographic one. */
static gunichar fold_letter(gunichar letter)
{
    switch (letter) {
    case 0x2018: /* single quotes */
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0xb4:
    case '`':
        return '\'';
    case 0x201c: /* double quotes */
    case 0x201d:
    case 0x201e:
        return '"';
    case 0x2010: /* hyphens, dashes, minus */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return '-';
    default:
        return letter;
    }
}

char *fold_text(const char *text)
{
    char *plain = fold_markup(text);
    char *composed = g_utf8_normalize(plain, -1, G_NORMALIZE_ALL_COMPOSE);
    char *folded = g_utf8_casefold(composed != NULL ? composed : plain, -1);
    GString *result = g_string_new(NULL);

    for (const char *at = folded; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = fold_letter(g_utf8_get_char(at));

        if (unseen_is(letter))
            continue;
        if (!g_unichar_isspace(letter))
            g_string_append_unichar(result, letter);
        else if (result->len > 0 && result->str[result->len - 1] != ' ')
            g_string_append_c(result, ' ');
    }
    g_free(folded);
    g_free(composed);
    g_free(plain);
    return g_strchomp(g_string_free(result, FALSE));
}

char *fold_question(const char *text)
{
    char *folded = fold_text(text);
    size_t n = strlen(folded);

    while (n > 0 && strchr(" .?!:;*", folded[n - 1]) != NULL)
        n--;
    if (n > 0)
        folded[n] = '\0';
    return folded;
}

char *fold_name(const char *text)
{
    char *folded = fold_text(text);
    GString *name = g_string_new(NULL);

    for (const char *byte = folded; *byte != '\0'; byte++) {
        bool joint = strchr("_ -[.", *byte) != NULL;

        if (*byte == ']')
            continue;
        if (!joint)
            g_string_append_c(name, *byte);
        else if (name->len > 0 && name->str[name->len - 1] != '-')
            g_string_append_c(name, '-');
    }
    g_free(folded);
    return g_string_free(name, FALSE);
}

static bool fold_is_space(gunichar letter)
{
    return g_unichar_isspace(letter) || unseen_is(letter);
}

char *fold_trim(const char *text)
{
    const char *end = text + strlen(text);

    while (*text != '\0' && fold_is_space(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    while (end > text && fold_is_space(g_utf8_get_char(g_utf8_prev_char(end))))
        end = g_utf8_prev_char(end);
    return g_strndup(text, (gsize)(end - text));
}
