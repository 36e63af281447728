#include "base/month.h"

#include <glib.h>
#include <string.h>

bool month_is_name(const char *text, size_t length)
{
    static const char *const names[] = {
        "jan",      "januari", "january",  "feb",       "februari", "february", "mrt",
        "maart",    "mar",     "march",    "apr",       "april",    "mei",      "may",
        "jun",      "juni",    "june",     "jul",       "juli",     "july",     "aug",
        "augustus", "august",  "sep",      "september", "okt",      "oktober",  "oct",
        "october",  "nov",     "november", "dec",       "december"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strlen(names[i]) == length && g_ascii_strncasecmp(names[i], text, length) == 0)
            return true;
    return false;
}
