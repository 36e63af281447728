#include "document/clean.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

static bool clean_unwanted(gunichar character)
{
    if (character < 0x20 || (character >= 0x7f && character <= 0x9f))
        return true;
    if ((character >= 0x202a && character <= 0x202e) ||
        (character >= 0x2066 && character <= 0x2069))
        return true;
    return (character >= 0xfdd0 && character <= 0xfdef) || (character & 0xfffe) == 0xfffe;
}

static bool clean_spaces(gunichar character)
{
    return character == '\t' || character == 0x2028 || character == 0x2029;
}

static char *clean_copy(const char *text, char line_break)
{
    char *valid = g_utf8_make_valid(text ? text : "", -1);
    GString *clean = g_string_sized_new(strlen(valid));
    for (const char *at = valid; *at; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (character == '\r' && at[1] == '\n')
            continue;
        if (character == '\n' || character == '\r')
            g_string_append_c(clean, line_break);
        else if (clean_spaces(character))
            g_string_append_c(clean, ' ');
        else if (!clean_unwanted(character))
            g_string_append_unichar(clean, character);
    }
    g_free(valid);
    return g_string_free(clean, FALSE);
}

char *clean_text(const char *text)
{
    return clean_copy(text, '\n');
}

char *clean_line(const char *text)
{
    return clean_copy(text, ' ');
}
