#include "ingest/damaged.h"

#include <glib.h>
#include <string.h>

enum { TOLD_MOST = 1 << 12 };

struct damaged {
    const struct cellwords *words;
    struct ledger *ledger;
    GHashTable *told;
};

struct damaged *damaged_new(const struct cellwords *words, struct ledger *ledger)
{
    struct damaged *damaged = g_new0(struct damaged, 1);

    damaged->words = words;
    damaged->ledger = ledger;
    damaged->told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return damaged;
}

void damaged_free(struct damaged *damaged)
{
    g_hash_table_destroy(damaged->told);
    g_free(damaged);
}

/* Memory does not follow the file: after so many texts the first may be said again. */
static void damaged_say(struct damaged *damaged, const struct sheet *sheet, const char *text)
{
    if (g_hash_table_size(damaged->told) == TOLD_MOST)
        g_hash_table_remove_all(damaged->told);
    if (g_hash_table_add(damaged->told, g_strdup(text)))
        ledger_line(damaged->ledger, LEDGER_WARNING, sheet_file(sheet), sheet_line(sheet),
                    "spreadsheet-error", text,
                    "an error of a spreadsheet, kept as it stands: what stood there is lost");
}

void damaged_look(struct damaged *damaged, const struct sheet *sheet, const char *text)
{
    if (*text == '#' && cellwords_means(damaged->words, CELLWORD_ERROR, text))
        damaged_say(damaged, sheet, text);
}

void damaged_look_cell(struct damaged *damaged, const struct sheet *sheet, int column)
{
    const struct record *record = sheet_record(sheet);
    struct cell cell;

    if (column < 0 || (size_t)column >= record->count)
        return;
    cell = record_cell(record, (size_t)column);
    if (cell.length > 0 && *cell.text == '#') {
        char *text = g_strndup(cell.text, cell.length); /* the record stays as it lies */

        damaged_look(damaged, sheet, text);
        g_free(text);
    }
}
