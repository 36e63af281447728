#include "table/delimiter.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static const char candidates[] = ",;\t|";

/* The candidate that stands most often outside quotes; a comma when none does. */
char delimiter_find(const char *line)
{
    size_t counts[sizeof candidates] = {0};
    size_t best = 0;
    bool quoted = false;

    for (; *line != '\0'; line++) {
        const char *found = strchr(candidates, *line);

        quoted ^= *line == '"';
        if (found != NULL && !quoted)
            counts[found - candidates]++;
    }
    for (size_t i = 1; candidates[i] != '\0'; i++)
        if (counts[i] > counts[best])
            best = i;
    return candidates[best];
}

/* `sep=;` as Excel writes it. */
char delimiter_said(const char *line)
{
    bool said = g_ascii_strncasecmp(line, "sep=", 4) == 0 && line[4] != '\0' &&
                strchr(candidates, line[4]) != NULL && (line[5] == '\0' || line[5] == '\r');

    return said ? line[4] : '\0';
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
