#include "ingest/totals.h"

#include <glib.h>
#include <string.h>

enum { LONGEST = 63 };

struct totals {
    const struct cellwords *words;
    int columns[2];
    GString *last[2];      /* by column: the cell that was looked up last and is no such word */
    uint64_t lengths[256]; /* by the byte a word begins with: bits of how long it may be */
    bool remarks;          /* a first cell alone is one */
};

struct totals *totals_new(const struct cellwords *words, int first, int second, bool remarks)
{
    struct totals *totals = g_new0(struct totals, 1);

    totals->words = words;
    for (size_t i = 0; i < G_N_ELEMENTS(totals->last); i++)
        totals->last[i] = g_string_new(NULL);
    totals->columns[0] = first;
    totals->columns[1] = second != first ? second : -1;
    totals->remarks = remarks;
    cellwords_lengths(words, CELLWORD_TOTAL, totals->lengths);
    return totals;
}

void totals_free(struct totals *totals)
{
    for (size_t i = 0; i < G_N_ELEMENTS(totals->last); i++)
        g_string_free(totals->last[i], TRUE);
    g_free(totals);
}

static bool totals_is_word(const struct totals *totals, const struct cell *cell)
{
    char *word = g_strchomp(g_strndup(cell->text, cell->length));
    size_t length = strlen(word);
    bool known;

    if (length > 0 && word[length - 1] == ':')
        word[length - 1] = '\0';
    known = cellwords_means(totals->words, CELLWORD_TOTAL, word);
    g_free(word);
    return known;
}

/* Nearly all cells are told by their first byte and their length, most others by the cell before.
 */
static bool totals_look(struct totals *totals, const struct sheet *sheet, size_t i)
{
    const struct record *record = sheet_record(sheet);
    GString *last = totals->last[i];
    size_t column = (size_t)totals->columns[i];
    struct cell cell;

    if (totals->columns[i] < 0 || column >= record->count)
        return false;
    cell = record_cell(record, column);
    if (cell.length == 0 || cell.length > LONGEST ||
        (totals->lengths[(unsigned char)*cell.text] >> cell.length & 1) == 0 ||
        (cell.length == last->len && memcmp(cell.text, last->str, last->len) == 0))
        return false;
    if (totals_is_word(totals, &cell))
        return true;
    g_string_truncate(last, 0);
    g_string_append_len(last, cell.text, (gssize)cell.length);
    return false;
}

/* Whether nothing but the first of some cells holds something. */
static bool totals_is_remark(const struct sheet *sheet)
{
    enum { LEAST = 3 };
    const struct record *record = sheet_record(sheet);

    if (record->count < LEAST)
        return false;
    for (size_t i = 1; i < record->count; i++)
        if (record_cell(record, i).length > 0)
            return false;
    return true;
}

bool totals_is_row(struct totals *totals, const struct sheet *sheet)
{
    return totals_look(totals, sheet, 0) || totals_look(totals, sheet, 1);
}

bool totals_refuse(struct totals *totals, struct sheet *sheet)
{
    for (size_t i = 0; i < G_N_ELEMENTS(totals->columns); i++)
        if (totals_look(totals, sheet, i)) {
            sheet_refuse(sheet, "total-row", sheet_cell(sheet, totals->columns[i]),
                         "a row that adds up others: not a record");
            return true;
        }
    if (!totals->remarks || !totals_is_remark(sheet))
        return false;
    sheet_refuse(sheet, "remark-row", sheet_cell(sheet, 0),
                 "nothing but the first cell is filled: a remark, not a record");
    return true;
}
