#include "recode/decision.h"

#include "codebook/texts.h"
#include "table/guard.h"

#include <string.h>

/* What the column `decision` holds for no code. */
static const char decision_none[] = "-";

char **decision_none_words(void)
{
    static const char *const languages[] = {"nl", "en"};
    GString *all = g_string_new(decision_none);
    char **words;

    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        struct texts *texts = texts_load(languages[i]);
        char *here = texts_get(texts, "decision", "none");

        g_string_append_printf(all, ";%s", here);
        g_free(here);
        texts_free(texts);
    }
    words = g_strsplit(all->str, ";", -1);
    g_string_free(all, TRUE);
    return words;
}

/* The cell without outer space, and without the apostrophe before what looks like a formula. */
static char *decision_cell(const char *cell)
{
    char *text = g_strstrip(g_strdup(cell));

    if (guard_unguarded(text) != text)
        memmove(text, text + 1, strlen(text));
    return text;
}

static bool decision_is_none(const struct decision_reading *reading, const char *text)
{
    char *folded = g_utf8_casefold(text, -1);
    bool is = false;

    for (char **word = reading->none; *word != NULL && !is; word++)
        is = strcmp(folded, *word) == 0;
    g_free(folded);
    return is;
}

void decision_join(GString *joined, const char *codes)
{
    char **parts = g_strsplit(codes, ";", -1);
    char **there = g_strsplit(joined->str, ";", -1);

    for (char **part = parts; *part != NULL; part++) {
        if (g_strv_contains((const char *const *)there, *part))
            continue;
        if (joined->len > 0)
            g_string_append_c(joined, ';');
        g_string_append(joined, *part);
    }
    g_strfreev(parts);
    g_strfreev(there);
}

/* The codes that a cell decides on; NULL when it holds something else, which `*unknown` gets. */
static char *decision_codes(const char *cell, const struct decision_reading *reading,
                            char **unknown)
{
    char **parts = g_strsplit_set(cell, ";\n", -1);
    GString *codes = g_string_new(NULL);

    for (char **part = parts; *part != NULL && *unknown == NULL; part++) {
        char *text = decision_cell(*part);
        const char *code = decision_is_none(reading, text) ? decision_none : reading->meaning(text);

        if (*text != '\0' && code == NULL)
            *unknown = g_strdup(text);
        else if (*text != '\0')
            decision_join(codes, code);
        g_free(text);
    }
    g_strfreev(parts);
    return g_string_free(codes, *unknown != NULL);
}

/* A code that a coder gave, as the rows have it by now. */
static char *decision_given(const char *cell, const struct decision_reading *reading)
{
    char *text = decision_cell(cell);
    const char *code = *text == '\0' ? NULL : reading->meaning(text);

    if (decision_is_none(reading, text))
        *text = '\0';
    if (code == NULL)
        return text;
    g_free(text);
    return g_strdup(code);
}

struct decision *decision_read(const struct decision_cells *cells, size_t line,
                               const struct decision_reading *reading, char **unknown)
{
    char *codes = decision_codes(cells->decision, reading, unknown);
    struct decision *decision;

    if (codes == NULL || *codes == '\0') {
        g_free(codes);
        return NULL;
    }
    decision = g_new0(struct decision, 1);
    decision->line = line;
    decision->source = decision_cell(cells->source);
    decision->unit = decision_cell(cells->unit);
    decision->start = decision_cell(cells->start);
    decision->end = decision_cell(cells->end);
    decision->code = decision_given(cells->code, reading);
    decision->other = decision_given(cells->other, reading);
    decision->codes = codes;
    return decision;
}

void decision_free(gpointer freed)
{
    struct decision *decision = freed;

    g_free(decision->source);
    g_free(decision->unit);
    g_free(decision->start);
    g_free(decision->end);
    g_free(decision->code);
    g_free(decision->other);
    g_free(decision->codes);
    g_free(decision);
}

bool decision_is_on_same(const struct decision *left, const struct decision *right)
{
    return strcmp(left->source, right->source) == 0 && strcmp(left->unit, right->unit) == 0 &&
           strcmp(left->start, right->start) == 0 && strcmp(left->end, right->end) == 0 &&
           strcmp(left->code, right->code) == 0 && strcmp(left->other, right->other) == 0;
}

bool decision_is_about(const struct decision *decision, const char *code)
{
    if (*decision->code == '\0' && *decision->other == '\0')
        return true;
    return strcmp(decision->code, code) == 0 || strcmp(decision->other, code) == 0;
}

char *decision_show(const struct decision *decision)
{
    GString *text = g_string_new(decision->source);

    if (*decision->unit != '\0')
        g_string_append_printf(text, " %s", decision->unit);
    else
        g_string_append_printf(text, " %s-%s", decision->start, decision->end);
    if (*decision->code != '\0' || *decision->other != '\0')
        g_string_append_printf(text, ": %s ~ %s", decision->code, decision->other);
    return g_string_free(text, FALSE);
}
