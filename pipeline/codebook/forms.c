#include "codebook/forms.h"

#include "base/fail.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

static void forms_add_column(struct forms *forms, struct reader *in, const char *name)
{
    int slot = reader_column(in, name);

    if (forms_column(forms, name) >= 0)
        return;
    g_ptr_array_add(forms->columns, g_strdup(name));
    g_array_append_val(forms->slots, slot);
}

static void form_free(gpointer freed)
{
    struct form *form = freed;

    if (form->cells != NULL)
        g_array_free(form->cells, TRUE);
    g_free(form->origin);
    g_free(form);
}

struct forms *forms_new(const struct scales *scales, struct reader *in, const GPtrArray *by)
{
    struct forms *forms = g_new0(struct forms, 1);
    const char *const *fixed = shape_columns(SHAPE_ANSWERS);

    forms->scales = scales;
    forms->columns = g_ptr_array_new_with_free_func(g_free);
    forms->slots = g_array_new(FALSE, FALSE, sizeof(int));
    forms->texts = names_new();
    forms->keys = names_new();
    forms->respondents = names_new();
    forms->forms = g_ptr_array_new_with_free_func(form_free);
    forms->current = -1;
    forms->unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    forms->key = g_string_new(NULL);
    for (int i = 0; i < FORM_CONTEXT; i++)
        forms_add_column(forms, in, fixed[i]);
    for (const char *const *context = shape_contexts(); *context != NULL; context++)
        forms_add_column(forms, in, *context);
    for (guint i = 0; by != NULL && i < by->len; i++)
        forms_add_column(forms, in, by->pdata[i]);
    forms->item = reader_column(in, "item");
    forms->value = reader_column(in, "value");
    forms->origin = reader_column(in, "origin");
    return forms;
}

void forms_free(struct forms *forms)
{
    g_ptr_array_free(forms->columns, TRUE);
    g_array_free(forms->slots, TRUE);
    names_free(forms->texts);
    names_free(forms->keys);
    names_free(forms->respondents);
    g_ptr_array_free(forms->forms, TRUE);
    g_hash_table_destroy(forms->unknown);
    g_string_free(forms->key, TRUE);
    g_free(forms);
}

static const char *forms_cell(const struct forms *forms, struct reader *in, guint column)
{
    return reader_cell(in, g_array_index(forms->slots, int, column));
}

static struct form *forms_make(struct forms *forms, struct reader *in)
{
    guint columns = forms->columns->len;
    struct form *form = g_malloc0(sizeof *form + columns * sizeof(int));

    for (guint i = 0; i < columns; i++)
        form->texts[i] = names_id(forms->texts, forms_cell(forms, in, i));
    form->cells = g_array_new(FALSE, FALSE, sizeof(struct form_cell));
    form->origin = g_strdup(reader_cell(in, forms->origin));
    form->respondent = (guint)names_id(forms->respondents, forms_cell(forms, in, FORM_RESPONDENT));
    form->table = reader_table(in);
    g_ptr_array_add(forms->forms, form);
    forms->bytes += sizeof *form + columns * sizeof(int) + forms->key->len;
    return form;
}

/* The form of the row. */
static struct form *forms_row(struct forms *forms, struct reader *in)
{
    int number;

    g_string_truncate(forms->key, 0);
    for (guint i = 0; i < forms->columns->len; i++) {
        g_string_append(forms->key, forms_cell(forms, in, i));
        g_string_append_c(forms->key, '\x1f');
    }
    number = names_id(forms->keys, forms->key->str);
    forms->scattered =
        forms->scattered || (number != forms->current && (guint)number < forms->forms->len);
    forms->current = number;
    if ((guint)number == forms->forms->len)
        return forms_make(forms, in);
    return forms->forms->pdata[number];
}

static void forms_refuse(struct reader *in, struct ledger *ledger, const char *what,
                         const char *value, const char *action)
{
    const char *file;
    const char *line;

    reader_position(in, &file, &line);
    ledger_add(ledger, LEDGER_REFUSED, file, line, what, value, action);
}

static void forms_refuse_value(const struct forms *forms, struct reader *in, struct ledger *ledger,
                               const char *what, const char *why)
{
    char *action =
        g_strdup_printf("item \"%s\": %s: counts as missing", reader_cell(in, forms->item), why);

    forms_refuse(in, ledger, what, reader_cell(in, forms->value), action);
    g_free(action);
}

/* The answer in this row. */
static struct form_cell forms_read(const struct forms *forms, struct reader *in, guint subject,
                                   struct ledger *ledger)
{
    const struct item *item = scales_item(forms->scales, subject);
    const char *text = reader_cell(in, forms->value);
    double low = scales_minimum(forms->scales, subject);
    double high = scales_maximum(forms->scales, subject);
    struct form_cell cell = {subject, reader_missing(in, forms->value), NAN};

    if (cell.missing != MISSING_NOT)
        return cell;
    if (!number_read(text, &cell.value)) {
        cell.missing = MISSING_UNREADABLE;
        if (item == NULL || *item->scale != '\0' || !isnan(low) || !isnan(high))
            forms_refuse_value(forms, in, ledger, "bad-number", "not a number");
    } else if (cell.value < low || cell.value > high) {
        cell.value = NAN;
        cell.missing = MISSING_RANGE;
        forms_refuse_value(forms, in, ledger, "out-of-range", "outside the item's range");
    }
    return cell;
}

/* Takes an answer in; of two answers to one item the first one counts. */
static void forms_take(struct forms *forms, struct reader *in, struct form *form,
                       const struct form_cell *cell, struct ledger *ledger)
{
    struct form_cell *known = (struct form_cell *)(void *)form_find(form, cell->subject);

    if (known == NULL) {
        g_array_append_vals(form->cells, cell, 1);
        forms->bytes += sizeof *cell;
    } else if (known->missing != MISSING_NOT) {
        *known = *cell;
    } else if (cell->missing == MISSING_NOT) {
        forms_refuse(in, ledger, "duplicate-answer", reader_cell(in, forms->item),
                     "a second answer of this respondent to the same item: the first one counts");
    }
}

static void forms_wonder(struct forms *forms, const char *item)
{
    gint64 *rows = g_hash_table_lookup(forms->unknown, item);

    if (rows == NULL) {
        rows = g_new0(gint64, 1);
        g_hash_table_insert(forms->unknown, g_strdup(item), rows);
    }
    (*rows)++;
}

/* Whether the codebook puts the item of the row to another role than this form's. */
static bool forms_is_of_others(const struct forms *forms, struct reader *in)
{
    const char *role = forms_cell(forms, in, FORM_ROLE);
    const struct item *item;

    if (forms->subject >= (int)forms->scales->items->len)
        return false;
    item = forms->scales->items->pdata[forms->subject];
    return *role != '\0' && *item->asked_of != '\0' && strcmp(role, item->asked_of) != 0;
}

struct form *forms_add(struct forms *forms, struct reader *in, struct ledger *ledger)
{
    struct form *form = forms_row(forms, in);
    struct form_cell cell;

    if (form->cells == NULL)
        fail(STATUS_STOPPED,
             "%s: answers of respondent \"%s\" come back after many others; "
             "say --scattered, or sort the file by respondent",
             reader_place(in), forms_cell(forms, in, FORM_RESPONDENT));
    forms->subject = scales_find(forms->scales, reader_cell(in, forms->item));
    if (forms->subject < 0) {
        forms_wonder(forms, reader_cell(in, forms->item));
        return form;
    }
    cell = forms_read(forms, in, (guint)forms->subject, ledger);
    if (cell.missing == MISSING_EMPTY && forms_is_of_others(forms, in))
        return form;
    forms_take(forms, in, form, &cell, ledger);
    return form;
}

int forms_column(const struct forms *forms, const char *name)
{
    for (guint i = 0; i < forms->columns->len; i++)
        if (strcmp(forms->columns->pdata[i], name) == 0)
            return (int)i;
    return -1;
}

const char *forms_text(const struct forms *forms, const struct form *form, guint column)
{
    return names_text(forms->texts, form->texts[column]);
}

const struct form_cell *form_find(const struct form *form, guint subject)
{
    for (guint i = 0; i < form->cells->len; i++) {
        const struct form_cell *cell = &g_array_index(form->cells, struct form_cell, i);

        if (cell->subject == subject)
            return cell;
    }
    return NULL;
}

void forms_release(struct forms *forms, struct form *form)
{
    forms->bytes -= form->cells->len * sizeof(struct form_cell);
    g_array_free(form->cells, TRUE);
    g_clear_pointer(&form->origin, g_free);
    form->cells = NULL;
}

void forms_tell(const struct forms *forms, struct ledger *ledger)
{
    GList *items = g_list_sort(g_hash_table_get_keys(forms->unknown), names_compare);

    for (GList *item = items; item != NULL; item = item->next) {
        const gint64 *rows = g_hash_table_lookup(forms->unknown, item->data);
        char *action = g_strdup_printf("%" G_GINT64_FORMAT " answers not counted: the item is in "
                                       "no codebook",
                                       *rows);

        ledger_add(ledger, LEDGER_WARNING, "", "", "uncounted-item", item->data, action);
        g_free(action);
    }
    g_list_free(items);
}
