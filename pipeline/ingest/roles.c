#include "ingest/roles.h"

#include "base/fail.h"
#include "codebook/codebook.h"

#include <string.h>

struct roles {
    char *const *given;
    struct ledger *ledger;
    struct codebooks *names;
    GHashTable *unknown; /* texts that were warned about */
};

struct roles *roles_new(char *const *given, struct ledger *ledger)
{
    static char name[] = "rollen";
    char *names[] = {name, NULL};
    struct roles *roles = g_new0(struct roles, 1);

    for (char *const *role = given; role != NULL && *role != NULL; role++)
        if (strchr(*role, '=') == NULL)
            fail(STATUS_USAGE, "--role \"%s\": say SPEAKER=ROLE", *role);
    roles->given = given;
    roles->ledger = ledger;
    roles->names = codebooks_load(names);
    roles->unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return roles;
}

void roles_free(struct roles *roles)
{
    codebooks_free(roles->names);
    g_hash_table_destroy(roles->unknown);
    g_free(roles);
}

const char *roles_given(const struct roles *roles, const char *speaker)
{
    const char *everybody = NULL;

    for (char *const *role = roles->given; role != NULL && *role != NULL; role++) {
        const char *equals = strchr(*role, '=');
        size_t n = (size_t)(equals - *role);

        if (strlen(speaker) == n && strncmp(*role, speaker, n) == 0)
            return equals + 1;
        if (n == 1 && **role == '*' && everybody == NULL)
            everybody = equals + 1;
    }
    return everybody;
}

const char *roles_named(const struct roles *roles, const char *text)
{
    const struct code *role = *text == '\0' ? NULL : codebooks_meaning(roles->names, text);

    return role != NULL ? role->code : "";
}

const char *roles_meaning(struct roles *roles, const char *text, const char *file, size_t line)
{
    const struct code *role = *text == '\0' ? NULL : codebooks_meaning(roles->names, text);

    if (role != NULL)
        return role->code;
    if (*text != '\0' && g_hash_table_add(roles->unknown, g_strdup(text)))
        ledger_line(roles->ledger, LEDGER_WARNING, file, line, "role-unknown", text,
                    "not in rollen.csv: kept as it is; say --role or add it as an alias");
    return text;
}
