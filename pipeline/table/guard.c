#include "table/guard.h"

#include <stdbool.h>
#include <string.h>

static size_t guard_cells(gunichar character)
{
    if (g_unichar_iszerowidth(character))
        return 0;
    return g_unichar_iswide(character) ? 2 : 1;
}

size_t guard_width(const char *text)
{
    size_t width = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text))
        width += guard_cells(g_utf8_get_char(text));
    return width;
}

/* A copy on one line: runs of white space and controls become one space, ends are bare. */
static char *guard_flat(const char *text)
{
    GString *flat = g_string_new(NULL);

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar character = g_utf8_get_char(text);
        bool space = character == ' ' || g_unichar_iscntrl(character) || character == 0x2028 ||
                     character == 0x2029;

        if (!space)
            g_string_append_unichar(flat, character);
        else if (flat->len > 0 && flat->str[flat->len - 1] != ' ')
            g_string_append_c(flat, ' ');
    }
    return g_strchomp(g_string_free(flat, FALSE));
}

char *guard_line(const char *text, size_t cut)
{
    char *flat = guard_flat(text);
    size_t width = 0;
    char *at = flat;
    char *line;

    if (guard_width(flat) <= cut)
        return flat;
    for (; width + guard_cells(g_utf8_get_char(at)) < cut; at = g_utf8_next_char(at))
        width += guard_cells(g_utf8_get_char(at));
    *at = '\0';
    line = g_strconcat(flat, "…", NULL);
    g_free(flat);
    return line;
}

char *guard_markdown(const char *text)
{
    char *flat = guard_flat(text);
    GString *line = g_string_new(NULL);

    for (const char *at = flat; *at != '\0'; at++) {
        if (strchr("\\`*_[]|~", *at) != NULL)
            g_string_append_c(line, '\\');
        if (*at == '<')
            g_string_append(line, "&lt;");
        else if (*at == '&')
            g_string_append(line, "&amp;");
        else
            g_string_append_c(line, *at);
    }
    g_free(flat);
    return g_string_free(line, FALSE);
}

bool guard_is_formula(const char *text)
{
    static const char signs[] = "=+-@＝＋－＠";
    const char *at = text;

    while (*at != '\0' &&
           (g_unichar_isspace(g_utf8_get_char(at)) || g_unichar_iscntrl(g_utf8_get_char(at)) ||
            g_unichar_iszerowidth(g_utf8_get_char(at))))
        at = g_utf8_next_char(at);
    return *text == '\t' || *text == '\r' ||
           (*at != '\0' && g_utf8_strchr(signs, -1, g_utf8_get_char(at)) != NULL);
}

char *guard_formula(const char *text)
{
    return g_strconcat(guard_is_formula(text + strspn(text, "'")) ? "'" : "", text, NULL);
}

static bool guard_is_needed(const char *text)
{
    const char *bare = text + strspn(text, "'");

    return guard_is_formula(bare) || guard_is_rewritten(bare);
}

char *guard_cell(const char *text)
{
    return g_strconcat(guard_is_needed(text) ? "'" : "", text, NULL);
}

const char *guard_unguarded(const char *text)
{
    return *text == '\'' && guard_is_needed(text) ? text + 1 : text;
}

char *guard_escape(const char *text)
{
    GString *line = g_string_new(*text == '.' ? "\\" : NULL);

    for (; *text != '\0'; text++) {
        switch (*text) {
        case '\t':
            g_string_append(line, "\\t");
            break;
        case '\n':
            g_string_append(line, "\\n");
            break;
        case '\r':
            g_string_append(line, "\\r");
            break;
        case '\\':
            g_string_append(line, "\\\\");
            break;
        default:
            g_string_append_c(line, *text);
        }
    }
    return g_string_free(line, FALSE);
}

void guard_quote(GString *line, const char *text, char delimiter)
{
    const char special[] = {delimiter, '"', '\r', '\n', '\0'};
    size_t length = strlen(text);
    bool blank = length > 0 && (g_ascii_isspace(*text) || g_ascii_isspace(text[length - 1]));

    if (!blank && strpbrk(text, special) == NULL) {
        g_string_append(line, text);
        return;
    }
    g_string_append_c(line, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            g_string_append_c(line, '"');
        g_string_append_c(line, *text);
    }
    g_string_append_c(line, '"');
}
