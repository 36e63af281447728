#include "foreign/clock.h"

#include "table/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* Seconds up to which every whole number is a double, and written as such. */
static const double whole_most = 1e15;

/* One part of a clock time, without what stands behind its mark: only the last one has any. */
static bool clock_part(const char *text, bool last, double *value)
{
    bool fine = g_ascii_isdigit(*text) && strpbrk(text, "eE") == NULL && number_read(text, value) &&
                (last || *value == floor(*value));

    *value = floor(*value);
    return fine;
}

/* The whole seconds with what stands behind the mark of the last part, which is always a decimal
 * one. Put together as text: a sum of numbers would round twice. */
static void clock_sum(struct decimal *column, const char *text, double seconds, const char *last,
                      double *value)
{
    const char *mark = strchr(last, '.');
    char whole[NUMBER_ROOM];
    char *plain;

    number_write_count(whole, (int64_t)seconds);
    plain = g_strconcat(whole, mark, NULL);
    number_read(plain, value);
    rounded_look(&column->rounded, text, plain, *value);
    g_free(plain);
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
    bool fine;

    if (strchr(text, ':') == NULL)
        return clock_number(text, column, value);
    trimmed = g_strstrip(g_strdup(text));
    parts = g_strsplit(trimmed, ":", -1);
    g_free(trimmed);
    n = g_strv_length(parts);
    fine = n >= 2 && n <= 3;
    if (fine)
        g_strdelimit(parts[n - 1], ",", '.');
    for (guint i = 0; i < n && fine; i++) {
        double part = 0;

        fine = clock_part(parts[i], i + 1 == n, &part) && (i == 0 || part < 60);
        seconds = 60 * seconds + part;
    }
    fine = fine && seconds < whole_most;
    if (fine)
        clock_sum(column, text, seconds, parts[n - 1], value);
    g_strfreev(parts);
    return fine ? CLOCK_TIME : CLOCK_WRONG;
}
