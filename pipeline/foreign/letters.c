#include "foreign/letters.h"

#include "table/damage.h"

#include <string.h>

enum { SHOWN_MOST = 20 }; /* letters before and behind */

/* What was met in a column, or in the file: how many cells, and the first of them. */
struct met {
    size_t count;
    size_t line;
    char *word;
};

struct letters {
    struct met header;
    struct met *columns;
    size_t n;
    bool narrow; /* the file is read as Windows-1252 */
    struct met pages[CODEPAGES];
};

static bool letters_is_space(const char *at)
{
    return g_unichar_isspace(g_utf8_get_char(at));
}

/* The word around a place in a text; to be freed. */
static char *letters_word(const char *text, size_t length, size_t at)
{
    const char *stop = text + length;
    const char *first = text + at;
    const char *last = first;

    for (int i = 0; i < SHOWN_MOST && first > text; i++) {
        const char *before = g_utf8_prev_char(first);

        if (letters_is_space(before))
            break;
        first = before;
    }
    for (int i = 0; i < SHOWN_MOST && last < stop && (last == text + at || !letters_is_space(last));
         i++)
        last = g_utf8_next_char(last);
    return g_strndup(first, (gsize)(last - first));
}

static void letters_meet(struct met *met, size_t line, const char *text, size_t length, size_t at)
{
    if (met->count++ > 0)
        return;
    met->line = line;
    met->word = letters_word(text, length, at);
}

/* Looks at one cell, or header, of a line. */
static void letters_look_text(struct letters *letters, struct met *met, size_t line,
                              const char *text, size_t length)
{
    size_t at = damage_find(text, length);
    enum codepage page;

    if (at < length)
        letters_meet(met, line, text, length, at);
    if (!letters->narrow)
        return;
    page = codepage_find(text, length, &at);
    if (page != CODEPAGE_FINE)
        letters_meet(&letters->pages[page], line, text, length, at);
}

struct letters *letters_new(const struct sheet *sheet)
{
    const struct header *header = sheet_header(sheet);
    struct letters *letters = g_new0(struct letters, 1);

    letters->n = sheet_columns(sheet);
    letters->columns = g_new0(struct met, letters->n);
    letters->narrow = sheet_encoding(sheet) == ENCODING_WINDOWS_1252;
    for (guint i = 0; i < header->texts->len; i++)
        letters_look_text(letters, &letters->header, header->line, header->texts->pdata[i],
                          strlen(header->texts->pdata[i]));
    return letters;
}

void letters_look(struct letters *letters, const struct sheet *sheet)
{
    letters->narrow = sheet_encoding(sheet) == ENCODING_WINDOWS_1252;
    for (size_t i = 0; i < letters->n; i++)
        letters_look_text(letters, &letters->columns[i], sheet_line(sheet),
                          sheet_cell(sheet, (int)i), sheet_length(sheet, (int)i));
}

static void met_tell(const struct met *met, const char *file, const char *what, const char *column,
                     const char *why, struct ledger *ledger)
{
    char *value;
    char *action;

    if (met->count == 0)
        return;
    value = column == NULL ? g_strdup(met->word) : g_strdup_printf("%s <- %s", column, met->word);
    action =
        met->count == 1 ? g_strdup(why) : g_strdup_printf("%s; %zu cells in all", why, met->count);
    ledger_line(ledger, LEDGER_WARNING, file, met->line, what, value, action);
    g_free(action);
    g_free(value);
}

static void met_free(struct met *met)
{
    g_free(met->word);
}

void letters_close(struct letters *letters, const struct sheet *sheet, struct ledger *ledger)
{
    static const char garbled[] = "letters that were saved in the wrong encoding before: kept as "
                                  "they stand";
    static const char *const pages[CODEPAGES] = {
        [CODEPAGE_DOS] = "read as Windows-1252, but this looks like DOS (code page 850): open it "
                         "where it comes from and save it as \"CSV UTF-8\"",
        [CODEPAGE_MAC] = "read as Windows-1252, but this looks like an old Mac (MacRoman): open it "
                         "where it comes from and save it as \"CSV UTF-8\"",
        [CODEPAGE_UNIX] = "read as Windows-1252, but this looks like ISO-8859-15: open it where it "
                          "comes from and save it as \"CSV UTF-8\"",
    };
    enum codepage page = CODEPAGE_FINE;

    met_tell(&letters->header, sheet_file(sheet), "garbled", "header", garbled, ledger);
    for (size_t i = 0; i < letters->n; i++)
        met_tell(&letters->columns[i], sheet_file(sheet), "garbled", sheet_name(sheet, i), garbled,
                 ledger);
    for (size_t i = CODEPAGE_DOS; i < CODEPAGES; i++)
        page = letters->pages[i].count > letters->pages[page].count ? (enum codepage)i : page;
    met_tell(&letters->pages[page], sheet_file(sheet), "encoding-doubtful", NULL, pages[page],
             ledger);
    met_free(&letters->header);
    for (size_t i = 0; i < letters->n; i++)
        met_free(&letters->columns[i]);
    for (size_t i = 0; i < CODEPAGES; i++)
        met_free(&letters->pages[i]);
    g_free(letters->columns);
    g_free(letters);
}
