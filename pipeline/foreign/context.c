#include "foreign/context.h"

#include "base/fail.h"
#include "foreign/context_typed.h"
#include "foreign/sheet.h"
#include "foreign/tidy.h"

#include <glib.h>
#include <string.h>

struct context {
    struct ledger *ledger;
    char *file;
    char *key;
    GPtrArray *names; /* the other columns */
    GHashTable *rows; /* key -> char **, a value by column */
    GHashTable *missed;
    GString *word; /* a key while it is looked up */
};

/* A name or value as all others are read: tidied; to be freed. */
static char *context_word(const struct sheet *sheet, int column)
{
    return tidy_text(sheet_cell(sheet, column), sheet_length(sheet, column));
}

static void context_header(struct context *context, const struct sheet *sheet)
{
    static const char *const keys[] = {"source", "speaker", "wpb", "student", "respondent", NULL};

    context->key = g_strdup(sheet_name(sheet, 0));
    if (!g_strv_contains(keys, context->key))
        fail(STATUS_STOPPED,
             "%s: first column is \"%s\"; a context file begins with source, speaker, wpb, "
             "student or respondent",
             context->file, context->key);
    for (size_t i = 1; i < sheet_columns(sheet); i++)
        g_ptr_array_add(context->names, g_strdup(sheet_name(sheet, i)));
}

static void context_row(struct context *context, struct sheet *sheet, struct context_typed *typed)
{
    char *key = context_word(sheet, 0);
    char **values;

    if (*key == '\0') {
        sheet_refuse(sheet, "key-empty", "", "nothing says what this row is about: not read");
        g_free(key);
        return;
    }
    values = g_new0(char *, sheet_columns(sheet));
    if (g_hash_table_contains(context->rows, key))
        fail(STATUS_STOPPED, "%s:%zu: \"%s\" stands twice; a context file holds one row for each",
             context->file, sheet_line(sheet), key);
    for (size_t i = 1; i < sheet_columns(sheet); i++) {
        values[i - 1] = context_typed_cell(typed, (int)i);
        if (values[i - 1] == NULL)
            values[i - 1] = context_word(sheet, (int)i);
    }
    g_hash_table_insert(context->rows, key, values);
}

struct context *context_read(const char *path, const struct columns *columns, struct ledger *ledger)
{
    struct context *context = g_new0(struct context, 1);
    struct sheet *sheet = sheet_open(path, columns, NULL, ledger);
    struct context_typed *typed;

    context->ledger = ledger;
    context->file = g_strdup(sheet_file(sheet));
    context->names = g_ptr_array_new_with_free_func(g_free);
    context->rows =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
    context->missed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    context->word = g_string_new(NULL);
    context_header(context, sheet);
    typed = context_typed_new(sheet, ledger);
    while (sheet_next(sheet))
        context_row(context, sheet, typed);
    context_typed_close(typed);
    sheet_close(sheet);
    return context;
}

void context_free(struct context *context)
{
    if (context == NULL)
        return;
    g_free(context->file);
    g_free(context->key);
    g_ptr_array_free(context->names, TRUE);
    g_hash_table_destroy(context->rows);
    g_hash_table_destroy(context->missed);
    g_string_free(context->word, TRUE);
    g_free(context);
}

const char *context_key(const struct context *context)
{
    return context->key;
}

size_t context_columns(const struct context *context)
{
    return context->names->len;
}

const char *context_name(const struct context *context, size_t column)
{
    return context->names->pdata[column];
}

const char *context_value(struct context *context, const char *key, size_t column)
{
    char *const *values;

    tidy_word(context->word, key, strlen(key));
    key = context->word->str;
    values = g_hash_table_lookup(context->rows, key);
    if (values != NULL)
        return values[column];
    if (*key != '\0' && g_hash_table_add(context->missed, g_strdup(key)))
        ledger_add(context->ledger, LEDGER_WARNING, context->file, "", "context-missing", key,
                   "no row in the context file: its context stays empty");
    return "";
}
