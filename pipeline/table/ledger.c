#include "table/ledger.h"

#include "base/fail.h"
#include "base/names.h"
#include "table/number.h"
#include "table/writer.h"

#include <string.h>

static const char *const levels[] = {"note", "warning", "refused"};

/* The entries of one kind of one file. */
struct ledger_kind {
    enum ledger_level level;
    char *file;
    char *what;
    int64_t entries;
};

struct ledger {
    struct output *output; /* NULL: standard error */
    struct writer *writer;
    int64_t entries[G_N_ELEMENTS(levels)];
    GHashTable *shown; /* what -> how many times said, for standard error */
    GHashTable *kinds; /* struct ledger_kind, for the table */
    GPtrArray *order;  /* of first appearance */
};

static guint ledger_kind_hash(const void *data)
{
    const struct ledger_kind *kind = data;

    return g_str_hash(kind->what) ^ g_str_hash(kind->file) * 31 ^ (guint)kind->level;
}

static gboolean ledger_kind_equal(const void *one, const void *other)
{
    const struct ledger_kind *left = one;
    const struct ledger_kind *right = other;

    return left->level == right->level && strcmp(left->what, right->what) == 0 &&
           strcmp(left->file, right->file) == 0;
}

static void ledger_kind_free(void *data)
{
    struct ledger_kind *kind = data;

    g_free(kind->file);
    g_free(kind->what);
    g_free(kind);
}

struct ledger *ledger_open(const char *path, const char *by)
{
    struct ledger *ledger = g_new0(struct ledger, 1);
    struct head *head;

    if (g_strcmp0(path, "-") == 0)
        fail(STATUS_USAGE, "--ledger takes a file: standard output is for the table");
    ledger->shown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ledger->kinds = g_hash_table_new(ledger_kind_hash, ledger_kind_equal);
    ledger->order = g_ptr_array_new_with_free_func(ledger_kind_free);
    if (path == NULL)
        return ledger;
    ledger->output = output_open(path);
    ledger->writer = writer_new(ledger->output);
    head = head_new(SHAPE_LEDGER);
    g_ptr_array_add(head->chain, g_strdup(by));
    writer_begin(ledger->writer, head);
    head_free(head);
    return ledger;
}

static void ledger_write(struct ledger *ledger, enum ledger_level level, const char *const *texts)
{
    writer_text(ledger->writer, texts[0]);
    writer_text(ledger->writer, texts[1]);
    writer_text(ledger->writer, levels[level]);
    for (int i = 2; i < 5; i++)
        writer_text(ledger->writer, texts[i]);
    writer_row(ledger->writer);
}

/* `gesprekken.csv:212: unknown-code "doorvragn": ...`, up to LEDGER_SHOWN times a kind. */
static void ledger_say(struct ledger *ledger, enum ledger_level level, const char *const *texts)
{
    int said = GPOINTER_TO_INT(g_hash_table_lookup(ledger->shown, texts[2]));
    GString *line = g_string_new(NULL);

    g_hash_table_insert(ledger->shown, g_strdup(texts[2]), GINT_TO_POINTER(said + 1));
    if (said < LEDGER_SHOWN) {
        if (*texts[0] != '\0')
            g_string_append(line, texts[0]);
        if (*texts[1] != '\0')
            g_string_append_printf(line, ":%s", texts[1]);
        g_string_append_printf(line, "%s%s: %s", line->len > 0 ? ": " : "", levels[level],
                               texts[2]);
        if (*texts[3] != '\0')
            g_string_append_printf(line, " \"%s\"", texts[3]);
        fail_say("%s: %s", line->str, texts[4]);
    }
    g_string_free(line, TRUE);
}

/* Counts an entry of a kind; false when there are so many that it gets no row. */
static bool ledger_counts(struct ledger *ledger, enum ledger_level level, const char *file,
                          const char *what)
{
    const struct ledger_kind asked = {level, (char *)file, (char *)what, 0};
    struct ledger_kind *kind = g_hash_table_lookup(ledger->kinds, &asked);

    if (kind == NULL) {
        kind = g_new0(struct ledger_kind, 1);
        *kind = (struct ledger_kind){level, g_strdup(file), g_strdup(what), 0};
        g_hash_table_add(ledger->kinds, kind);
        g_ptr_array_add(ledger->order, kind);
    }
    return ++kind->entries <= LEDGER_MOST;
}

/* One row for all the entries that got none. */
static void ledger_write_more(struct ledger *ledger)
{
    for (guint i = 0; i < ledger->order->len; i++) {
        const struct ledger_kind *kind = ledger->order->pdata[i];
        char more[NUMBER_ROOM];
        const char *texts[] = {kind->file, "", kind->what, more, LEDGER_MORE};

        if (kind->entries <= LEDGER_MOST)
            continue;
        number_write_count(more, kind->entries - LEDGER_MOST);
        ledger_write(ledger, kind->level, texts);
    }
}

int64_t ledger_stands_for(const char *value, const char *action)
{
    int64_t more;

    return strcmp(action, LEDGER_MORE) == 0 && number_read_count(value, &more) ? more : 1;
}

void ledger_add(struct ledger *ledger, enum ledger_level level, const char *file, const char *line,
                const char *what, const char *value, const char *action)
{
    const char *texts[] = {file, line, what, value, action};

    ledger->entries[level]++;
    if (ledger->writer == NULL)
        ledger_say(ledger, level, texts);
    else if (ledger_counts(ledger, level, file, what))
        ledger_write(ledger, level, texts);
}

void ledger_line(struct ledger *ledger, enum ledger_level level, const char *file, size_t line,
                 const char *what, const char *value, const char *action)
{
    char number[NUMBER_ROOM] = "";

    if (line > 0)
        number_write_count(number, (int64_t)line);
    ledger_add(ledger, level, file, number, what, value, action);
}

void ledger_count(struct ledger *ledger, const char *file, const char *what, int64_t count)
{
    char number[NUMBER_ROOM];

    number_write_count(number, count);
    if (ledger->writer != NULL)
        ledger_add(ledger, LEDGER_NOTE, file, "", what, number, "counted");
}

int64_t ledger_entries(const struct ledger *ledger, enum ledger_level level)
{
    return ledger->entries[level];
}

static void ledger_say_rest(struct ledger *ledger)
{
    GList *keys = g_list_sort(g_hash_table_get_keys(ledger->shown), names_compare);

    for (GList *key = keys; key != NULL; key = key->next) {
        int said = GPOINTER_TO_INT(g_hash_table_lookup(ledger->shown, key->data));

        if (said > LEDGER_SHOWN)
            fail_say("and %d more: %s (--ledger FILE keeps them all)", said - LEDGER_SHOWN,
                     (const char *)key->data);
    }
    g_list_free(keys);
}

void ledger_close(struct ledger *ledger)
{
    if (ledger->writer != NULL) {
        ledger_write_more(ledger);
        writer_end(ledger->writer);
        writer_free(ledger->writer);
        output_close(ledger->output);
    } else {
        ledger_say_rest(ledger);
    }
    g_hash_table_destroy(ledger->shown);
    g_hash_table_destroy(ledger->kinds);
    g_ptr_array_free(ledger->order, TRUE);
    g_free(ledger);
}
