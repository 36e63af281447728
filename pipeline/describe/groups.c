#include "describe/groups.h"

#include "base/fail.h"

#include <string.h>

enum { MOST_COLUMNS = 4, FIXED = 2 };

static void division_free(gpointer freed)
{
    struct division *division = freed;

    g_free(division->by);
    g_array_free(division->of, TRUE);
    names_free(division->names);
    g_free(division);
}

static void groups_add(struct groups *groups, const char *name)
{
    int column = forms_column(groups->forms, name);
    guint known = (guint)column;

    for (guint i = 0; i < groups->columns->len; i++)
        if (g_array_index(groups->columns, guint, i) == known) {
            groups->asked |= 1U << i;
            return;
        }
    groups->asked |= 1U << groups->columns->len;
    g_array_append_val(groups->columns, known);
    if (groups->columns->len > FIXED + MOST_COLUMNS)
        fail(STATUS_USAGE, "--by takes at most %d columns", MOST_COLUMNS);
}

struct groups *groups_new(const struct forms *forms, const GPtrArray *by)
{
    struct groups *groups = g_new0(struct groups, 1);
    const guint fixed[FIXED] = {FORM_ROLE, FORM_WAVE};

    groups->forms = forms;
    groups->columns = g_array_new(FALSE, FALSE, sizeof(guint));
    groups->divisions = g_hash_table_new_full(NULL, NULL, NULL, division_free);
    g_array_append_vals(groups->columns, fixed, FIXED);
    for (guint i = 0; i < by->len; i++)
        groups_add(groups, by->pdata[i]);
    return groups;
}

void groups_free(struct groups *groups)
{
    g_array_free(groups->columns, TRUE);
    g_hash_table_destroy(groups->divisions);
    g_free(groups);
}

static void groups_join(GString *names, const char *separator, const char *name)
{
    if (names->len > 0)
        g_string_append(names, separator);
    g_string_append(names, name);
}

/* The name of the group of a form. */
static void groups_name(const struct groups *groups, const struct form *form, unsigned mask,
                        GString *name)
{
    bool first = true;

    g_string_truncate(name, 0);
    for (guint i = 0; i < groups->columns->len; i++) {
        const char *text;

        if ((mask & 1U << i) == 0)
            continue;
        text = forms_text(groups->forms, form, g_array_index(groups->columns, guint, i));
        if (strstr(text, " + ") != NULL)
            fail(STATUS_STOPPED, "%s: \"%s\": groups are joined by ` + `; write it another way",
                 *form->origin != '\0' ? form->origin : "answers", text);
        g_string_append(name, first ? "" : " + ");
        g_string_append(name, text);
        first = false;
    }
}

static struct division *groups_divide(const struct groups *groups, unsigned mask)
{
    struct division *division = g_new0(struct division, 1);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < groups->columns->len; i++)
        if ((mask & 1U << i) != 0)
            groups_join(text, "+",
                        groups->forms->columns->pdata[g_array_index(groups->columns, guint, i)]);
    division->by = g_strdup(text->str);
    division->of = g_array_new(FALSE, FALSE, sizeof(int));
    division->names = names_new();
    for (guint i = 0; i < groups->forms->forms->len; i++) {
        int group;

        groups_name(groups, groups->forms->forms->pdata[i], mask, text);
        group = names_id(division->names, text->str);
        g_array_append_val(division->of, group);
    }
    g_string_free(text, TRUE);
    return division;
}

const struct division *groups_division(struct groups *groups, unsigned mask)
{
    struct division *division = g_hash_table_lookup(groups->divisions, GUINT_TO_POINTER(mask));

    if (division == NULL) {
        division = groups_divide(groups, mask);
        g_hash_table_insert(groups->divisions, GUINT_TO_POINTER(mask), division);
    }
    return division;
}

bool groups_is_by(const struct division *division, const char *column)
{
    char **names = g_strsplit(division->by, "+", -1);
    bool is = g_strv_contains((const char *const *)names, column);

    g_strfreev(names);
    return is;
}

GArray *groups_masks(const struct groups *groups, unsigned always)
{
    GArray *masks = g_array_new(FALSE, FALSE, sizeof(unsigned));

    for (unsigned subset = 0; subset < 1U << groups->columns->len; subset++) {
        unsigned mask = subset | always;

        if ((subset & ~groups->asked) != 0 || (subset & always) != 0)
            continue;
        g_array_append_val(masks, mask);
    }
    return masks;
}
