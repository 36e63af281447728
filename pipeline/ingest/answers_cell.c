#include "ingest/answers_cell.h"

#include "codebook/choices.h"
#include "codebook/fold.h"
#include "table/guard.h"
#include "table/number.h"

#include <string.h>

struct cells {
    struct answers_typed *typed;
    const struct cellwords *words;
    GHashTable *choices; /* struct item -> struct choices */
};

struct cells *cells_new(struct answers_typed *typed, const struct cellwords *words)
{
    struct cells *cells = g_new(struct cells, 1);

    cells->typed = typed;
    cells->words = words;
    cells->choices =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)choices_free);
    return cells;
}

void cells_free(struct cells *cells)
{
    g_hash_table_destroy(cells->choices);
    g_free(cells);
}

static const struct choices *cells_choices(struct cells *cells, const struct item *item)
{
    struct choices *choices = g_hash_table_lookup(cells->choices, item);

    if (choices == NULL) {
        choices = choices_new(item);
        g_hash_table_insert(cells->choices, (gpointer)item, choices);
    }
    return choices;
}

static void cell_set(struct cell_read *cell, const char *text)
{
    g_free(cell->text);
    cell->text = g_strdup(text);
}

static void cell_set_number(struct cell_read *cell, double value)
{
    char text[NUMBER_ROOM];

    number_write(text, value);
    cell_set(cell, text);
}

/* Of an item that no codebook has only a number with a mark is read, and changed where a table
 * would not write it so: "007" may be a name. */
static void cell_take_own(struct cells *cells, struct cell_read *cell, int column)
{
    double value;
    double typed;
    enum decimal_got got;

    if (!decimal_has_mark(cell->text))
        return;
    got = answers_typed_number(cells->typed, column, cell->text, &value);
    if (got == DECIMAL_AGAINST)
        cell->kind = CELL_AGAINST;
    else if (got == DECIMAL_READ && (!number_read(cell->text, &typed) || typed != value))
        cell_set_number(cell, value);
}

static void cell_take_number(struct cells *cells, struct cell_read *cell, int column,
                             const struct choices *choices)
{
    double value;
    enum decimal_got got = answers_typed_number(cells->typed, column, cell->text, &value);

    if (got != DECIMAL_READ) {
        cell->kind = got == DECIMAL_AGAINST ? CELL_AGAINST : CELL_REFUSED;
        return;
    }
    cell->missing = choices_missing_number(choices, value);
    if (cell->missing != MISSING_NOT)
        cell->kind = CELL_MISSING;
    else
        cell_set_number(cell, value);
}

struct cell_read cells_read(struct cells *cells, const struct item *item, int column,
                            const char *text)
{
    struct cell_read cell = {CELL_ANSWER, MISSING_NOT, fold_trim(guard_unguarded(text)), false};
    const struct choices *choices;
    const char *code;

    if (*cell.text == '\0') {
        cell.kind = CELL_EMPTY;
        return cell;
    }
    choices = item == NULL ? NULL : cells_choices(cells, item);
    if (choices != NULL)
        cell.missing = choices_missing(choices, cell.text);
    if (cell.missing == MISSING_NOT && *cell.text == '(')
        cell.missing = cellwords_missing(cells->words, cell.text);
    if (cell.missing != MISSING_NOT) {
        cell.kind = CELL_MISSING;
        return cell;
    }
    if (choices == NULL) {
        cell_take_own(cells, &cell, column);
        return cell;
    }
    code = choices_code(choices, cell.text);
    if (code != NULL)
        cell_set(&cell, code);
    else if (choices_is_number(choices))
        cell_take_number(cells, &cell, column, choices);
    else
        cell.unknown = *item->answers != '\0';
    return cell;
}

void cell_clear(struct cell_read *cell)
{
    g_clear_pointer(&cell->text, g_free);
}
