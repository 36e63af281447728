#include "foreign/clock.h"

#include "table/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* One part of a clock time: whole, but for the last, whose mark is always a decimal one. */
static bool clock_part(char *text, bool last, double *value)
{
    if (last)
        g_strdelimit(text, ",", '.');
    return g_ascii_isdigit(*text) && strpbrk(text, "eE") == NULL && number_read(text, value) &&
           (last || *value == floor(*value));
}

static enum clock_kind clock_number(const char *text, struct decimal *column, double *value)
{
    switch (decimal_read(column, text, value)) {
    case DECIMAL_READ:
        return CLOCK_NUMBER;
    case DECIMAL_AGAINST:
        return CLOCK_AGAINST;
    case DECIMAL_TURNED:
        return CLOCK_TURNED;
    case DECIMAL_NOT:
        break;
    }
    return CLOCK_WRONG;
}

enum clock_kind clock_read(const char *text, struct decimal *column, double *value)
{
    char *trimmed;
    char **parts;
    guint n;
    double seconds = 0;
    bool fine = true;

    if (strchr(text, ':') == NULL)
        return clock_number(text, column, value);
    trimmed = g_strstrip(g_strdup(text));
    parts = g_strsplit(trimmed, ":", -1);
    g_free(trimmed);
    n = g_strv_length(parts);
    for (guint i = 0; i < n && fine; i++) {
        double part = 0;

        fine = clock_part(parts[i], i + 1 == n, &part) && (i == 0 || part < 60);
        seconds = 60 * seconds + part;
    }
    g_strfreev(parts);
    if (!fine || n < 2 || n > 3)
        return CLOCK_WRONG;
    *value = seconds;
    return CLOCK_TIME;
}
