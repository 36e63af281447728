#include "ingest/damaged.h"

#include <glib.h>
#include <string.h>

enum { TOLD_MOST = 1 << 12 };

struct damaged {
    const struct cellwords *words;
    struct ledger *ledger;
    GHashTable *told;
};

/* How UTF-8 looks that was read as Windows-1252 and saved so: the first byte of two became A with a
 * tilde or a circumflex, with a sign of Latin-1 behind it; that of a quote, dash or euro became a
 * with a circumflex and a euro or a low quote. And what programs put where a byte was no letter. */
static const char *const marks[] = {
    "\xc3\x83\xc2", "\xc3\x82\xc2", "\xc3\xa2\xe2\x82\xac", "\xc3\xa2\xe2\x80\x9a", "\xef\xbf\xbd",
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
static void damaged_say(struct damaged *damaged, const struct sheet *sheet, const char *what,
                        const char *text, const char *action)
{
    if (g_hash_table_size(damaged->told) == TOLD_MOST)
        g_hash_table_remove_all(damaged->told);
    if (g_hash_table_add(damaged->told, g_strdup(text)))
        ledger_line(damaged->ledger, LEDGER_WARNING, sheet_file(sheet), sheet_line(sheet), what,
                    text, action);
}

static bool damaged_is_garbled(const char *text)
{
    const char *at = text;

    while (*at != '\0' && (*at & 0x80) == 0)
        at++;
    if (*at == '\0')
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (strstr(text, marks[i]) != NULL)
            return true;
    return false;
}

void damaged_look(struct damaged *damaged, const struct sheet *sheet, const char *text)
{
    if (*text == '#' && cellwords_means(damaged->words, CELLWORD_ERROR, text))
        damaged_say(damaged, sheet, "spreadsheet-error", text,
                    "an error of a spreadsheet, kept as it stands: what stood there is lost");
    else if (damaged_is_garbled(text))
        damaged_say(damaged, sheet, "garbled", text,
                    "letters that were saved in the wrong encoding before: kept as they stand");
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
