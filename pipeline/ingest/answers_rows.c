#include "ingest/answers_rows.h"

#include "ingest/answers_options.h"
#include "ingest/origin.h"
#include "table/guard.h"

#include <string.h>

void answers_rows_open(struct answers_rows *rows)
{
    rows->cells = cells_new(rows->typed, rows->words);
    rows->item = sheet_find(rows->sheet, "item");
    rows->value = sheet_find(rows->sheet, "value");
    rows->unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    rows->options =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)options_free);
}

void answers_rows_close(struct answers_rows *rows)
{
    cells_free(rows->cells);
    g_hash_table_destroy(rows->unknown);
    g_hash_table_destroy(rows->options);
}

static void rows_say(const struct answers_rows *rows, enum ledger_level level, const char *what,
                     const char *value, const char *action)
{
    ledger_line(rows->ledger, level, sheet_file(rows->sheet), sheet_line(rows->sheet), what, value,
                action);
}

/* The item that a record of the long form is about; NULL: no codebook has it. */
static const struct item *rows_item(const struct answers_rows *rows)
{
    return questions_find(rows->questions, guard_unguarded(sheet_cell(rows->sheet, rows->item)));
}

static const char *rows_item_name(const struct answers_rows *rows)
{
    const struct item *item = rows_item(rows);

    return item != NULL ? item->item : sheet_cell(rows->sheet, rows->item);
}

static bool rows_admit_long(struct answers_rows *rows)
{
    if (*sheet_cell(rows->sheet, rows->item) == '\0') {
        sheet_refuse(rows->sheet, "item-empty", sheet_cell(rows->sheet, rows->value),
                     "no item is named: nobody knows what this answers");
        return false;
    }
    person_look(rows->person);
    if (!person_is_again(rows->person, rows_item_name(rows)))
        return true;
    sheet_refuse(rows->sheet, "duplicate-key", rows_item_name(rows),
                 "this respondent answered this item before");
    return false;
}

static bool rows_admit_wide(struct answers_rows *rows)
{
    int respondent = sheet_find(rows->sheet, "respondent");

    if (survey_is_header(rows->survey, rows->sheet)) {
        sheet_refuse(rows->sheet, "repeated-header", sheet_cell(rows->sheet, 0),
                     "the header once more: not a record");
        return false;
    }
    if (survey_is_preview(rows->survey, rows->sheet)) {
        sheet_refuse(rows->sheet, "preview", sheet_cell(rows->sheet, respondent),
                     "a trial of the survey's maker, no answer");
        return false;
    }
    person_look(rows->person);
    if (person_is_again(rows->person, "")) {
        sheet_refuse(rows->sheet, "duplicate-key", person_respondent(rows->person),
                     "this respondent stands in a record before this one");
        return false;
    }
    if (survey_is_unfinished(rows->survey, rows->sheet))
        rows_say(rows, LEDGER_WARNING, "unfinished", person_respondent(rows->person),
                 "not finished: its answers count");
    return true;
}

bool answers_rows_admit(struct answers_rows *rows)
{
    return (rows->survey == NULL ? rows_admit_long(rows) : rows_admit_wide(rows)) &&
           answers_typed_date(rows->typed);
}

/* One row; the value is `text`, or missing. */
static void rows_row(const struct answers_rows *rows, const char *item, const char *text,
                     enum missing missing)
{
    person_write(rows->person, rows->writer);
    writer_text(rows->writer, item);
    if (missing == MISSING_NOT)
        writer_text(rows->writer, text);
    else
        writer_missing(rows->writer, missing);
    person_write_context(rows->person, rows->typed, rows->writer);
    origin_write(rows->writer, sheet_file(rows->sheet), sheet_line(rows->sheet));
    writer_row(rows->writer);
}

static void rows_refuse_cell(struct answers_rows *rows, const char *header,
                             const struct cell_read *cell)
{
    const char *why = cell->kind == CELL_AGAINST
                          ? "another decimal mark than the rest of the column"
                          : "neither a number nor an answer of the codebook";
    char *action = g_strdup_printf("column \"%s\": %s: became %s", header, why,
                                   missing_text(MISSING_UNREADABLE));

    rows->refused++;
    rows_say(rows, LEDGER_REFUSED, "bad-number", cell->text, action);
    g_free(action);
}

static void rows_warn_cell(const struct answers_rows *rows, const char *what, const char *header,
                           const char *text)
{
    char *action = g_strdup_printf("column \"%s\": the codebook does not list this answer", header);

    rows_say(rows, LEDGER_WARNING, what, text, action);
    g_free(action);
}

static enum missing rows_missing(const struct cell_read *cell)
{
    switch (cell->kind) {
    case CELL_EMPTY:
        return MISSING_EMPTY;
    case CELL_MISSING:
        return cell->missing;
    case CELL_REFUSED:
    case CELL_AGAINST:
        return MISSING_UNREADABLE;
    default:
        return MISSING_NOT;
    }
}

/* The answer to one item, in a column of the sheet. */
static void rows_answer(struct answers_rows *rows, const struct item *item, const char *name,
                        const char *header, int column)
{
    struct cell_read cell = cells_read(rows->cells, item, column, sheet_cell(rows->sheet, column));

    rows->answers += cell.kind == CELL_ANSWER;
    rows->empty += cell.kind == CELL_EMPTY || cell.kind == CELL_MISSING;
    if (cell.kind == CELL_REFUSED || cell.kind == CELL_AGAINST)
        rows_refuse_cell(rows, header, &cell);
    if (cell.kind == CELL_ANSWER)
        damaged_look(rows->damaged, rows->sheet, cell.text);
    if (cell.kind == CELL_ANSWER && (item == NULL || cell.unknown))
        eaten_meet(rows->eaten, header, cell.text, rows->sheet);
    if (cell.unknown)
        rows_warn_cell(rows, "unknown-answer", header, cell.text);
    rows_row(rows, name, cell.text, rows_missing(&cell));
    cell_clear(&cell);
}

/* Whether some option of the question was chosen by this respondent: then the others were not. */
static bool rows_question_met(const struct answers_rows *rows, int question)
{
    for (guint i = 0; i < rows->survey->columns->len; i++) {
        const struct survey_column *column = rows->survey->columns->pdata[i];

        if (column->question == question && column->use == SURVEY_ITEM &&
            survey_chosen(column, rows->words, sheet_cell(rows->sheet, (int)i)) == 1)
            return true;
    }
    return false;
}

/* One option in a column of its own. */
static void rows_option(struct answers_rows *rows, const struct survey_column *column, int i)
{
    const char *text = sheet_cell(rows->sheet, i);
    int chosen = *text == '\0' ? -1 : survey_chosen(column, rows->words, text);

    if (chosen >= 0) {
        rows->answers++;
        rows_row(rows, column->name, chosen == 1 ? "1" : "0", MISSING_NOT);
    } else if (*text == '\0' && rows_question_met(rows, column->question)) {
        rows->empty++;
        rows_row(rows, column->name, "0", MISSING_NOT);
    } else {
        rows_answer(rows, column->item, column->name, column->header, i);
    }
}

static const struct options *rows_options_of(struct answers_rows *rows, const GPtrArray *items)
{
    struct options *options = g_hash_table_lookup(rows->options, items);

    if (options == NULL) {
        options = options_new(items);
        g_hash_table_insert(rows->options, (gpointer)items, options);
    }
    return options;
}

static void rows_refuse_options(struct answers_rows *rows, const char *header, const char *text)
{
    char *action =
        g_strdup_printf("column \"%s\": a number of which the codebook does not say what "
                        "answer it is: all options became %s",
                        header, missing_text(MISSING_UNREADABLE));

    rows->refused++;
    rows_say(rows, LEDGER_REFUSED, "option-number", text, action);
    g_free(action);
}

/* All chosen options in one cell. */
static void rows_options(struct answers_rows *rows, const struct survey_column *column,
                         const char *text)
{
    const struct options *options = rows_options_of(rows, column->options);
    enum missing missing = options_missing(options, text);
    bool *chosen = g_new0(bool, column->options->len);
    char *rest = NULL;

    rows->empty += missing != MISSING_NOT;
    if (missing == MISSING_NOT && options_read(options, text, chosen, &rest) == OPTIONS_NUMBER) {
        missing = MISSING_UNREADABLE;
        rows_refuse_options(rows, column->header, text);
    } else if (rest != NULL) {
        rows_warn_cell(rows, "unknown-option", column->header, rest);
    }
    rows->answers += missing == MISSING_NOT;
    for (guint i = 0; i < column->options->len; i++)
        rows_row(rows, ((const struct item *)column->options->pdata[i])->item,
                 chosen[i] ? "1" : "0", missing);
    g_free(rest);
    g_free(chosen);
}

static void rows_write_long(struct answers_rows *rows)
{
    const struct item *item = rows_item(rows);
    const char *text = guard_unguarded(sheet_cell(rows->sheet, rows->item));
    const char *name = item != NULL ? item->item : text;

    if (item == NULL && questions_count(rows->questions) > 0 &&
        g_hash_table_add(rows->unknown, g_strdup(text))) {
        enum ledger_level level;
        char *action = survey_own_item(rows->questions, text, &level);

        rows_say(rows, level, "item-own", text, action);
        g_free(action);
    }
    rows_answer(rows, item, name, name, rows->value);
}

void answers_rows_write(struct answers_rows *rows)
{
    if (rows->survey == NULL) {
        rows_write_long(rows);
        return;
    }
    for (guint i = 0; i < rows->survey->columns->len; i++) {
        const struct survey_column *column = rows->survey->columns->pdata[i];

        if (column->use == SURVEY_OPTIONS)
            rows_options(rows, column, sheet_cell(rows->sheet, (int)i));
        else if (column->use == SURVEY_ITEM && column->question >= 0)
            rows_option(rows, column, (int)i);
        else if (column->use == SURVEY_ITEM)
            rows_answer(rows, column->item, column->name, column->header, (int)i);
    }
}

void answers_rows_count(const struct answers_rows *rows)
{
    const char *file = sheet_file(rows->sheet);

    ledger_count(rows->ledger, file, "cells",
                 (int64_t)(rows->answers + rows->empty + rows->refused));
    ledger_count(rows->ledger, file, "cells-answers", (int64_t)rows->answers);
    ledger_count(rows->ledger, file, "cells-empty", (int64_t)rows->empty);
    ledger_count(rows->ledger, file, "cells-refused", (int64_t)rows->refused);
}
