#include "report/readings.h"

#include "table/ledger.h"
#include "table/number.h"

#include <string.h>

static const char *const counted[READINGS_COUNTS] = {"records", "accepted", "refused", "blank"};

static const char *readings_keep(struct readings *readings, const char *text)
{
    return g_string_chunk_insert_const(readings->texts, text);
}

/* Takes the row as one of the counts of a file; false when it is something else. */
static bool readings_take_count(struct readings *readings, const struct readings_entry *entry)
{
    struct readings_file file = {entry->file, entry->ledger, {-1, -1, -1, -1}};
    struct readings_file *last = NULL;
    int64_t n;
    int which = 0;

    while (which < READINGS_COUNTS && strcmp(counted[which], entry->what) != 0)
        which++;
    if (which == READINGS_COUNTS || !number_read_count(entry->value, &n))
        return false;
    if (readings->files->len > 0)
        last = &g_array_index(readings->files, struct readings_file, readings->files->len - 1);
    if (last == NULL || last->ledger != file.ledger || strcmp(last->name, file.name) != 0) {
        g_array_append_val(readings->files, file);
        last = &g_array_index(readings->files, struct readings_file, readings->files->len - 1);
    }
    last->counts[which] = n;
    return true;
}

/* The chain of a ledger that is met for the first time. */
static void readings_meet(struct readings *readings, const struct reader *reader)
{
    const struct head *head = reader_head(reader);
    GString *chain = g_string_new(NULL);

    for (guint i = 0; i < head->chain->len; i++)
        g_string_append_printf(chain, "%s%s", i > 0 ? " | " : "",
                               (const char *)head->chain->pdata[i]);
    while (readings->chains->len <= reader_table(reader))
        g_ptr_array_add(readings->chains, (gpointer)readings_keep(readings, chain->str));
    g_string_free(chain, TRUE);
}

/* Whether a stage before has said the same. A code or item that is in no codebook is told by the
 * stage that looks for such; a value that an item cannot have by each stage that meets it. */
static bool readings_is_told(const struct readings *readings, const struct readings_entry *entry)
{
    static const char *const first[] = {"unknown-code", "unknown-item", NULL};
    static const char *const later[] = {"uncounted-code", "uncompared-code", "uncounted-item",
                                        NULL};

    if (g_strv_contains(later, entry->what))
        return g_hash_table_contains(readings->told, entry->value);
    if (g_strv_contains(first, entry->what)) {
        g_hash_table_add(readings->told, g_strdup(entry->value));
        return false;
    }
    if (strcmp(entry->what, "out-of-range") != 0 || *entry->line == '\0')
        return false;
    return !g_hash_table_add(
        readings->told, g_strdup_printf("%s:%s:%s:%.*s", entry->file, entry->line, entry->value,
                                        (int)strcspn(entry->action, ":"), entry->action));
}

struct readings *readings_read(char **files, enum reader_end end)
{
    struct readings *readings;
    struct reader *reader;
    const char *const *names = shape_columns(SHAPE_LEDGER);
    int slots[6];

    if (files == NULL || *files == NULL)
        return NULL;
    readings = g_new0(struct readings, 1);
    readings->files = g_array_new(FALSE, FALSE, sizeof(struct readings_file));
    readings->entries = g_array_new(FALSE, FALSE, sizeof(struct readings_entry));
    readings->chains = g_ptr_array_new();
    readings->told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    readings->texts = g_string_chunk_new(4096);
    reader = reader_open(shape_bit(SHAPE_LEDGER), files, end);
    for (int i = 0; i < 6; i++)
        slots[i] = reader_column(reader, names[i]);
    while (reader_next(reader)) {
        struct readings_entry entry = {
            .file = readings_keep(readings, reader_cell(reader, slots[0])),
            .line = readings_keep(readings, reader_cell(reader, slots[1])),
            .level = readings_keep(readings, reader_cell(reader, slots[2])),
            .what = readings_keep(readings, reader_cell(reader, slots[3])),
            .value = readings_keep(readings, reader_cell(reader, slots[4])),
            .action = readings_keep(readings, reader_cell(reader, slots[5])),
            .ledger = reader_table(reader),
        };

        entry.n = ledger_stands_for(entry.value, entry.action);
        readings_meet(readings, reader);
        entry.again = readings_is_told(readings, &entry);
        if (!readings_take_count(readings, &entry))
            g_array_append_val(readings->entries, entry);
    }
    reader_close(reader);
    return readings;
}

/* Whether the file is a context file: the one it belongs to stands behind it in its ledger. */
static bool readings_is_context(const struct readings *readings, guint i)
{
    const struct readings_file *file = &g_array_index(readings->files, struct readings_file, i);

    return i + 1 < readings->files->len && (file + 1)->ledger == file->ledger;
}

bool readings_is_again(const struct readings *readings, guint i)
{
    const struct readings_file *file = &g_array_index(readings->files, struct readings_file, i);

    if (!readings_is_context(readings, i))
        return false;
    for (guint j = 0; j < i; j++) {
        const struct readings_file *other =
            &g_array_index(readings->files, struct readings_file, j);

        if (readings_is_context(readings, j) && strcmp(other->name, file->name) == 0 &&
            memcmp(other->counts, file->counts, sizeof file->counts) == 0)
            return true;
    }
    return false;
}

int64_t readings_idle(const struct readings *readings, guint i)
{
    static const char *const kinds[] = {"repeated-header", "total-row", "remark-row", "preview",
                                        NULL};
    const struct readings_file *file = &g_array_index(readings->files, struct readings_file, i);
    int64_t n = 0;

    for (guint j = 0; j < readings->entries->len; j++) {
        const struct readings_entry *entry =
            &g_array_index(readings->entries, struct readings_entry, j);

        if (entry->ledger == file->ledger && strcmp(entry->level, "refused") == 0 &&
            g_strv_contains(kinds, entry->what) && strcmp(entry->file, file->name) == 0)
            n += entry->n;
    }
    return n;
}

/* The cells that were refused within accepted records, and the answers that cannot be. */
static int64_t readings_cells(const struct readings *readings)
{
    int64_t sum = 0;

    for (guint i = 0; i < readings->entries->len; i++) {
        const struct readings_entry *entry =
            &g_array_index(readings->entries, struct readings_entry, i);
        int64_t n;

        if (strcmp(entry->what, "cells-refused") == 0 && number_read_count(entry->value, &n))
            sum += n;
        if (strcmp(entry->what, "out-of-range") == 0 && strcmp(entry->level, "warning") == 0 &&
            !entry->again)
            sum += entry->n;
    }
    return sum;
}

struct readings_total readings_total(const struct readings *readings)
{
    struct readings_total total = {.cells = readings_cells(readings)};

    for (guint i = 0; i < readings->files->len; i++) {
        const struct readings_file *file = &g_array_index(readings->files, struct readings_file, i);

        if (readings_is_context(readings, i)) {
            total.beside +=
                readings_is_again(readings, i) ? 0 : MAX(file->counts[READINGS_REFUSED], 0);
            continue;
        }
        total.files++;
        total.idle += readings_idle(readings, i);
        for (int j = 0; j < READINGS_COUNTS; j++)
            total.counts[j] += MAX(file->counts[j], 0);
    }
    return total;
}

void readings_free(struct readings *readings)
{
    if (readings == NULL)
        return;
    g_array_free(readings->files, TRUE);
    g_array_free(readings->entries, TRUE);
    g_ptr_array_unref(readings->chains);
    g_hash_table_destroy(readings->told);
    g_string_chunk_free(readings->texts);
    g_free(readings);
}
