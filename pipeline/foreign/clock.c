#include "foreign/clock.h"

#include "table/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* `12,5` to `12.5`; false when the comma may mark thousands. */
static bool clock_number(const char *text, double *value)
{
    const char *comma = strchr(text, ',');
    char *pointed;
    bool fine;

    if (comma == NULL)
        return number_read(text, value);
    if (strchr(text, '.') != NULL || strlen(comma + 1) == 3)
        return false;
    pointed = g_strdelimit(g_strdup(text), ",", '.');
    fine = number_read(pointed, value);
    g_free(pointed);
    return fine;
}

enum clock_kind clock_read(const char *text, double *value)
{
    char **parts;
    guint n;
    double seconds = 0;
    bool fine = true;

    if (strchr(text, ':') == NULL)
        return clock_number(text, value) ? CLOCK_NUMBER : CLOCK_WRONG;
    parts = g_strsplit(text, ":", -1);
    n = g_strv_length(parts);
    for (guint i = 0; i < n && fine; i++) {
        double part;
        bool last = i + 1 == n;

        fine = clock_number(parts[i], &part) && part >= 0 && (i == 0 || part < 60) &&
               (last || part == floor(part));
        seconds = fine ? 60 * seconds + part : seconds;
    }
    g_strfreev(parts);
    if (!fine || n < 2 || n > 3)
        return CLOCK_WRONG;
    *value = seconds;
    return CLOCK_TIME;
}
