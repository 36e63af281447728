#include "ingest/alike.h"

#include "foreign/tidy.h"

#include <glib.h>
#include <string.h>

static const char *const watched[] = {"wpb", "student", "school", "speaker"};

enum { WATCHED = G_N_ELEMENTS(watched) };

struct alike_column {
    int column;        /* of the sheet, -1 when absent */
    GString *last;     /* the name of the record before */
    GHashTable *known; /* names that were looked at */
    GHashTable *first; /* folded name -> the first spelling of it */
};

struct alike {
    struct ledger *ledger;
    struct eaten *eaten;
    GString *word; /* a name, tidied */
    struct alike_column columns[WATCHED];
};

struct alike *alike_new(const struct sheet *sheet, struct eaten *eaten, struct ledger *ledger)
{
    struct alike *alike = g_new0(struct alike, 1);

    alike->ledger = ledger;
    alike->eaten = eaten;
    alike->word = g_string_new(NULL);
    for (size_t i = 0; i < WATCHED; i++) {
        alike->columns[i].column = sheet_find(sheet, watched[i]);
        alike->columns[i].last = g_string_new(NULL);
        alike->columns[i].known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        alike->columns[i].first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    }
    return alike;
}

bool alike_watches(const char *name)
{
    for (size_t i = 0; i < WATCHED; i++)
        if (strcmp(watched[i], name) == 0)
            return true;
    return false;
}

void alike_free(struct alike *alike)
{
    for (size_t i = 0; i < WATCHED; i++) {
        g_string_free(alike->columns[i].last, TRUE);
        g_hash_table_destroy(alike->columns[i].known);
        g_hash_table_destroy(alike->columns[i].first);
    }
    g_string_free(alike->word, TRUE);
    g_free(alike);
}

/* Letters and digits only, capitals folded; to be freed. */
static char *alike_fold_ascii(const char *name)
{
    GString *plain = g_string_new(NULL);

    for (; *name != '\0'; name++)
        if (g_ascii_isalnum(*name))
            g_string_append_c(plain, g_ascii_tolower(*name));
    return g_string_free(plain, FALSE);
}

static char *alike_fold(const char *name)
{
    char *folded = g_utf8_casefold(name, -1);
    GString *plain = g_string_new(NULL);

    for (const char *at = folded; *at != '\0'; at = g_utf8_next_char(at))
        if (g_unichar_isalnum(g_utf8_get_char(at)))
            g_string_append_unichar(plain, g_utf8_get_char(at));
    g_free(folded);
    return g_string_free(plain, FALSE);
}

/* A name that was not met before in its column. */
static void alike_meet(struct alike *alike, struct alike_column *column, const struct sheet *sheet,
                       const char *name)
{
    char *folded = g_str_is_ascii(name) ? alike_fold_ascii(name) : alike_fold(name);
    const char *first = g_hash_table_lookup(column->first, folded);
    char *both;

    if (first == NULL) {
        g_hash_table_insert(column->first, folded, g_strdup(name));
        return;
    }
    both = g_strdup_printf("%s / %s", first, name);
    ledger_line(alike->ledger, LEDGER_WARNING, sheet_file(sheet), sheet_line(sheet), "name-alike",
                both, "look alike and are counted apart; write them the same if they are one");
    g_free(both);
    g_free(folded);
}

void alike_look(struct alike *alike, const struct sheet *sheet)
{
    for (size_t i = 0; i < WATCHED; i++) {
        struct alike_column *column = &alike->columns[i];
        const char *cell = sheet_cell(sheet, column->column);

        if (*cell == '\0' || strcmp(cell, column->last->str) == 0)
            continue;
        g_string_assign(column->last, cell);
        tidy_word(alike->word, cell, strlen(cell));
        if (!g_hash_table_add(column->known, g_strdup(alike->word->str)))
            continue;
        eaten_meet(alike->eaten, watched[i], alike->word->str, sheet);
        alike_meet(alike, column, sheet, alike->word->str);
    }
}
