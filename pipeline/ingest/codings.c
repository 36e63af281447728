#include "ingest/codings.h"

#include "table/number.h"

#include <string.h>

enum { FEW = 32 }; /* codes of one record */

struct codings {
    const struct grid *grid;
    struct labels *labels;
    const struct cellwords *words;
    const struct track *track;
    struct ledger *ledger;
    bool blank_is_missing;
    GArray *found;         /* struct coding */
    GHashTable *many;      /* the same as texts, once they are more than a few */
    GArray *wrong;         /* int: columns of cells that cannot be read */
    GPtrArray *flag_codes; /* by column of the grid: the code it is for, as it is written */
    int64_t cells;
    int64_t coded;
    int64_t empty;
    int64_t refused;
    int64_t spoken; /* cells that say who speaks, and nothing else */
    int64_t codes;
    const char *speaker; /* of this record, by its codes */
    int64_t blank;       /* empty cells of coders */
};

struct codings *codings_new(const struct grid *grid, struct labels *labels,
                            const struct cellwords *words, const struct track *track,
                            bool blank_is_missing, struct ledger *ledger)
{
    struct codings *codings = g_new0(struct codings, 1);

    codings->grid = grid;
    codings->labels = labels;
    codings->words = words;
    codings->track = track;
    codings->ledger = ledger;
    codings->blank_is_missing = blank_is_missing;
    codings->found = g_array_new(FALSE, FALSE, sizeof(struct coding));
    codings->many = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    codings->wrong = g_array_new(FALSE, FALSE, sizeof(int));
    codings->flag_codes = g_ptr_array_new();
    return codings;
}

void codings_free(struct codings *codings)
{
    g_array_free(codings->found, TRUE);
    g_hash_table_destroy(codings->many);
    g_array_free(codings->wrong, TRUE);
    g_ptr_array_unref(codings->flag_codes);
    g_free(codings);
}

static bool codings_has_few(const struct codings *codings, const struct coding *asked)
{
    for (guint i = 0; i < codings->found->len; i++) {
        const struct coding *known = codings_at(codings, i);

        if (known->coder == asked->coder &&
            labels_are_same(codings->labels, known->code, asked->code))
            return true;
    }
    return false;
}

static char *coding_text(const struct codings *codings, const struct coding *coding)
{
    return g_strdup_printf("%p %s", (const void *)coding->coder,
                           labels_meaning(codings->labels, coding->code));
}

/* Whether the record gave this code before; remembers it, where there are many. */
static bool codings_has(struct codings *codings, const struct coding *asked)
{
    if (codings->found->len < FEW)
        return codings_has_few(codings, asked);
    for (guint i = g_hash_table_size(codings->many); i < codings->found->len; i++)
        g_hash_table_add(codings->many, coding_text(codings, codings_at(codings, i)));
    return !g_hash_table_add(codings->many, coding_text(codings, asked));
}

/* Adds a code, once for each coder. */
static void codings_add(struct codings *codings, const struct sheet *sheet, const char *coder,
                        const char *code)
{
    const struct coding added = {coder, code};

    if (codings_has(codings, &added))
        ledger_line(codings->ledger, LEDGER_WARNING, sheet_file(sheet), sheet_line(sheet),
                    "code-twice", code, "stands twice in this record: counted once");
    else
        g_array_append_val(codings->found, added);
}

/* A cell with the names of codes. */
static void codings_cell(struct codings *codings, const struct sheet *sheet,
                         const struct grid_column *column)
{
    const GPtrArray *codes = labels_read(codings->labels, sheet, column->column);
    bool blank = column->coder != NULL && *sheet_cell(sheet, column->column) == '\0';
    guint labels = 0;

    for (guint i = 0; i < codes->len; i++) {
        if (!track_has(codings->track, codes->pdata[i])) {
            codings_add(codings, sheet, column->coder, codes->pdata[i]);
            continue;
        }
        codings->speaker = codes->pdata[i];
        labels++;
    }
    codings->coded += codes->len > labels;
    codings->empty += codes->len == 0;
    codings->spoken += labels > 0 && codes->len == labels;
    codings->blank += blank;
    if (codes->len == 0 && column->coder != NULL && !(blank && codings->blank_is_missing))
        codings_add(codings, sheet, column->coder, "");
}

/* A cell that says whether the code of its column was given. */
static void codings_flag(struct codings *codings, const struct sheet *sheet, guint i)
{
    const struct grid_column *column =
        &g_array_index(codings->grid->columns, struct grid_column, i);
    const char *text = sheet_cell(sheet, column->column);

    while (codings->flag_codes->len <= i) {
        guint n = codings->flag_codes->len;
        const char *code = g_array_index(codings->grid->columns, struct grid_column, n).code;

        g_ptr_array_add(codings->flag_codes, (gpointer)labels_one(codings->labels, sheet, code));
    }
    if (*text == '\0' || cellwords_means(codings->words, CELLWORD_NOT_GIVEN, text)) {
        codings->empty++;
    } else if (cellwords_means(codings->words, CELLWORD_GIVEN, text)) {
        codings->coded++;
        codings_add(codings, sheet, NULL, codings->flag_codes->pdata[i]);
    } else {
        g_array_append_val(codings->wrong, column->column);
    }
}

/* "vraag: misschien"; to be freed. */
static char *codings_name_cell(const struct sheet *sheet, int column)
{
    return g_strdup_printf("%s: %s", sheet_name(sheet, (size_t)column), sheet_cell(sheet, column));
}

/* Refuses the cells that cannot be read; the whole record when it gives no code: whether it was
 * given one is not known then. */
static bool codings_refuse(struct codings *codings, struct sheet *sheet)
{
    static const char why[] = "neither a word for yes nor one for no (celwoorden.csv); where these "
                              "are counts: a row is one unit, not a conversation";
    const int *wrong = (const int *)(const void *)codings->wrong->data;

    if (codings->wrong->len == 0)
        return true;
    if (codings->found->len == 0) {
        char *value = codings_name_cell(sheet, wrong[0]);

        sheet_refuse(sheet, "bad-flag", value, why);
        g_free(value);
        return false;
    }
    for (guint i = 0; i < codings->wrong->len; i++) {
        char *value = codings_name_cell(sheet, wrong[i]);

        ledger_line(codings->ledger, LEDGER_REFUSED, sheet_file(sheet), sheet_line(sheet),
                    "bad-flag", value, why);
        g_free(value);
    }
    codings->refused += codings->wrong->len;
    return true;
}

bool codings_read(struct codings *codings, struct sheet *sheet)
{
    const GArray *columns = codings->grid->columns;
    const struct codings before = *codings;

    g_array_set_size(codings->found, 0);
    if (g_hash_table_size(codings->many) > 0)
        g_hash_table_remove_all(codings->many);
    g_array_set_size(codings->wrong, 0);
    codings->speaker = NULL;
    for (guint i = 0; i < columns->len; i++) {
        const struct grid_column *column = &g_array_index(columns, struct grid_column, i);

        if (column->code != NULL)
            codings_flag(codings, sheet, i);
        else
            codings_cell(codings, sheet, column);
    }
    if (!codings_refuse(codings, sheet)) {
        codings->coded = before.coded;
        codings->empty = before.empty;
        return false;
    }
    codings->cells += columns->len;
    for (guint i = 0; i < codings->found->len; i++)
        codings->codes += *codings_at(codings, i)->code != '\0';
    if (codings->found->len == 0 && codings->speaker == NULL)
        codings_add(codings, sheet, NULL, "");
    return true;
}

const char *codings_speaker(const struct codings *codings)
{
    return codings->speaker;
}

guint codings_count(const struct codings *codings)
{
    return codings->found->len;
}

const struct coding *codings_at(const struct codings *codings, guint i)
{
    return &g_array_index(codings->found, struct coding, i);
}

void codings_count_usual(struct codings *codings, int64_t n, int64_t coded)
{
    codings->cells += n;
    codings->coded += coded;
    codings->empty += n - coded;
    codings->codes += coded;
}

void codings_account(const struct codings *codings, const struct sheet *sheet)
{
    const char *file = sheet_file(sheet);
    char blank[NUMBER_ROOM];

    if (codings->grid->columns->len == 1 && labels_packed(codings->labels) == 0 &&
        codings->track == NULL)
        return;
    ledger_count(codings->ledger, file, "cells", codings->cells);
    ledger_count(codings->ledger, file, "cells-coded", codings->coded);
    ledger_count(codings->ledger, file, "cells-empty", codings->empty);
    ledger_count(codings->ledger, file, "cells-refused", codings->refused);
    if (codings->track != NULL)
        ledger_count(codings->ledger, file, "cells-speaker", codings->spoken);
    ledger_count(codings->ledger, file, "codes", codings->codes);
    if (codings->blank == 0)
        return;
    number_write_count(blank, codings->blank);
    ledger_add(codings->ledger, LEDGER_WARNING, file, "", "coder-blank", blank,
               codings->blank_is_missing ? "read as: this coder did not look, as --blank says"
                                         : "read as: looked at, no code given; say --blank missing "
                                           "if an empty cell means that the coder did not look");
}
