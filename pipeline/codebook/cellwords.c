#include "codebook/cellwords.h"

#include "base/fail.h"
#include "base/place.h"
#include "table/csv.h"

#include <glib.h>
#include <string.h>

static const char *const meanings[CELLWORD_COUNT] = {
    "given",      "not-given", "no-code", "speaker",     "total",     "spreadsheet-error",
    ".geweigerd", ".nvt",      ".bereik", ".onleesbaar", ".verborgen"};

struct cellwords {
    GHashTable *words[CELLWORD_COUNT]; /* folded words */
};

static char *cellwords_fold(const char *text)
{
    return g_strstrip(g_utf8_casefold(text, -1));
}

static void cellwords_add(GHashTable *words, const char *list)
{
    char **each = g_strsplit(list, ";", -1);

    for (char **word = each; *word != NULL; word++)
        g_hash_table_add(words, cellwords_fold(*word));
    g_strfreev(each);
}

static void cellwords_row(struct cellwords *cellwords, const struct csv *csv)
{
    for (size_t i = 0; i < CELLWORD_COUNT; i++)
        if (strcmp(csv_cell(csv, 0), meanings[i]) == 0)
            cellwords_add(cellwords->words[i], csv_cell(csv, 1));
}

struct cellwords *cellwords_load(void)
{
    struct cellwords *cellwords = g_new0(struct cellwords, 1);
    char *path = place_find("codebooks/celwoorden.csv");
    struct csv *csv = csv_open(path != NULL ? path : "codebooks/celwoorden.csv");
    enum csv_got got;

    for (size_t i = 0; i < CELLWORD_COUNT; i++)
        cellwords->words[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    while ((got = csv_next(csv)) != CSV_END) {
        if (got == CSV_BAD)
            fail(STATUS_STOPPED, "celwoorden.csv:%zu: %s", csv_line(csv), csv_why(csv));
        if (got == CSV_RECORD && csv_count(csv) >= 2)
            cellwords_row(cellwords, csv);
    }
    csv_close(csv);
    g_free(path);
    for (size_t i = 0; i < CELLWORD_COUNT; i++)
        if (g_hash_table_size(cellwords->words[i]) == 0)
            fail(STATUS_STOPPED, "celwoorden.csv: no words for \"%s\"", meanings[i]);
    return cellwords;
}

void cellwords_free(struct cellwords *cellwords)
{
    for (size_t i = 0; i < CELLWORD_COUNT; i++)
        g_hash_table_destroy(cellwords->words[i]);
    g_free(cellwords);
}

int cellwords_means(const struct cellwords *cellwords, enum cellword meaning, const char *text)
{
    char *folded = cellwords_fold(text);
    int known = g_hash_table_contains(cellwords->words[meaning], folded);

    g_free(folded);
    return known;
}

void cellwords_lengths(const struct cellwords *cellwords, enum cellword meaning,
                       uint64_t lengths[256])
{
    enum { LONGEST = 61 };

    GHashTableIter each;
    gpointer word;

    g_hash_table_iter_init(&each, cellwords->words[meaning]);
    while (g_hash_table_iter_next(&each, &word, NULL)) {
        char first = *(const char *)word;
        size_t length = strlen(word);
        uint64_t bits = length <= LONGEST ? (uint64_t)7 << length : 0;

        lengths[(unsigned char)first] |= bits;
        lengths[(unsigned char)g_ascii_toupper(first)] |= bits;
    }
}

enum missing cellwords_missing(const struct cellwords *cellwords, const char *text)
{
    for (int i = CELLWORD_DECLINED; i < CELLWORD_COUNT; i++)
        if (cellwords_means(cellwords, (enum cellword)i, text))
            return (enum missing)missing_find(meanings[i]);
    return MISSING_NOT;
}
