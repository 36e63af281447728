#include "match/sheet.h"

#include <math.h>
#include <string.h>

static void occasion_free(gpointer freed)
{
    struct occasion *occasion = freed;

    g_free(occasion->groups);
    g_free(occasion->values);
    g_free(occasion);
}

static void sheet_group_free(gpointer freed)
{
    struct sheet_group *group = freed;

    g_free(group->by);
    g_free(group->name);
    g_free(group);
}

/* The group that the grouping says now; made when it is new. */
static int sheet_group(struct sheet *sheet)
{
    const struct grouping *grouping = sheet->grouping;
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(sheet->group_of, grouping->key->str));
    struct sheet_group *group;

    if (found > 0)
        return (int)found - 1;
    group = g_new0(struct sheet_group, 1);
    group->by = g_strdup(grouping->by->str);
    group->name = g_strdup(grouping->name->str);
    g_ptr_array_add(sheet->groups, group);
    g_hash_table_insert(sheet->group_of, g_strdup(grouping->key->str),
                        GUINT_TO_POINTER(sheet->groups->len));
    return (int)sheet->groups->len - 1;
}

static struct sheet *sheet_new(const struct scales *scales, struct grouping *grouping)
{
    struct sheet *sheet = g_new0(struct sheet, 1);

    sheet->scales = scales;
    sheet->grouping = grouping;
    sheet->respondents = names_new();
    sheet->roles = names_new();
    sheet->waves = names_new();
    sheet->wpbs = names_new();
    sheet->schools = names_new();
    sheet->students = names_new();
    sheet->groups = g_ptr_array_new_with_free_func(sheet_group_free);
    sheet->occasions = g_ptr_array_new_with_free_func(occasion_free);
    sheet->group_of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    sheet->by_values = g_new0(const char *, grouping->names->len + 1);
    grouping_join(grouping, sheet->by_values, 0, "");
    sheet_group(sheet); /* over all, also where nobody answered */
    return sheet;
}

void sheet_free(struct sheet *sheet)
{
    names_free(sheet->respondents);
    names_free(sheet->roles);
    names_free(sheet->waves);
    names_free(sheet->wpbs);
    names_free(sheet->schools);
    names_free(sheet->students);
    g_ptr_array_free(sheet->groups, TRUE);
    g_ptr_array_free(sheet->occasions, TRUE);
    g_hash_table_destroy(sheet->group_of);
    g_free(sheet->by_values);
    g_free(sheet);
}

static int sheet_name(struct names *names, const struct forms *forms, const struct form *form,
                      const char *column)
{
    const char *name = forms_text(forms, form, (guint)forms_column(forms, column));

    return *name == '\0' ? SHEET_UNKNOWN : names_id(names, name);
}

static void occasion_find_groups(struct sheet *sheet, const struct forms *forms,
                                 const struct form *form, struct occasion *occasion)
{
    guint subsets = grouping_subsets(sheet->grouping);

    for (guint i = 0; i < sheet->grouping->names->len; i++)
        sheet->by_values[i] =
            forms_text(forms, form, (guint)forms_column(forms, sheet->grouping->names->pdata[i]));
    occasion->groups = g_new(int, subsets);
    for (guint subset = 0; subset < subsets; subset++) {
        grouping_join(sheet->grouping, sheet->by_values, subset, form->origin);
        occasion->groups[subset] = sheet_group(sheet);
    }
}

static void sheet_take(struct sheet *sheet, const struct forms *forms, const struct form *form)
{
    struct occasion *occasion = g_new0(struct occasion, 1);
    guint subjects = scales_subjects(sheet->scales);

    occasion->respondent = names_id(sheet->respondents, forms_text(forms, form, FORM_RESPONDENT));
    occasion->role = names_id(sheet->roles, forms_text(forms, form, FORM_ROLE));
    occasion->wave = names_id(sheet->waves, forms_text(forms, form, FORM_WAVE));
    occasion->wpb = sheet_name(sheet->wpbs, forms, form, "wpb");
    occasion->school = sheet_name(sheet->schools, forms, form, "school");
    occasion->student = sheet_name(sheet->students, forms, form, "student");
    occasion_find_groups(sheet, forms, form, occasion);
    occasion->values = g_new(double, subjects + 1);
    for (guint i = 0; i < subjects; i++)
        occasion->values[i] = NAN;
    for (guint i = 0; i < form->cells->len; i++) {
        const struct form_cell *cell = &g_array_index(form->cells, struct form_cell, i);

        occasion->values[cell->subject] = cell->value;
    }
    g_ptr_array_add(sheet->occasions, occasion);
}

static void sheet_tell(const struct sheet *sheet, struct ledger *ledger)
{
    char *action;

    if (sheet->nameless == 0)
        return;
    action = g_strdup_printf("forms that name nobody: %u, left out", sheet->nameless);
    ledger_add(ledger, LEDGER_WARNING, "", "", "no-respondent", "", action);
    g_free(action);
}

struct sheet *sheet_read(struct reader *in, const struct scales *scales, struct grouping *grouping,
                         const GPtrArray *by, struct ledger *ledger)
{
    struct sheet *sheet = sheet_new(scales, grouping);
    struct forms *forms = forms_new(scales, in, by);

    while (reader_next(in))
        forms_add(forms, in, ledger);
    for (guint i = 0; i < forms->forms->len; i++) {
        const struct form *form = forms->forms->pdata[i];

        if (*forms_text(forms, form, FORM_RESPONDENT) == '\0')
            sheet->nameless++;
        else
            sheet_take(sheet, forms, form);
    }
    forms_tell(forms, ledger);
    sheet_tell(sheet, ledger);
    forms_free(forms);
    return sheet;
}

guint sheet_known(const struct sheet *sheet, int subject)
{
    guint known = 0;

    for (guint i = 0; i < sheet->occasions->len; i++)
        if (!isnan(((const struct occasion *)sheet->occasions->pdata[i])->values[subject]))
            known++;
    return known;
}
