#include "table/delimiter.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static const char candidates[] = ",;\t|";

/* Which candidate a byte is, -1 when it is none. */
static int delimiter_index(char byte)
{
    const char *found = byte == '\0' ? NULL : strchr(candidates, byte);

    return found == NULL ? -1 : (int)(found - candidates);
}

char delimiter_find(const char *text, size_t n, size_t *count)
{
    size_t counts[sizeof candidates] = {0};
    size_t best = 0;
    bool quoted = false;
    bool fresh = true; /* a quote here would open a cell */

    for (size_t i = 0; i < n && (quoted || (text[i] != '\n' && text[i] != '\r')); i++) {
        int at = delimiter_index(text[i]);

        if (text[i] == '"' && (quoted || fresh))
            quoted = !quoted;
        else if (!quoted && at >= 0)
            counts[at]++;
        fresh = at >= 0 || (fresh && text[i] == ' ') || text[i] == '"';
    }
    for (size_t i = 1; candidates[i] != '\0'; i++)
        if (counts[i] > counts[best])
            best = i;
    if (count != NULL)
        *count = counts[best];
    return candidates[best];
}

char delimiter_said(const char *line, size_t n)
{
    static const char word[] = "sep=";
    const char *stop = line + n;
    bool quoted = n > 0 && *line == '"';
    char said;

    line += quoted;
    if ((size_t)(stop - line) < sizeof word || g_ascii_strncasecmp(line, word, strlen(word)) != 0)
        return '\0';
    line += strlen(word);
    said = delimiter_index(*line) >= 0 ? *line : '\0';
    if (*line == '\\' && stop - line > 1 && line[1] == 't') {
        said = '\t';
        line++;
    }
    line++;
    if (quoted && (line == stop || *line++ != '"'))
        return '\0';
    return line == stop || *line == '\r' || *line == '\n' ? said : '\0';
}

const char *delimiter_name(char delimiter)
{
    switch (delimiter) {
    case '\t':
        return "tab";
    case ';':
        return "semicolon";
    case '|':
        return "bar";
    default:
        return "comma";
    }
}
