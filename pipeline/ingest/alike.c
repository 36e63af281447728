#include "ingest/alike.h"

#include "foreign/tidy.h"
#include "ingest/damaged.h"

#include <glib.h>
#include <string.h>

static const char *const watched[] = {"wpb", "student", "school", "speaker", "respondent"};

/* What the rows themselves are told by: no column of the sheet needs to hold it. */
static const char *const given[] = {[ALIKE_SOURCE] = "source", [ALIKE_CODER] = "coder"};

/* Of respondents there are as many as records: after so many names nobody is looked at any more. */
enum {
    WATCHED = G_N_ELEMENTS(watched),
    RESPONDENT = WATCHED - 1,
    KNOWN_MOST = 1 << 16,
    TEXTS = 4 << 10
};

struct alike_column {
    const char *name;
    bool numbers;      /* the names may be numbers, in which punctuation tells */
    int column;        /* of the sheet, -1 when absent */
    GString *last;     /* the name of the record before */
    GHashTable *known; /* names that were looked at; they stand in alike.texts */
    GHashTable *first; /* folded name -> the first spelling of it; likewise */
};

struct alike {
    struct ledger *ledger;
    struct damaged *damaged;
    struct eaten *eaten;
    GString *word; /* a name, tidied */
    GStringChunk *texts;
    struct alike_column columns[WATCHED];
    struct alike_column given[G_N_ELEMENTS(given)];
};

static void alike_open(struct alike_column *column, const char *name, bool numbers)
{
    column->name = name;
    column->numbers = numbers;
    column->last = g_string_new(NULL);
    column->known = g_hash_table_new(g_str_hash, g_str_equal);
    column->first = g_hash_table_new(g_str_hash, g_str_equal);
}

static void alike_close(struct alike_column *column)
{
    g_string_free(column->last, TRUE);
    g_hash_table_destroy(column->known);
    g_hash_table_destroy(column->first);
}

struct alike *alike_new(const struct sheet *sheet, struct damaged *damaged, struct eaten *eaten,
                        struct ledger *ledger)
{
    struct alike *alike = g_new0(struct alike, 1);

    alike->ledger = ledger;
    alike->damaged = damaged;
    alike->eaten = eaten;
    alike->word = g_string_new(NULL);
    alike->texts = g_string_chunk_new(TEXTS);
    for (size_t i = 0; i < WATCHED; i++) {
        alike_open(&alike->columns[i], watched[i], i == RESPONDENT);
        alike->columns[i].column = sheet_find(sheet, watched[i]);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++)
        alike_open(&alike->given[i], given[i], true);
    return alike;
}

bool alike_watches(const char *name)
{
    for (size_t i = 0; i < WATCHED; i++)
        if (strcmp(watched[i], name) == 0)
            return true;
    return false;
}

void alike_free(struct alike *alike)
{
    for (size_t i = 0; i < WATCHED; i++)
        alike_close(&alike->columns[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++)
        alike_close(&alike->given[i]);
    g_string_free(alike->word, TRUE);
    g_string_chunk_free(alike->texts);
    g_free(alike);
}

/* Letters and digits only (of respondents, who may be numbers, all but spaces), capitals folded; to
 * be freed. */
static char *alike_fold_ascii(const char *name, bool numbers)
{
    char *plain = g_malloc(strlen(name) + 1);
    size_t n = 0;

    for (; *name != '\0'; name++)
        if (numbers ? !g_ascii_isspace(*name) : g_ascii_isalnum(*name))
            plain[n++] = g_ascii_tolower(*name);
    plain[n] = '\0';
    return plain;
}

/* Small Cyrillic and Greek letters that look like a Latin one: what a word processor or a keyboard
 * put there by mistake, nobody sees. */
static gunichar alike_letter(gunichar letter)
{
    static const struct {
        gunichar letter;
        char latin;
    } twins[] = {{0x430, 'a'}, {0x435, 'e'}, {0x43e, 'o'}, {0x440, 'p'}, {0x441, 'c'},
                 {0x443, 'y'}, {0x445, 'x'}, {0x456, 'i'}, {0x458, 'j'}, {0x455, 's'},
                 {0x3bf, 'o'}, {0x3b1, 'a'}, {0x3b9, 'i'}, {0x3bd, 'v'}, {0x3c1, 'p'}};

    for (size_t i = 0; i < G_N_ELEMENTS(twins); i++)
        if (twins[i].letter == letter)
            return (gunichar)twins[i].latin;
    return letter;
}

/* Letters and digits only (of respondents, who may be numbers, all but spaces), capitals, ligatures
 * and twins folded; to be freed. */
static char *alike_fold(const char *name, bool numbers)
{
    char *whole = g_utf8_normalize(name, -1, G_NORMALIZE_ALL_COMPOSE);
    char *folded = g_utf8_casefold(whole != NULL ? whole : name, -1);
    GString *plain = g_string_new(NULL);

    for (const char *at = folded; *at != '\0'; at = g_utf8_next_char(at))
        if (numbers ? !g_unichar_isspace(g_utf8_get_char(at))
                    : g_unichar_isalnum(g_utf8_get_char(at)))
            g_string_append_unichar(plain, alike_letter(g_utf8_get_char(at)));
    g_free(folded);
    g_free(whole);
    return g_string_free(plain, FALSE);
}

/* A name that was not met before in its column; it stands in alike.texts. */
static void alike_meet(struct alike *alike, struct alike_column *column, const struct sheet *sheet,
                       char *name)
{
    char *folded = g_str_is_ascii(name) ? alike_fold_ascii(name, column->numbers)
                                        : alike_fold(name, column->numbers);
    const char *first = g_hash_table_lookup(column->first, folded);
    char *both;

    if (first == NULL) {
        g_hash_table_insert(column->first, g_string_chunk_insert(alike->texts, folded), name);
        g_free(folded);
        return;
    }
    both = g_strdup_printf("%s / %s", first, name);
    ledger_line(alike->ledger, LEDGER_WARNING, sheet_file(sheet), sheet_line(sheet), "name-alike",
                both, "look alike and are counted apart; write them the same if they are one");
    g_free(both);
    g_free(folded);
}

/* A name as it is written, of a column that holds no end of them or does. */
static void alike_name(struct alike *alike, struct alike_column *column, const struct sheet *sheet,
                       const char *name)
{
    char *own;

    if ((column->numbers && g_hash_table_size(column->known) == KNOWN_MOST) ||
        g_hash_table_contains(column->known, name))
        return;
    own = g_string_chunk_insert(alike->texts, name);
    g_hash_table_add(column->known, own);
    damaged_look(alike->damaged, sheet, name);
    if (column != &alike->columns[RESPONDENT])
        eaten_meet(alike->eaten, column->name, name, sheet);
    alike_meet(alike, column, sheet, own);
}

void alike_look(struct alike *alike, const struct sheet *sheet)
{
    for (size_t i = 0; i < WATCHED; i++) {
        struct alike_column *column = &alike->columns[i];
        const char *cell = sheet_cell(sheet, column->column);

        if (*cell == '\0' || strcmp(cell, column->last->str) == 0)
            continue;
        g_string_assign(column->last, cell);
        tidy_word(alike->word, cell, strlen(cell));
        alike_name(alike, column, sheet, alike->word->str);
    }
}

void alike_look_at(struct alike *alike, const struct sheet *sheet, enum alike_given what,
                   const char *name)
{
    struct alike_column *column = &alike->given[what];

    if (*name == '\0' || strcmp(name, column->last->str) == 0)
        return;
    g_string_assign(column->last, name);
    alike_name(alike, column, sheet, name);
}
