#include "foreign/survey.h"

#include "codebook/choices.h"
#include "foreign/header_find.h"
#include "foreign/survey_columns.h"
#include "foreign/survey_texts.h"
#include "table/number.h"

#include <string.h>

static void survey_free_column(gpointer data)
{
    struct survey_column *column = data;

    g_free(column->name);
    g_free(column->header);
    g_free(column->option);
    g_free(column);
}

/* The rows of headers, each as wide as the first. */
static void survey_read_rows(struct survey *survey, struct csv *csv)
{
    guint width = (guint)csv_count(csv);

    for (size_t row = 0; row < survey->form.rows; row++) {
        char **cells = g_new0(char *, width + 1);

        for (guint i = 0; i < width; i++)
            cells[i] = g_strdup(i < csv_count(csv) ? csv_cell(csv, i) : "");
        g_ptr_array_add(survey->rows, cells);
        if (row + 1 < survey->form.rows) {
            csv_next(csv);
            csv_drop_controls(csv);
        }
    }
}

/* Columns at the end that no row of headers names: a delimiter at the end of lines makes one. */
static guint survey_width(const struct survey *survey, guint width)
{
    for (; width > 1; width--)
        for (guint row = 0; row < survey->rows->len; row++)
            if (*((char **)survey->rows->pdata[row])[width - 1] != '\0')
                return width;
    return width;
}

/* The header as the sheet needs it; returns how many columns have a name. */
static guint survey_start_header(const struct survey *survey, struct header *header)
{
    guint n;

    header->names = g_ptr_array_new_with_free_func(g_free);
    header->texts = g_ptr_array_new_with_free_func(g_free);
    for (char **cell = survey->rows->pdata[0]; *cell != NULL; cell++)
        g_ptr_array_add(header->texts, g_strdup(*cell));
    n = survey_width(survey, header->texts->len);
    header->dropped = header->texts->len - n;
    return n;
}

static void survey_say(const struct csv *csv, struct ledger *ledger, const char *what, guint n,
                       const char *action)
{
    char count[NUMBER_ROOM];

    number_write_count(count, (int64_t)n);
    ledger_add(ledger, LEDGER_NOTE, csv_name(csv), "", what, count, action);
}

static void survey_say_form(const struct survey *survey, const struct header *header,
                            const struct csv *csv, struct ledger *ledger)
{
    const char *maker = survey_form_name(survey->form.maker);

    if (*maker != '\0')
        ledger_add(ledger, LEDGER_NOTE, csv_name(csv), "", "survey-maker", maker,
                   "known by its headers");
    if (survey->form.rows > 1)
        survey_say(csv, ledger, "header-rows", (guint)survey->form.rows,
                   "rows of headers: read as headers, not as answers");
    if (header->dropped > 0)
        survey_say(csv, ledger, "column-dropped", header->dropped,
                   "columns at the end without a name: left out; a record with a value there is "
                   "refused");
    header_tell(csv, ledger);
}

struct survey *survey_read(struct sheet *sheet, struct survey_form form,
                           const struct survey_words *words, const struct questions *questions,
                           struct ledger *ledger)
{
    struct survey *survey = g_new0(struct survey, 1);
    struct header *header = sheet_header_room(sheet);
    struct csv *csv = sheet_csv(sheet);
    size_t line;
    guint n;

    survey->form = form;
    survey->words = words->words;
    survey->columns = g_ptr_array_new_with_free_func(survey_free_column);
    survey->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    g_free(header_go_to(csv, words->columns, words->maps, ledger)); /* no row has a source */
    line = csv_line(csv);
    survey_read_rows(survey, csv);
    n = survey_start_header(survey, header);
    if (header->texts->len == 1)
        header_check_single(csv, header->texts->pdata[0], line);
    survey_say_form(survey, header, csv, ledger);
    survey_columns_read(survey, n,
                        &(struct survey_reading){words, questions, questions_count(questions) > 0,
                                                 csv, line, ledger});
    for (guint i = 0; i < n; i++)
        g_ptr_array_add(header->names,
                        g_strdup(((struct survey_column *)survey->columns->pdata[i])->name));
    return survey;
}

void survey_free(struct survey *survey)
{
    g_ptr_array_free(survey->columns, TRUE);
    g_ptr_array_free(survey->rows, TRUE);
    g_free(survey);
}

int survey_find(const struct survey *survey, enum survey_use use, const char *name)
{
    for (guint i = 0; i < survey->columns->len; i++) {
        const struct survey_column *column = survey->columns->pdata[i];

        if (column->use == use && (name == NULL || strcmp(column->name, name) == 0))
            return (int)i;
    }
    return -1;
}

bool survey_is_header(const struct survey *survey, const struct sheet *sheet)
{
    if (survey->form.imports > 0 && survey_is_import(sheet_cell(sheet, 0)))
        return true;
    for (guint row = 0; row < survey->rows->len; row++) {
        char **cells = survey->rows->pdata[row];
        guint i = 0;

        while (i < survey->columns->len &&
               header_is_same(cells[i], sheet_cell(sheet, (int)i), sheet_length(sheet, (int)i)))
            i++;
        if (i == survey->columns->len)
            return true;
    }
    return false;
}

/* Whether `kind cell` ("status 1") is the canonical word `word`. */
static bool survey_says(const struct survey *survey, const char *kind, const char *cell,
                        const char *word)
{
    char *text = g_strconcat(kind, " ", cell, NULL);
    const char *found = columns_find(survey->words, text);

    g_free(text);
    return found != NULL && strcmp(found, word) == 0;
}

bool survey_is_preview(const struct survey *survey, const struct sheet *sheet)
{
    int column = survey_find(survey, SURVEY_STATUS, NULL);

    return column >= 0 && survey_says(survey, "status", sheet_cell(sheet, column), "preview");
}

bool survey_is_unfinished(const struct survey *survey, const struct sheet *sheet)
{
    int finished = survey_find(survey, SURVEY_FINISHED, NULL);
    int submitted = survey_find(survey, SURVEY_SUBMITTED, NULL);

    if (submitted >= 0 && *sheet_cell(sheet, submitted) == '\0')
        return true;
    return finished >= 0 &&
           survey_says(survey, "finished", sheet_cell(sheet, finished), "unfinished");
}

/* Whether the cell is the code that the codebook gives the option. */
static bool survey_is_code(const struct survey_column *column, const char *cell)
{
    struct choices *choices = column->item == NULL ? NULL : choices_new(column->item);
    bool same = choices != NULL && *choices_only(choices, CHOICE_CODE) != '\0' &&
                survey_same(choices_only(choices, CHOICE_CODE), cell);

    g_clear_pointer(&choices, choices_free);
    return same;
}

int survey_chosen(const struct survey_column *column, const struct cellwords *words,
                  const char *cell)
{
    if ((column->option != NULL && survey_same(column->option, cell)) ||
        cellwords_means(words, CELLWORD_GIVEN, cell))
        return 1;
    if (cellwords_means(words, CELLWORD_NOT_GIVEN, cell))
        return 0;
    return survey_is_code(column, cell) ? 1 : -1;
}
