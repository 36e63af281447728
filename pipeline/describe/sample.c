#include "describe/sample.h"

#include <string.h>

/* Whether a form has a row about a subject: for a scale, or for one of its items. */
static bool sample_is_about(const struct forms *forms, const struct form *form, guint subject)
{
    const struct scale *scale = scales_scale(forms->scales, subject);

    if (form_find(form, subject) != NULL)
        return true;
    for (guint i = 0; scale != NULL && i < scale->items->len; i++)
        if (form_find(form, g_array_index(scale->items, guint, i)) != NULL)
            return true;
    return false;
}

/* Whether a form holds anything of a codebook. */
static bool sample_holds(const struct forms *forms, const struct form *form,
                         const struct codebook *book)
{
    for (guint i = 0; i < form->cells->len; i++)
        if (scales_book(forms->scales, g_array_index(form->cells, struct form_cell, i).subject) ==
            book)
            return true;
    return false;
}

unsigned sample_always(const struct forms *forms, guint subject)
{
    const struct form *first = NULL;
    unsigned always = 0;

    for (guint i = 0; i < forms->forms->len; i++) {
        const struct form *form = forms->forms->pdata[i];

        if (!sample_is_about(forms, form, subject))
            continue;
        if (first == NULL)
            first = form;
        if (form->texts[FORM_ROLE] != first->texts[FORM_ROLE])
            always |= GROUPS_ROLE;
        if (form->texts[FORM_WAVE] != first->texts[FORM_WAVE])
            always |= GROUPS_WAVE;
    }
    return always;
}

static void sample_free(gpointer freed)
{
    struct sample *sample = freed;

    g_ptr_array_free(sample->asked, TRUE);
    g_ptr_array_free(sample->answered, TRUE);
    g_array_free(sample->values, TRUE);
    g_array_free(sample->persons, TRUE);
    g_free(sample);
}

static struct sample *sample_new(const struct forms *forms, guint subject)
{
    struct sample *sample = g_new0(struct sample, 1);

    sample->forms = forms;
    sample->subject = subject;
    sample->asked = g_ptr_array_new();
    sample->answered = g_ptr_array_new();
    sample->values = g_array_new(FALSE, FALSE, sizeof(double));
    sample->persons = g_array_new(FALSE, FALSE, sizeof(size_t));
    return sample;
}

/* How many texts there are in a column of the forms asked; -1 for none. */
static int64_t sample_distinct(const struct sample *sample, int column)
{
    GHashTable *met = g_hash_table_new(NULL, NULL);
    int64_t n;

    for (guint i = 0; i < sample->asked->len; i++) {
        const struct form *form = sample->asked->pdata[i];

        if (*forms_text(sample->forms, form, (guint)column) != '\0')
            g_hash_table_add(met, GINT_TO_POINTER(form->texts[column] + 1));
    }
    n = g_hash_table_size(met);
    g_hash_table_destroy(met);
    return n == 0 ? -1 : n;
}

/* Who the respondents are, and how many wpb's and students the numbers rest on. */
static void sample_identify(struct sample *sample)
{
    const struct forms *forms = sample->forms;
    const struct form *first = sample->asked->pdata[0];
    bool same = true;

    for (guint i = 0; i < sample->asked->len; i++)
        same = same && ((const struct form *)sample->asked->pdata[i])->texts[FORM_ROLE] ==
                           first->texts[FORM_ROLE];
    sample->person = same ? forms_text(forms, first, FORM_ROLE) : "";
    if (*sample->person == '\0')
        sample->person = forms->columns->pdata[FORM_RESPONDENT];
    sample->wpbs = strcmp(sample->person, "wpb") == 0
                       ? (int64_t)sample->respondents
                       : sample_distinct(sample, forms_column(forms, "wpb"));
    sample->students = strcmp(sample->person, "student") == 0
                           ? (int64_t)sample->respondents
                           : sample_distinct(sample, forms_column(forms, "student"));
}

/* Numbers the respondents and takes their answers in. */
static void sample_fill(struct sample *sample)
{
    GHashTable *numbers = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < sample->asked->len; i++) {
        struct form *form = sample->asked->pdata[i];
        const struct form_cell *cell = form_find(form, sample->subject);
        gpointer key = GUINT_TO_POINTER(form->respondent);
        gpointer known;
        size_t number;

        if (!g_hash_table_lookup_extended(numbers, key, NULL, &known)) {
            known = GSIZE_TO_POINTER(sample->respondents++);
            g_hash_table_insert(numbers, key, known);
        } else {
            sample->several = true;
        }
        number = GPOINTER_TO_SIZE(known);
        if (cell == NULL || cell->missing != MISSING_NOT)
            continue;
        g_array_append_val(sample->values, cell->value);
        g_array_append_val(sample->persons, number);
        g_ptr_array_add(sample->answered, form);
    }
    g_hash_table_remove_all(numbers);
    for (guint i = 0; i < sample->persons->len; i++)
        g_hash_table_add(numbers, GSIZE_TO_POINTER(g_array_index(sample->persons, size_t, i)));
    sample->answering = (int64_t)g_hash_table_size(numbers);
    g_hash_table_destroy(numbers);
}

/* By role and wave: whether somebody has a row about the subject. */
static bool *samples_met(const struct forms *forms, const struct division *division, guint subject)
{
    bool *met = g_new0(bool, (guint)names_count(division->names) + 1);

    for (guint i = 0; i < forms->forms->len; i++)
        if (sample_is_about(forms, forms->forms->pdata[i], subject))
            met[g_array_index(division->of, int, i)] = true;
    return met;
}

GPtrArray *samples_of(struct groups *groups, const struct division *division, guint subject)
{
    const struct forms *forms = groups->forms;
    const struct division *roles = groups_division(groups, GROUPS_ROLE | GROUPS_WAVE);
    const struct codebook *book = scales_book(forms->scales, subject);
    guint count = (guint)names_count(division->names);
    struct sample **found = g_new0(struct sample *, count + 1);
    bool *met = samples_met(forms, roles, subject);
    GPtrArray *samples = g_ptr_array_new_with_free_func(sample_free);

    for (guint i = 0; i < forms->forms->len; i++) {
        struct form *form = forms->forms->pdata[i];
        int group = g_array_index(division->of, int, i);

        if (!met[g_array_index(roles->of, int, i)] || !sample_holds(forms, form, book))
            continue;
        if (found[group] == NULL)
            found[group] = sample_new(forms, subject);
        g_ptr_array_add(found[group]->asked, form);
    }
    for (guint i = 0; i < count; i++) {
        if (found[i] == NULL)
            continue;
        found[i]->by = division->by;
        found[i]->group = names_text(division->names, (int)i);
        sample_fill(found[i]);
        sample_identify(found[i]);
        g_ptr_array_add(samples, found[i]);
    }
    g_free(found);
    g_free(met);
    return samples;
}
