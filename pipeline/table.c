/* Table: shows results, or any other table, as text, Markdown, CSV or plain TSV.
 *
 *     vs-table --codebook koenig results.tsv
 *     vs-table --csv --codebook koenig results.tsv > uitkomsten.csv */

#include "base/fail.h"
#include "codebook/showing.h"
#include "codebook/wording.h"
#include "table/guard.h"
#include "table/layout.h"
#include "table/number.h"
#include "table/results.h"
#include "table/show.h"
#include "table/stage.h"

#include <string.h>

struct table {
    char **names;
    char *language_word;
    char *fill;    /* name of a column to fill in, NULL */
    bool forms[5]; /* by enum layout_form */
    enum layout_form form;
    struct wording wording;
    struct reader *in;
    struct layout *layout;
};

static struct table table;

static const struct option table_options[] = {
    {"text", OPTION_FLAG, RECORD_VALUE, &table.forms[LAYOUT_TEXT], NULL,
     "Aligned columns (the default)"},
    {"markdown", OPTION_FLAG, RECORD_VALUE, &table.forms[LAYOUT_MARKDOWN], NULL,
     "A Markdown table"},
    {"plain", OPTION_FLAG, RECORD_VALUE, &table.forms[LAYOUT_PLAIN], NULL,
     "The rows as they are, without preamble and end, for other tools"},
    {"csv", OPTION_FLAG, RECORD_VALUE, &table.forms[LAYOUT_CSV_DUTCH], NULL,
     "CSV for Dutch Excel: semicolons, decimal comma"},
    {"csv-en", OPTION_FLAG, RECORD_VALUE, &table.forms[LAYOUT_CSV_ENGLISH], NULL,
     "CSV with commas and a decimal point"},
    {"fill", OPTION_TEXT, RECORD_VALUE, &table.fill, "COLUMN",
     "Add an empty column for people to fill in, such as decision (CSV, not of results)"},
    {"codebook", OPTION_LIST, RECORD_NAME, &table.names, "NAME|FILE",
     "Codebook with the labels; may be repeated"},
    {"language", OPTION_TEXT, RECORD_VALUE, &table.language_word, "nl|en",
     "Language of titles and words (default: nl)"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static void table_check_options(void)
{
    int language = show_language(table.language_word == NULL ? "nl" : table.language_word);
    int chosen = 0;

    if (language < 0)
        fail(STATUS_USAGE, "--language \"%s\": nl or en", table.language_word);
    table.wording.language = (enum show_language)language;
    for (int form = LAYOUT_TEXT; form <= LAYOUT_CSV_ENGLISH; form++) {
        if (!table.forms[form])
            continue;
        table.form = (enum layout_form)form;
        chosen++;
    }
    if (chosen > 1)
        fail(STATUS_USAGE, "one of --text, --markdown, --plain, --csv and --csv-en");
    if (table.fill != NULL && table.form != LAYOUT_CSV_DUTCH && table.form != LAYOUT_CSV_ENGLISH)
        fail(STATUS_USAGE, "--fill \"%s\" is for --csv and --csv-en", table.fill);
}

static void table_column(const char *key, enum layout_kind kind)
{
    char *title = wording_word(&table.wording, "column", key);

    layout_column(table.layout, title, kind);
    g_free(title);
}

/* Writes a text that is ours. */
static void table_take(char *text)
{
    layout_words(table.layout, text);
    g_free(text);
}

static void table_write_word(const char *section, const char *key)
{
    table_take(wording_word(&table.wording, section, key));
}

static void table_results(struct output *output)
{
    bool people = table.form == LAYOUT_TEXT || table.form == LAYOUT_MARKDOWN;
    struct showing *showing =
        showing_new(&table.wording, table.layout, people ? SHOWING_PEOPLE : SHOWING_SHEET);
    struct result_slots slots = result_slots(table.in);

    while (reader_next(table.in)) {
        struct result result = result_read(table.in, &slots);

        showing_row(showing, &result);
    }
    layout_end(table.layout);
    showing_end(showing, output);
}

/* One column of another table than results. */
struct table_column {
    int slot;
    enum layout_kind kind;
    bool dates;          /* jjjj-mm-dd: a spreadsheet may take them for dates */
    const char *section; /* of teksten.ini, for its values; NULL: they stand for themselves */
};

static struct table_column table_describe(enum shape shape, const char *name)
{
    static const char *const numbers[] = {"start", "end",     "segments", "turns",
                                          "words", "seconds", "line",     NULL};
    bool ledger = shape == SHAPE_LEDGER;
    struct table_column column = {.slot = reader_column(table.in, name), .kind = LAYOUT_WORDS};

    if (g_strv_contains(numbers, name) || (!ledger && strcmp(name, "value") == 0))
        column.kind = LAYOUT_NUMBERS;
    column.dates = strcmp(name, "date") == 0;
    if (ledger && strcmp(name, "what") == 0)
        column.section = "ledger";
    if (ledger && strcmp(name, "level") == 0)
        column.section = "level";
    return column;
}

/* The columns of the first table, which are those of the others too. */
static GArray *table_begin(void)
{
    const struct head *head = reader_head(table.in);
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(struct table_column));

    for (guint i = 0; i < head->columns->len; i++) {
        const char *name = head->columns->pdata[i];
        struct table_column column = {.slot = reader_column(table.in, name), .kind = LAYOUT_WORDS};

        if (table.form != LAYOUT_PLAIN)
            column = table_describe(head->shape, name);
        g_array_append_val(columns, column);
        if (table.form == LAYOUT_PLAIN)
            layout_column(table.layout, name, LAYOUT_WORDS);
        else
            table_column(name, column.kind);
    }
    if (table.fill != NULL)
        table_column(table.fill, LAYOUT_WORDS);
    return columns;
}

/* A further table may lack columns, but not bring new ones: their titles are written already. */
static void table_check_columns(const GArray *columns)
{
    const struct head *head = reader_head(table.in);

    for (guint i = 0; i < head->columns->len; i++) {
        int slot = reader_column(table.in, head->columns->pdata[i]);
        bool known = false;

        for (guint j = 0; j < columns->len; j++)
            known |= g_array_index(columns, struct table_column, j).slot == slot;
        if (!known)
            fail(STATUS_STOPPED,
                 "%s: a column \"%s\" that the first table lacks; put this table first",
                 reader_place(table.in), (const char *)head->columns->pdata[i]);
    }
}

/* Whether a text is a number: with a 0 in front, as in 007, it is a name. */
static bool table_is_number(const char *text, double *number)
{
    return number_read(text, number) && !(*text == '0' && g_ascii_isdigit(text[1]));
}

/* Whether a text for a spreadsheet is a date as our tables write it. */
static bool table_is_date(const char *text)
{
    return (table.form == LAYOUT_CSV_DUTCH || table.form == LAYOUT_CSV_ENGLISH) &&
           strlen(text) == strlen("2024-04-03") && guard_is_rewritten(text) &&
           strspn(text, "0123456789") == 4;
}

static void table_cell(const struct table_column *column)
{
    const char *text = reader_cell(table.in, column->slot);
    enum missing missing = reader_missing(table.in, column->slot);
    double number;

    if (table.form == LAYOUT_PLAIN && missing != MISSING_NOT) {
        layout_raw(table.layout, missing_text(missing));
        return;
    }
    if (missing != MISSING_NOT && missing != MISSING_EMPTY)
        table_write_word("missing", missing_text(missing) + 1);
    else if (column->kind == LAYOUT_NUMBERS && table_is_number(text, &number))
        layout_number(table.layout, number);
    else if (column->dates && table_is_date(text))
        layout_raw(table.layout, text);
    else if (column->section != NULL)
        table_write_word(column->section, text);
    else
        layout_words(table.layout, text);
}

/* Any table as it is. */
static void table_other(void)
{
    GArray *columns = table_begin();
    unsigned met = reader_table(table.in);

    while (reader_next(table.in)) {
        if (reader_table(table.in) != met)
            table_check_columns(columns);
        met = reader_table(table.in);
        for (guint i = 0; i < columns->len; i++)
            table_cell(&g_array_index(columns, struct table_column, i));
        if (table.fill != NULL)
            layout_words(table.layout, "");
    }
    layout_end(table.layout);
    g_array_free(columns, TRUE);
}

static void table_run(struct run *run)
{
    struct texts *texts;
    struct codebooks *codebooks;

    table_check_options();
    texts = texts_load(table.wording.language == SHOW_DUTCH ? "nl" : "en");
    codebooks = codebooks_load(table.names);
    table.wording.texts = texts;
    table.wording.codebooks = codebooks;
    table.in = stage_reader(run, ~0U);
    table.layout =
        layout_new(table.form, table.wording.language == SHOW_DUTCH ? ',' : '.', run->output);
    if (reader_head(table.in)->shape == SHAPE_RESULTS && table.fill != NULL)
        fail(STATUS_USAGE, "--fill \"%s\" is not for results", table.fill);
    if (reader_head(table.in)->shape == SHAPE_RESULTS && table.form != LAYOUT_PLAIN)
        table_results(run->output);
    else
        table_other();
    reader_close(table.in);
    codebooks_free(codebooks);
    texts_free(texts);
}

static const struct stage table_stage = {
    .name = "table",
    .order = 16,
    .input = "any table",
    .output = "text, Markdown, CSV or TSV",
    .summary = "shows a table to people or to other tools",
    .detail =
        "Results get labels, names for their numbers and footnotes on how they were made; any\n"
        "other table is shown as it is. Example:\n"
        "  vs-table --csv --codebook koenig results.tsv > uitkomsten.csv",
    .options = table_options,
    .run = table_run,
};

int main(int argc, char **argv)
{
    return stage_main(&table_stage, argc, argv);
}
