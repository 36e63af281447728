#include "recode/twice.h"

#include <string.h>

/* A code of the unit at hand. */
struct twice_code {
    const char *coder;
    const char *text;
    const char *code;
};

struct twice {
    struct reader *in;
    struct ledger *ledger;
    int source, unit, coder; /* slots */
    GString *key;            /* the unit at hand */
    GArray *codes;           /* struct twice_code */
    GStringChunk *coders;    /* their names */
};

struct twice *twice_new(struct reader *in, struct ledger *ledger)
{
    struct twice *twice = g_new0(struct twice, 1);

    twice->in = in;
    twice->ledger = ledger;
    twice->source = reader_column(in, "source");
    twice->unit = reader_column(in, "unit");
    twice->coder = reader_column(in, "coder");
    twice->key = g_string_new(NULL);
    twice->codes = g_array_new(FALSE, FALSE, sizeof(struct twice_code));
    twice->coders = g_string_chunk_new(256);
    return twice;
}

void twice_free(struct twice *twice)
{
    if (twice == NULL)
        return;
    g_string_free(twice->key, TRUE);
    g_array_free(twice->codes, TRUE);
    g_string_chunk_free(twice->coders);
    g_free(twice);
}

/* Forgets the codes of another unit. */
static void twice_enter(struct twice *twice)
{
    const char *source = reader_cell(twice->in, twice->source);
    const char *unit = reader_cell(twice->in, twice->unit);
    size_t n = strlen(source);

    if (twice->key->len == n + 1 + strlen(unit) && strncmp(twice->key->str, source, n) == 0 &&
        strcmp(twice->key->str + n + 1, unit) == 0)
        return;
    g_string_assign(twice->key, source);
    g_string_append_c(twice->key, '\n');
    g_string_append(twice->key, unit);
    g_array_set_size(twice->codes, 0);
}

static void twice_say(const struct twice *twice, const struct twice_code *met, const char *text)
{
    char *value =
        g_strdup_printf("%s: %s / %s", reader_cell(twice->in, twice->unit), met->text, text);
    char *action = g_strdup_printf(
        "both are %s: this unit has it twice by this coder; counted again", met->code);
    const char *file;
    const char *line;

    reader_position(twice->in, &file, &line);
    ledger_add(twice->ledger, LEDGER_WARNING, file, line, "repeated-code", value, action);
    g_free(action);
    g_free(value);
}

void twice_look(struct twice *twice, const char *text, const char *code)
{
    const struct twice_code added = {
        g_string_chunk_insert_const(twice->coders, reader_cell(twice->in, twice->coder)), text,
        code};

    twice_enter(twice);
    for (guint i = 0; i < twice->codes->len; i++) {
        const struct twice_code *met = &g_array_index(twice->codes, struct twice_code, i);

        if (met->code != code || met->coder != added.coder)
            continue;
        if (met->text != text)
            twice_say(twice, met, text);
        return;
    }
    g_array_append_val(twice->codes, added);
}
