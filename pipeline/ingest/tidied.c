#include "ingest/tidied.h"

#include "foreign/tidy.h"

#include <glib.h>
#include <string.h>

enum { TIDIED_MOST = 1 << 16 };

struct tidied {
    struct ledger *ledger;
    GHashTable *told;    /* texts, as they were typed */
    GHashTable *bared;   /* columns */
    GHashTable *guarded; /* columns */
    GString *word;
};

struct tidied *tidied_new(struct ledger *ledger)
{
    struct tidied *tidied = g_new0(struct tidied, 1);

    tidied->ledger = ledger;
    tidied->told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    tidied->bared = g_hash_table_new(g_direct_hash, g_direct_equal);
    tidied->guarded = g_hash_table_new(g_direct_hash, g_direct_equal);
    tidied->word = g_string_new(NULL);
    return tidied;
}

void tidied_free(struct tidied *tidied)
{
    g_hash_table_destroy(tidied->told);
    g_hash_table_destroy(tidied->bared);
    g_hash_table_destroy(tidied->guarded);
    g_string_free(tidied->word, TRUE);
    g_free(tidied);
}

/* Memory does not follow the file: after so many texts the first may be said again. */
static bool tidied_is_told(struct tidied *tidied, const char *text)
{
    if (g_hash_table_size(tidied->told) == TIDIED_MOST)
        g_hash_table_remove_all(tidied->told);
    return !g_hash_table_add(tidied->told, g_strdup(text));
}

void tidied_tell(struct tidied *tidied, const struct sheet *sheet, const char *text,
                 const char *word)
{
    char *seen;
    char *value;
    bool unseen;

    if (strcmp(text, word) == 0 || tidied_is_told(tidied, text))
        return;
    seen = tidy_unseen(text);
    unseen = strcmp(seen, text) != 0;
    value = g_strdup_printf("%s <- %s", word, seen);
    ledger_line(tidied->ledger, unseen ? LEDGER_WARNING : LEDGER_NOTE, sheet_file(sheet),
                sheet_line(sheet), unseen ? "unseen-sign" : "tidied", value,
                unseen
                    ? "signs that nobody sees are left out of names"
                    : "outer spaces and an apostrophe in front go, letters are put in one piece");
    g_free(value);
    g_free(seen);
}

void tidied_look(struct tidied *tidied, const struct sheet *sheet, int column)
{
    if (!sheet_is_bared(sheet, column) || !g_hash_table_add(tidied->bared, GINT_TO_POINTER(column)))
        return;
    ledger_line(tidied->ledger, LEDGER_NOTE, sheet_file(sheet), sheet_line(sheet), "outer-spaces",
                sheet_name(sheet, (size_t)column),
                "spaces around names without quotes are taken off");
}

void tidied_guarded(struct tidied *tidied, const struct sheet *sheet, int column)
{
    if (!g_hash_table_add(tidied->guarded, GINT_TO_POINTER(column)))
        return;
    ledger_line(tidied->ledger, LEDGER_NOTE, sheet_file(sheet), sheet_line(sheet), "tidied",
                sheet_name(sheet, (size_t)column),
                "an apostrophe in front, put there for a spreadsheet, is taken off its texts");
}

const char *tidied_cell(struct tidied *tidied, const struct sheet *sheet, int column)
{
    const char *cell = sheet_cell(sheet, column);
    size_t length = sheet_length(sheet, column);

    tidied_look(tidied, sheet, column);
    if (!tidy_is_needed(cell, length))
        return cell;
    tidy_word(tidied->word, cell, length);
    tidied_tell(tidied, sheet, cell, tidied->word->str);
    return tidied->word->str;
}
