#include "ingest/nested.h"

#include "base/names.h"
#include "foreign/tidy.h"

#include <glib.h>
#include <string.h>

static const char *const watched[] = {"student", "wpb"};

enum { WATCHED = G_N_ELEMENTS(watched) };
enum { NOWHERE = -1, TOLD = -2 };

struct nested {
    struct ledger *ledger;
    int columns[WATCHED]; /* of the sheet, -1 when absent */
    int school;
    struct names *persons[WATCHED];
    GArray *where[WATCHED]; /* int: by id of a person, the id of the first school */
    struct names *schools;
    GString *word;
};

struct nested *nested_new(const struct sheet *sheet, struct ledger *ledger)
{
    struct nested *nested = g_new0(struct nested, 1);

    nested->ledger = ledger;
    nested->school = sheet_find(sheet, "school");
    nested->schools = names_new();
    nested->word = g_string_new(NULL);
    for (size_t i = 0; i < WATCHED; i++) {
        nested->columns[i] = sheet_find(sheet, watched[i]);
        nested->persons[i] = names_new();
        nested->where[i] = g_array_new(FALSE, FALSE, sizeof(int));
    }
    return nested;
}

void nested_free(struct nested *nested)
{
    for (size_t i = 0; i < WATCHED; i++) {
        names_free(nested->persons[i]);
        g_array_free(nested->where[i], TRUE);
    }
    names_free(nested->schools);
    g_string_free(nested->word, TRUE);
    g_free(nested);
}

static const char *nested_word(struct nested *nested, const struct sheet *sheet, int column)
{
    const char *cell = sheet_cell(sheet, column);
    size_t length = sheet_length(sheet, column);

    if (!tidy_is_needed(cell, length))
        return cell;
    tidy_word(nested->word, cell, length);
    return nested->word->str;
}

static void nested_tell(const struct nested *nested, const struct sheet *sheet, const char *person,
                        int first, int second)
{
    char *value = g_strdup_printf("%s: %s / %s", person, names_text(nested->schools, first),
                                  names_text(nested->schools, second));

    ledger_line(nested->ledger, LEDGER_WARNING, sheet_file(sheet), sheet_line(sheet), "two-schools",
                value, "one person at two schools: counted at both");
    g_free(value);
}

void nested_look(struct nested *nested, const struct sheet *sheet)
{
    int school;

    if (nested->school < 0 || sheet_length(sheet, nested->school) == 0)
        return;
    school = names_id(nested->schools, nested_word(nested, sheet, nested->school));
    for (size_t i = 0; i < WATCHED; i++) {
        const char *person = nested_word(nested, sheet, nested->columns[i]);
        const int nowhere = NOWHERE;
        guint id;
        int *where;

        if (*person == '\0')
            continue;
        id = (guint)names_id(nested->persons[i], person);
        if (id == nested->where[i]->len)
            g_array_append_val(nested->where[i], nowhere);
        where = &g_array_index(nested->where[i], int, id);
        if (*where == NOWHERE)
            *where = school;
        if (*where == school || *where == TOLD)
            continue;
        nested_tell(nested, sheet, person, *where, school);
        *where = TOLD;
    }
}
