#include "ingest/grid_hint.h"

#include "base/fail.h"

#include <string.h>

enum { AHEAD = 1 << 20, NAME_LETTERS = 20 };

bool hint_is_numbered(const struct columns *columns, const char *header)
{
    char *rest = NULL;
    const char *stem = columns_stem(columns, header, &rest);
    bool numbered = g_strcmp0(stem, "code") == 0 && strspn(rest, "0123456789") == strlen(rest);

    g_free(stem != NULL ? rest : NULL);
    return numbered;
}

/* A letter, a number, initials, or one word with a capital: a name, not what a column is about. */
static bool hint_is_name(const char *text)
{
    size_t letters = (size_t)g_utf8_strlen(text, -1);

    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (!g_unichar_isalnum(g_utf8_get_char(at)))
            return false;
    return letters <= 2 || (letters <= NAME_LETTERS && !g_unichar_islower(g_utf8_get_char(text)));
}

bool hint_is_coder(const struct columns *columns, const char *header, char **name)
{
    char *rest = NULL;
    const char *stem = columns_stem(columns, header, &rest);
    bool coder = g_strcmp0(stem, "coder") == 0 && hint_is_name(rest);

    if (coder && name != NULL)
        *name = rest;
    else
        g_free(stem != NULL ? rest : NULL);
    return coder;
}

struct flags {
    const struct cellwords *words;
    bool full;     /* in every cell, be it nothing but noes; else a yes somewhere, and empty ones */
    GArray *still; /* bool: by column, nothing but such words so far */
    GArray *given; /* bool: by column, a word for yes was met */
    size_t records;
};

static bool hint_look(const struct sheet *sheet, void *data)
{
    struct flags *flags = data;

    flags->records++;
    for (guint i = 0; i < flags->still->len; i++) {
        const char *text = sheet_cell(sheet, (int)i);
        bool given = cellwords_means(flags->words, CELLWORD_GIVEN, text);

        if (given)
            g_array_index(flags->given, bool, i) = true;
        else if ((*text == '\0' ? flags->full
                                : !cellwords_means(flags->words, CELLWORD_NOT_GIVEN, text)))
            g_array_index(flags->still, bool, i) = false;
    }
    return true;
}

/* Whether the header is one cell that holds what separates cells elsewhere: lines that were put
 * between quotes as a whole, or another sign than `sep=` says. */
static bool hint_is_whole(const struct sheet *sheet)
{
    return sheet_columns(sheet) == 1 &&
           strpbrk(sheet_header(sheet)->texts->pdata[0], ",;|\t") != NULL;
}

/* The headers as they stand in the file, the first of many; to be freed. */
static char *hint_headers(const struct sheet *sheet)
{
    enum { SHOWN = 6, LETTERS = 60 };
    const GPtrArray *texts = sheet_header(sheet)->texts;
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < texts->len && i < SHOWN; i++) {
        char *start =
            g_utf8_substring(texts->pdata[i], 0, MIN(LETTERS, g_utf8_strlen(texts->pdata[i], -1)));

        for (char *byte = start; *byte != '\0'; byte++)
            if (g_ascii_iscntrl(*byte))
                *byte = ' ';
        g_string_append_printf(list, "%s\"%s\"", i > 0 ? ", " : "", start);
        g_free(start);
    }
    if (texts->len > SHOWN)
        g_string_append_printf(list, " and %u more", texts->len - SHOWN);
    return g_string_free(list, FALSE);
}

/* The columns with a header of their own that hold nothing but words for yes and no, with commas
 * between them; to be freed. */
static char *hint_flags(struct sheet *sheet, const struct columns *columns, struct flags *flags,
                        const struct grid *grid)
{
    GString *names = g_string_new(NULL);
    size_t n = sheet_columns(sheet);

    flags->still = g_array_sized_new(FALSE, TRUE, sizeof(bool), (guint)n);
    flags->given = g_array_sized_new(FALSE, TRUE, sizeof(bool), (guint)n);
    g_array_set_size(flags->still, (guint)n);
    g_array_set_size(flags->given, (guint)n);
    for (guint i = 0; i < n; i++)
        g_array_index(flags->still, bool, i) =
            !columns_is_canonical(columns, sheet_name(sheet, i)) &&
            (grid == NULL || !grid_has(grid, (int)i));
    sheet_look_ahead(sheet, AHEAD, hint_look, flags);
    for (guint i = 0; i < n && flags->records > 0; i++)
        if (g_array_index(flags->still, bool, i) &&
            (flags->full || g_array_index(flags->given, bool, i)))
            g_string_append_printf(names, "%s%s", names->len > 0 ? "," : "", sheet_name(sheet, i));
    g_array_free(flags->still, TRUE);
    g_array_free(flags->given, TRUE);
    return g_string_free(names, FALSE);
}

void hint_tell_flags(struct sheet *sheet, const struct columns *columns,
                     const struct cellwords *words, const struct grid *grid, struct ledger *ledger)
{
    struct flags flags = {.words = words};
    char *names = hint_flags(sheet, columns, &flags, grid);

    if (*names != '\0')
        ledger_add(
            ledger, LEDGER_WARNING, sheet_file(sheet), "", "flag-unknown", names,
            "these hold yes and no as the columns of codes do, and no codebook has them: not "
            "counted; put them into the codebook, or say all such columns by --codes");
    g_free(names);
}

/* The headers of a coder or a code with something behind it, `"codeur anna", "codeur bas"`; to be
 * freed; NULL when there are not two of them. */
static char *hint_coders(const struct sheet *sheet, const struct columns *columns)
{
    GString *list = g_string_new(NULL);
    guint n = 0;

    for (size_t i = 0; i < sheet_columns(sheet); i++) {
        char *rest = NULL;
        const char *stem = columns_stem(columns, sheet_name(sheet, i), &rest);

        if (g_strcmp0(stem, "coder") == 0 || g_strcmp0(stem, "code") == 0)
            g_string_append_printf(list, "%s\"%s\"", n++ > 0 ? ", " : "", sheet_name(sheet, i));
        g_free(stem != NULL ? rest : NULL);
    }
    return g_string_free(list, n < 2);
}

G_NORETURN void hint_fail(struct sheet *sheet, const struct columns *columns,
                          const struct cellwords *words)
{
    size_t line = sheet_header(sheet)->line;
    char *coders = hint_coders(sheet, columns);
    char *flags;

    if (hint_is_whole(sheet))
        fail_named(
            "header-one-cell",
            "%s:%zu: the header is one cell, \"%s\": do whole lines stand between quotes, or does "
            "sep= name another sign?",
            sheet_file(sheet), line, sheet_name(sheet, 0));
    if (coders != NULL)
        fail_named("coder-columns",
                   "%s:%zu: no column with codes; do %s hold the codes of one coder each? say "
                   "--coder-column NAME=HEADER for each of them, or --map code=HEADER if they are "
                   "one coder's",
                   sheet_file(sheet), line, coders);
    flags = hint_flags(sheet, columns, &(struct flags){.words = words, .full = true}, NULL);
    if (*flags != '\0')
        fail_named(
            "code-columns",
            "%s:%zu: no column with codes; are these columns one code each? say --codes \"%s\" (or "
            "give --codebook), or --shape answers if it is a survey",
            sheet_file(sheet), line, flags);
    fail_named(
        "no-codes",
        "%s:%zu: no column with codes among the headers %s%s; say --map code=HEADER, or --shape "
        "answers if it is a survey",
        sheet_file(sheet), line, hint_headers(sheet),
        sheet_columns(sheet) == 1 ? " (one column: cells are told apart by , ; tab or |)" : "");
}
