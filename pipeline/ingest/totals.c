#include "ingest/totals.h"

#include <glib.h>
#include <string.h>

struct totals {
    const struct cellwords *words;
    int columns[2];
    bool begins[256]; /* by byte: one of the words begins with it */
    bool remarks;     /* a first cell alone is one */
};

struct totals *totals_new(const struct cellwords *words, int first, int second, bool remarks)
{
    struct totals *totals = g_new0(struct totals, 1);

    totals->words = words;
    totals->columns[0] = first;
    totals->columns[1] = second != first ? second : -1;
    totals->remarks = remarks;
    cellwords_begins(words, CELLWORD_TOTAL, totals->begins);
    return totals;
}

void totals_free(struct totals *totals)
{
    g_free(totals);
}

static bool totals_is_word(const struct totals *totals, const char *cell)
{
    char *word = g_strchomp(g_strdup(cell));
    size_t length = strlen(word);
    bool known;

    if (length > 0 && word[length - 1] == ':')
        word[length - 1] = '\0';
    known = cellwords_means(totals->words, CELLWORD_TOTAL, word);
    g_free(word);
    return known;
}

/* Nearly all cells are told by their first byte and their length. */
static bool totals_look(const struct totals *totals, const struct sheet *sheet, int column)
{
    enum { LONGEST = 40 };
    const struct record *record = sheet_record(sheet);
    struct cell cell;

    if (column < 0 || (size_t)column >= record->count)
        return false;
    cell = record_cell(record, (size_t)column);
    return cell.length > 0 && cell.length <= LONGEST && totals->begins[(unsigned char)*cell.text] &&
           totals_is_word(totals, sheet_cell(sheet, column));
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

bool totals_refuse(const struct totals *totals, struct sheet *sheet)
{
    for (size_t i = 0; i < G_N_ELEMENTS(totals->columns); i++)
        if (totals_look(totals, sheet, totals->columns[i])) {
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
