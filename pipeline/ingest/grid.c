#include "ingest/grid.h"

#include "base/fail.h"
#include "foreign/vendor.h"
#include "ingest/grid_hint.h"

#include <string.h>

/* A recognition under way. */
struct finding {
    struct grid *grid;
    struct sheet *sheet;
    const struct grid_hints *hints;
    struct ledger *ledger;
};

static void grid_clear_column(gpointer column)
{
    g_free(((struct grid_column *)column)->coder);
    g_free(((struct grid_column *)column)->code);
}

/* Takes a column; its texts become the grid's. `what` is said of it; NULL: nothing. */
static void finding_take(const struct finding *finding, struct grid_column taken, const char *what)
{
    const char *meaning = taken.coder != NULL  ? taken.coder
                          : taken.code != NULL ? taken.code
                                               : "code";
    char *value =
        g_strdup_printf("%s <- %s", meaning, sheet_name(finding->sheet, (size_t)taken.column));

    if (what != NULL)
        ledger_add(finding->ledger, LEDGER_NOTE, sheet_file(finding->sheet), "", what, value,
                   "its header says so");
    g_free(value);
    g_array_append_val(finding->grid->columns, taken);
}

/* A column named by an option; a header that is not there ends the program. */
static int finding_named(const struct finding *finding, const char *option, const char *header)
{
    int column = sheet_find(finding->sheet, header);

    if (column < 0)
        fail(STATUS_STOPPED, "%s: --%s \"%s\": no such header", sheet_file(finding->sheet), option,
             header);
    if (grid_has(finding->grid, column))
        fail(STATUS_USAGE, "--%s \"%s\": named twice", option, header);
    return column;
}

/* A header may hold a comma: the whole text counts first. */
static void finding_codes(const struct finding *finding)
{
    for (char *const *list = finding->hints->codes; list != NULL && *list != NULL; list++) {
        bool whole = sheet_find(finding->sheet, *list) >= 0;
        char **each = g_strsplit(*list, whole ? "\n" : ",", -1);

        for (char **header = each; *header != NULL; header++)
            finding_take(finding,
                         (struct grid_column){finding_named(finding, "codes", g_strstrip(*header)),
                                              NULL, g_strdup(*header)},
                         "flag-column");
        g_strfreev(each);
        finding->grid->kind = GRID_FLAGS;
    }
}

static void finding_coders(const struct finding *finding)
{
    for (char *const *coder = finding->hints->coders; coder != NULL && *coder != NULL; coder++) {
        const char *equals = strchr(*coder, '=');

        if (equals == NULL || equals == *coder)
            fail(STATUS_USAGE, "--coder-column \"%s\": say NAME=HEADER", *coder);
        finding_take(finding,
                     (struct grid_column){finding_named(finding, "coder-column", equals + 1),
                                          g_strndup(*coder, (gsize)(equals - *coder)), NULL},
                     "coder-column");
        finding->grid->kind = GRID_CODERS;
    }
}

/* The columns whose header is that of codes with a number behind it. */
static void finding_numbered(const struct finding *finding)
{
    int code = sheet_find(finding->sheet, "code");

    if (code >= 0)
        finding_take(finding, (struct grid_column){code, NULL, NULL}, NULL);
    for (size_t i = 0; i < sheet_columns(finding->sheet); i++)
        if (!header_is_second(sheet_header(finding->sheet), i) &&
            hint_is_numbered(finding->hints->columns, sheet_name(finding->sheet, i)))
            finding_take(finding, (struct grid_column){(int)i, NULL, NULL}, "code-column");
}

/* A second code that no column of codes is: of a table of passages, or of somebody who has two. */
static void finding_warn_other(const struct finding *finding)
{
    int other = sheet_find(finding->sheet, "other");

    if (other >= 0 && !grid_has(finding->grid, other))
        ledger_add(finding->ledger, LEDGER_WARNING, sheet_file(finding->sheet), "", "code-other",
                   sheet_header(finding->sheet)->texts->pdata[other],
                   "kept beside the codes, not counted; say --map code=HEADER of both if it is one "
                   "more code, --coder-column if another coder gave it");
}

static size_t finding_count_coders(const struct finding *finding)
{
    size_t n = 0;

    for (size_t i = 0; i < sheet_columns(finding->sheet); i++)
        n += hint_is_coder(finding->hints->columns, sheet_name(finding->sheet, i), NULL);
    return n;
}

/* Where codes were found already, columns that look like those of coders are only warned about. */
static void finding_warn_coders(const struct finding *finding)
{
    for (size_t i = 0; i < sheet_columns(finding->sheet); i++)
        if (!grid_has(finding->grid, (int)i) &&
            hint_is_coder(finding->hints->columns, sheet_name(finding->sheet, i), NULL))
            ledger_add(
                finding->ledger, LEDGER_WARNING, sheet_file(finding->sheet), "", "coder-ignored",
                sheet_name(finding->sheet, i),
                "kept as it is: other columns hold the codes; say --coder-column NAME=HEADER if "
                "this one does");
}

/* Columns `codeur A` and `codeur B`: at least two, and none with codes beside them. */
static void finding_by_coder(const struct finding *finding)
{
    if (finding_count_coders(finding) < 2)
        return;
    finding->grid->kind = GRID_CODERS;
    for (size_t i = 0; i < sheet_columns(finding->sheet); i++) {
        char *name;

        if (hint_is_coder(finding->hints->columns, sheet_name(finding->sheet, i), &name))
            finding_take(finding, (struct grid_column){(int)i, name, NULL}, "coder-column");
    }
}

/* Two columns for one code: its cells would count twice. */
static void finding_check_code(const struct finding *finding, const char *name,
                               const struct code *code)
{
    const GArray *columns = finding->grid->columns;

    for (guint i = 0; i < columns->len; i++) {
        const char *other = g_array_index(columns, struct grid_column, i).code;

        if (codebooks_meaning(finding->hints->codebooks, other) == code)
            fail(STATUS_STOPPED,
                 "%s:%zu: two columns are code \"%s\": \"%s\" and \"%s\"; leave one of them out",
                 sheet_file(finding->sheet), sheet_header(finding->sheet)->line, code->code, other,
                 name);
    }
}

/* Columns that a codebook knows as codes. */
static void finding_known(const struct finding *finding)
{
    for (size_t i = 0; i < sheet_columns(finding->sheet); i++) {
        const char *name = sheet_name(finding->sheet, i);
        const struct code *code = codebooks_meaning(finding->hints->codebooks, name);

        if (code == NULL || columns_is_canonical(finding->hints->columns, name))
            continue;
        finding_check_code(finding, name, code);
        finding_take(finding, (struct grid_column){(int)i, NULL, g_strdup(name)}, "flag-column");
    }
    if (finding->grid->columns->len > 0)
        hint_tell_flags(finding->sheet, finding->hints->columns, finding->hints->words,
                        finding->grid, finding->ledger);
}

/* Columns that a coding program made for a code each, else those that a codebook knows. */
static void finding_flags(const struct finding *finding)
{
    finding->grid->kind = GRID_FLAGS;
    for (size_t i = 0; i < sheet_columns(finding->sheet); i++) {
        char *code = vendor_flag_code(sheet_name(finding->sheet, i));

        if (code != NULL)
            finding_take(finding, (struct grid_column){(int)i, NULL, code}, "flag-column");
    }
    if (finding->grid->columns->len == 0)
        finding_known(finding);
}

/* Two ways at once: which of them is meant cannot be told. */
static void finding_check(const struct finding *finding)
{
    bool told = finding->hints->codes != NULL || finding->hints->coders != NULL;

    if (finding->hints->codes != NULL && finding->hints->coders != NULL)
        fail(STATUS_USAGE, "--codes and --coder-column: one of them");
    if (told && sheet_find(finding->sheet, "code") >= 0 &&
        !grid_has(finding->grid, sheet_find(finding->sheet, "code")))
        fail(STATUS_STOPPED,
             "%s: a column is read as code already; say by --map what else it is, or leave --codes "
             "and --coder-column",
             sheet_file(finding->sheet));
    if (finding->grid->kind == GRID_CODERS && sheet_find(finding->sheet, "coder") >= 0)
        fail(STATUS_STOPPED,
             "%s: a column says the coder, and others hold the codes of a coder each; which of "
             "them counts? say --map code=HEADER, or leave the column out",
             sheet_file(finding->sheet));
}

struct grid *grid_find(struct sheet *sheet, const struct grid_hints *hints, struct ledger *ledger)
{
    struct grid *grid = g_new0(struct grid, 1);
    const struct finding finding = {grid, sheet, hints, ledger};

    grid->columns = g_array_new(FALSE, FALSE, sizeof(struct grid_column));
    g_array_set_clear_func(grid->columns, grid_clear_column);
    finding_codes(&finding);
    finding_coders(&finding);
    if (grid->columns->len == 0)
        finding_numbered(&finding);
    if (grid->columns->len == 0)
        finding_by_coder(&finding);
    if (grid->columns->len == 0)
        finding_flags(&finding);
    if (grid->columns->len == 0)
        hint_fail(sheet, hints->columns, hints->words);
    finding_check(&finding);
    if (finding_count_coders(&finding) > 1)
        finding_warn_coders(&finding);
    finding_warn_other(&finding);
    return grid;
}

void grid_free(struct grid *grid)
{
    g_array_free(grid->columns, TRUE);
    g_free(grid);
}

bool grid_has(const struct grid *grid, int column)
{
    for (guint i = 0; i < grid->columns->len; i++)
        if (g_array_index(grid->columns, struct grid_column, i).column == column)
            return true;
    return false;
}
