#include "recode/decisions.h"

#include "base/fail.h"
#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "recode/decision.h"
#include "table/number.h"

#include <string.h>

struct decisions {
    struct ledger *ledger;
    struct columns *columns;
    GPtrArray *files;  /* struct decisions_file */
    GPtrArray *all;    /* struct decision, in the order of the files */
    GHashTable *units; /* source and unit, or source and extent -> GPtrArray of struct decision */
    GString *found;
};

/* Columns of the sheet, -1 when absent. */
struct decisions_columns {
    int source, unit, start, end, code, other, decision;
};

static struct decisions_columns decisions_columns(const struct sheet *sheet)
{
    struct decisions_columns columns = {
        .source = sheet_find(sheet, "source"),
        .unit = sheet_find(sheet, "unit"),
        .start = sheet_find(sheet, "start"),
        .end = sheet_find(sheet, "end"),
        .code = sheet_find(sheet, "code"),
        .other = sheet_find(sheet, "other"),
        .decision = sheet_find(sheet, "decision"),
    };

    if (columns.decision < 0)
        fail(STATUS_STOPPED, "%s: no column with decisions (\"besluit\")", sheet_file(sheet));
    if (columns.source < 0 || (columns.unit < 0 && columns.start < 0))
        fail(STATUS_STOPPED, "%s: no column that says the conversation, or none for the unit",
             sheet_file(sheet));
    return columns;
}

static char *decisions_unit_key(const char *source, const char *unit)
{
    return *unit == '\0' ? NULL : g_strdup_printf("%s\x1f%s", source, unit);
}

/* Start and end as numbers: 12,5 in the file of a spreadsheet is 12.5. */
static char *decisions_extent_key(const char *source, const char *start, const char *end)
{
    char *texts[] = {g_strdup(start), g_strdup(end)};
    char numbers[2][NUMBER_ROOM] = {"", ""};
    char *key = NULL;
    double value;

    for (int i = 0; i < 2; i++) {
        g_strdelimit(g_strstrip(texts[i]), ",", '.');
        if (number_read(texts[i], &value))
            number_write(numbers[i], value);
        g_free(texts[i]);
    }
    if (*numbers[0] != '\0' && *numbers[1] != '\0')
        key = g_strdup_printf("%s\x1f\x1f%s\x1f%s", source, numbers[0], numbers[1]);
    return key;
}

static void decisions_index(struct decisions *decisions, struct decision *decision, char *key)
{
    GPtrArray *here;

    if (key == NULL)
        return;
    here = g_hash_table_lookup(decisions->units, key);
    if (here == NULL) {
        here = g_ptr_array_new();
        g_hash_table_insert(decisions->units, g_strdup(key), here);
    }
    g_ptr_array_add(here, decision);
    g_free(key);
}

/* The earlier decision on the same unit and codes, or NULL. */
static const struct decision *decisions_before(const struct decisions *decisions,
                                               const struct decision *decision)
{
    for (guint i = 0; i < decisions->all->len; i++)
        if (decision_is_on_same(decisions->all->pdata[i], decision))
            return decisions->all->pdata[i];
    return NULL;
}

static void decisions_add(struct decisions *decisions, struct decision *decision)
{
    const struct decision *before = decisions_before(decisions, decision);
    char *action;

    if (before == NULL) {
        g_ptr_array_add(decisions->all, decision);
        decisions_index(decisions, decision, decisions_unit_key(decision->source, decision->unit));
        decisions_index(decisions, decision,
                        decisions_extent_key(decision->source, decision->start, decision->end));
        return;
    }
    if (strcmp(before->codes, decision->codes) != 0) {
        action = g_strdup_printf("line %zu of %s decided %s on the same unit", before->line,
                                 sheet_file(before->file->sheet), before->codes);
        sheet_refuse(decision->file->sheet, "decision-twice", decision->codes, action);
        g_free(action);
    }
    decision_free(decision);
}

static void decisions_record(struct decisions *decisions, struct decisions_file *file,
                             const struct decisions_columns *columns,
                             const struct decision_reading *reading)
{
    struct sheet *sheet = file->sheet;
    struct decision_cells cells = {
        .source = sheet_cell(sheet, columns->source),
        .unit = sheet_cell(sheet, columns->unit),
        .start = sheet_cell(sheet, columns->start),
        .end = sheet_cell(sheet, columns->end),
        .code = sheet_cell(sheet, columns->code),
        .other = sheet_cell(sheet, columns->other),
        .decision = sheet_cell(sheet, columns->decision),
    };
    char *unknown = NULL;
    struct decision *decision = decision_read(&cells, sheet_line(sheet), reading, &unknown);
    const char *nearest;
    char *action;

    if (unknown != NULL) {
        nearest = codebooks_nearest(reading->codebooks, unknown);
        action =
            g_strdup_printf("no code, label or alias of a codebook%s%s",
                            nearest != NULL ? "; nearest: " : "", nearest != NULL ? nearest : "");
        sheet_refuse(sheet, "unknown-decision", unknown, action);
        g_free(action);
        g_free(unknown);
    } else if (decision == NULL) {
        file->empty++;
    } else {
        decision->file = file;
        decisions_add(decisions, decision);
    }
}

static void decisions_read_file(struct decisions *decisions, const char *path,
                                const struct decision_reading *reading)
{
    struct decisions_file *file = g_new0(struct decisions_file, 1);
    struct decisions_columns columns;

    file->sheet = sheet_open(path, decisions->columns, NULL, decisions->ledger);
    g_ptr_array_add(decisions->files, file);
    columns = decisions_columns(file->sheet);
    while (sheet_next(file->sheet))
        decisions_record(decisions, file, &columns, reading);
}

struct decisions *decisions_read(char *const *paths, const struct codebooks *codebooks,
                                 decisions_meaning meaning, struct ledger *ledger)
{
    struct decisions *decisions = g_new0(struct decisions, 1);
    struct decision_reading reading = {codebooks, meaning, decision_none_words()};

    decisions->ledger = ledger;
    decisions->columns = columns_load();
    decisions->files = g_ptr_array_new_with_free_func(g_free);
    decisions->all = g_ptr_array_new_with_free_func(decision_free);
    decisions->units =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    decisions->found = g_string_new(NULL);
    for (char *const *path = paths; *path != NULL; path++)
        decisions_read_file(decisions, *path, &reading);
    g_strfreev(reading.none);
    return decisions;
}

/* Adds what the decisions under a key say about a code; false when there is none under it. */
static bool decisions_take(struct decisions *decisions, char *key, const char *code)
{
    const GPtrArray *here = key == NULL ? NULL : g_hash_table_lookup(decisions->units, key);

    g_free(key);
    for (guint i = 0; here != NULL && i < here->len; i++) {
        struct decision *decision = here->pdata[i];

        if (decision_is_about(decision, code)) {
            decision->met = true;
            decision_join(decisions->found, decision->codes);
        }
    }
    return here != NULL;
}

const char *decisions_find(struct decisions *decisions, const struct decisions_row *row)
{
    g_string_truncate(decisions->found, 0);
    if (!decisions_take(decisions, decisions_unit_key(row->source, row->unit), row->code))
        decisions_take(decisions, decisions_extent_key(row->source, row->start, row->end),
                       row->code);
    return decisions->found->str;
}

static void decisions_tell(struct decisions *decisions, const struct decision *decision)
{
    char *about = decision_show(decision);

    if (decision->met)
        ledger_line(decisions->ledger, LEDGER_NOTE, sheet_file(decision->file->sheet),
                    decision->line, "decision", about, decision->codes);
    else
        sheet_refuse_line(decision->file->sheet, decision->line, "decision-unmatched", about,
                          "no coded unit of this conversation with these codes");
    g_free(about);
}

static void decisions_tell_open(struct decisions *decisions, const struct decisions_file *file)
{
    char number[NUMBER_ROOM];

    number_write_count(number, file->empty);
    if (file->empty > 0)
        ledger_add(decisions->ledger, LEDGER_NOTE, sheet_file(file->sheet), "", "decision-open",
                   number, "lines on which nothing is decided yet");
}

void decisions_close(struct decisions *decisions)
{
    if (decisions == NULL)
        return;
    for (guint i = 0; i < decisions->files->len; i++)
        decisions_tell_open(decisions, decisions->files->pdata[i]);
    for (guint i = 0; i < decisions->all->len; i++)
        decisions_tell(decisions, decisions->all->pdata[i]);
    for (guint i = 0; i < decisions->files->len; i++)
        sheet_close(((struct decisions_file *)decisions->files->pdata[i])->sheet);
    columns_free(decisions->columns);
    g_ptr_array_free(decisions->all, TRUE);
    g_ptr_array_free(decisions->files, TRUE);
    g_hash_table_destroy(decisions->units);
    g_string_free(decisions->found, TRUE);
    g_free(decisions);
}
