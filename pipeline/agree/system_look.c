#include "agree/system.h"

#include "table/number.h"

int system_category(const struct system *system, int code)
{
    for (guint i = 0; i < system->codes->len; i++)
        if (g_array_index(system->codes, int, i) == code)
            return (int)i;
    return -1;
}

const struct code *system_category_code(const struct system *system, int category)
{
    return codings_code(system->codings, g_array_index(system->codes, int, category));
}

const char *system_code(const struct system *system, int category)
{
    if ((guint)category >= system->codes->len)
        return "";
    return system_category_code(system, category)->code;
}

const char *system_coder(const struct system *system, guint coder)
{
    return names_text(system->codings->coders, g_array_index(system->coders, int, coder));
}

int32_t system_seen(const struct system *system, guint unit, guint coder)
{
    return system->seen[(size_t)unit * system->coders->len + coder];
}

bool system_is_several(const struct system *system, guint unit)
{
    for (guint i = 0; i < system->coders->len; i++)
        if (system_seen(system, unit, i) == SYSTEM_SEVERAL)
            return true;
    return false;
}

/* The coders who gave a unit several codes: "A, B". */
static char *system_several_coders(const struct system *system, guint unit)
{
    GString *names = g_string_new(NULL);

    for (guint i = 0; i < system->coders->len; i++)
        if (system_seen(system, unit, i) == SYSTEM_SEVERAL)
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "",
                                   system_coder(system, i));
    return g_string_free(names, FALSE);
}

static void system_tell_several(const struct system *system, struct ledger *ledger, guint unit)
{
    const struct coding_unit *of =
        codings_unit(system->codings, g_array_index(system->units, guint, unit));
    char *coders = system_several_coders(system, unit);
    char *value =
        g_strdup_printf("%s %s", names_text(system->codings->sources, of->source), of->name);
    char *action = g_strdup_printf("several codes of %s by %s: counts for single codes only",
                                   system->book->name, coders);

    ledger_add(ledger, LEDGER_NOTE, "", "", "unit-several", value, action);
    g_free(action);
    g_free(value);
    g_free(coders);
}

void system_tell(const struct system *system, struct ledger *ledger)
{
    char number[NUMBER_ROOM];

    number_write_count(number, system->other_role);
    if (system->other_role > 0)
        ledger_add(ledger, LEDGER_NOTE, "", "", "other-role-units", system->book->name,
                   "units of a role that its codes are not about, given none: left out");
    for (guint i = 0; i < system->codes->len; i++) {
        const struct code *code =
            codings_code(system->codings, g_array_index(system->codes, int, i));

        if (code_has_children(code))
            ledger_add(ledger, LEDGER_NOTE, "", "", "parent-code", code->code,
                       "a code with codes below it was given: a category of its own here");
    }
    for (guint i = 0; i < system->units->len; i++)
        if (system_is_several(system, i))
            system_tell_several(system, ledger, i);
}
