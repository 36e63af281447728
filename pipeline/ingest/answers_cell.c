#include "ingest/answers_cell.h"

#include "codebook/choices.h"
#include "codebook/fold.h"
#include "foreign/clock.h"

#include <string.h>

struct cells {
    GHashTable *choices; /* struct item -> struct choices */
};

struct cells *cells_new(void)
{
    struct cells *cells = g_new(struct cells, 1);

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

static bool cell_number(const char *text, double *value)
{
    return clock_read(text, value) == CLOCK_NUMBER;
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

/* Of an item that no codebook has only a decimal comma is changed: "007" may be a name. */
static void cell_take_own(struct cell_read *cell)
{
    double value;

    if (strchr(cell->text, ',') != NULL && cell_number(cell->text, &value))
        cell_set_number(cell, value);
}

static void cell_take_number(struct cell_read *cell, const struct choices *choices)
{
    double value;

    if (!cell_number(cell->text, &value)) {
        cell->kind = CELL_REFUSED;
        return;
    }
    cell->missing = choices_missing_number(choices, value);
    if (cell->missing != MISSING_NOT)
        cell->kind = CELL_MISSING;
    else
        cell_set_number(cell, value);
}

struct cell_read cells_read(struct cells *cells, const struct item *item, const char *text)
{
    struct cell_read cell = {CELL_ANSWER, MISSING_NOT, fold_trim(text), false};
    const struct choices *choices;
    const char *code;

    if (*cell.text == '\0') {
        cell.kind = CELL_EMPTY;
        return cell;
    }
    if (item == NULL) {
        cell_take_own(&cell);
        return cell;
    }
    choices = cells_choices(cells, item);
    cell.missing = choices_missing(choices, cell.text);
    if (cell.missing != MISSING_NOT) {
        cell.kind = CELL_MISSING;
        return cell;
    }
    code = choices_code(choices, cell.text);
    if (code != NULL)
        cell_set(&cell, code);
    else if (choices_is_number(choices))
        cell_take_number(&cell, choices);
    else
        cell.unknown = *item->answers != '\0';
    return cell;
}

void cell_clear(struct cell_read *cell)
{
    g_clear_pointer(&cell->text, g_free);
}
