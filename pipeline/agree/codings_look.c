#include "agree/codings.h"

#include "table/number.h"

#include <string.h>

const struct coding *codings_row(const struct codings *codings, guint i)
{
    return &g_array_index(codings->rows, struct coding, i);
}

struct coding_unit *codings_unit(const struct codings *codings, guint unit)
{
    return &g_array_index(codings->units, struct coding_unit, unit);
}

const struct code *codings_code(const struct codings *codings, int code)
{
    return codings->codes->pdata[code];
}

guint codings_first(const struct codings *codings, guint unit)
{
    return g_array_index(codings->first, guint, unit);
}

/* Rows of no coder say, where others have one, only that the unit is there. */
static void codings_drop_nobody(struct codings *codings)
{
    int nobody = names_find(codings->coders, "");
    guint kept = 0;

    if (nobody < 0 || names_count(codings->coders) == 1)
        return;
    for (guint i = 0; i < codings->rows->len; i++) {
        struct coding row = *codings_row(codings, i);

        if (row.coder != nobody)
            g_array_index(codings->rows, struct coding, kept++) = row;
    }
    codings->nobody = codings->rows->len - kept;
    g_array_set_size(codings->rows, kept);
}

void codings_settle(struct codings *codings)
{
    guint units = codings->units->len;
    guint *next;
    GArray *sorted;

    codings_drop_nobody(codings);
    g_array_set_size(codings->first, units + 1);
    for (guint i = 0; i < codings->rows->len; i++)
        g_array_index(codings->first, guint, codings_row(codings, i)->unit + 1)++;
    for (guint i = 0; i < units; i++)
        g_array_index(codings->first, guint, i + 1) += g_array_index(codings->first, guint, i);
    next = g_memdup2(codings->first->data, (units + 1) * sizeof *next);
    sorted = g_array_sized_new(FALSE, FALSE, sizeof(struct coding), codings->rows->len);
    g_array_set_size(sorted, codings->rows->len);
    for (guint i = 0; i < codings->rows->len; i++) {
        const struct coding *row = codings_row(codings, i);

        g_array_index(sorted, struct coding, next[row->unit]++) = *row;
    }
    g_array_free(codings->rows, TRUE);
    codings->rows = sorted;
    g_free(next);
}

bool codings_are_bare_passages(const struct codings *codings)
{
    return !codings->bare &&
           (strcmp(codings->kind, "passage") == 0 || strcmp(codings->kind, "event") == 0);
}

static void codings_say(struct ledger *ledger, enum ledger_level level, const char *what,
                        int64_t count, const char *action)
{
    char number[NUMBER_ROOM];

    number_write_count(number, count);
    if (count > 0)
        ledger_add(ledger, level, "", "", what, number, action);
}

void codings_tell(const struct codings *codings, struct ledger *ledger)
{
    GList *codes = g_list_sort(g_hash_table_get_keys(codings->unknown), names_compare);

    for (GList *code = codes; code != NULL; code = code->next) {
        gint64 rows = *(gint64 *)g_hash_table_lookup(codings->unknown, code->data);
        char *action = g_strdup_printf(
            "%" G_GINT64_FORMAT " rows not compared: the code is in no codebook", rows);

        ledger_add(ledger, LEDGER_WARNING, "", "", "uncompared-code", code->data, action);
        g_free(action);
    }
    g_list_free(codes);
    codings_say(ledger, LEDGER_NOTE, "no-coder", codings->nobody,
                "rows without a coder: they say nothing of agreement");
    codings_say(ledger, LEDGER_WARNING, "no-unit", codings->lost,
                "rows without unit, start and end: nothing to compare them by");
}
