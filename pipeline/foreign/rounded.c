#include "foreign/rounded.h"

#include "table/number.h"

#include <glib.h>
#include <math.h>

/* From here on (2^53) not every whole number is a double. */
static const double large = 9007199254740992.0;

void rounded_look(struct rounded *rounded, const char *text, const char *plain, double value)
{
    bool is_large = fabs(value) >= large;

    if (number_keeps(plain, value))
        return;
    if (rounded->count++ > 0 && (rounded->large || !is_large))
        return;
    rounded->large = is_large;
    g_strlcpy(rounded->first, text, sizeof rounded->first);
    rounded->value = value;
    rounded->line = 0;
}

void rounded_tell(const struct rounded *rounded, const char *column, const char *file,
                  struct ledger *ledger)
{
    char number[NUMBER_ROOM];
    char *value;
    char *more;
    char *action;

    if (rounded->count == 0)
        return;
    number_write(number, rounded->value);
    value = g_strdup_printf("%s <- %s", column, rounded->first);
    more =
        rounded->count == 1 ? g_strdup("") : g_strdup_printf("; %zu cells in all", rounded->count);
    action = g_strdup_printf("more digits than a number holds: read as %s%s%s", number, more,
                             rounded->large ? "; is it a name? then this is the wrong column" : "");
    ledger_line(ledger, rounded->large ? LEDGER_WARNING : LEDGER_NOTE, file, rounded->line,
                "number-rounded", value, action);
    g_free(action);
    g_free(more);
    g_free(value);
}
