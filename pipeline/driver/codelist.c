#include "driver/codelist.h"

#include "table/guard.h"

#include <stdbool.h>
#include <string.h>

struct codelist {
    GPtrArray *labels;  /* first spellings */
    GHashTable *folded; /* what a codebook compares: the set of all spellings met */
};

static const char codelist_header[] = "# version 1\n"
                                      "code,label,label_en,side,position,parent,role,pair,within,"
                                      "definition,include,exclude,example,alias,source,status\n";

struct codelist *codelist_new(void)
{
    struct codelist *list = g_new(struct codelist, 1);

    list->labels = g_ptr_array_new_with_free_func(g_free);
    list->folded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return list;
}

void codelist_free(struct codelist *list)
{
    g_ptr_array_free(list->labels, TRUE);
    g_hash_table_destroy(list->folded);
    g_free(list);
}

/* As codebooks_meaning() compares. */
static char *codelist_fold(const char *text)
{
    return g_strstrip(g_utf8_casefold(text, -1));
}

void codelist_add(struct codelist *list, const char *code)
{
    char *folded = codelist_fold(code);

    if (*folded == '\0' || g_hash_table_contains(list->folded, folded)) {
        g_free(folded);
        return;
    }
    g_hash_table_add(list->folded, folded);
    g_ptr_array_add(list->labels, g_strstrip(g_strdup(code)));
}

guint codelist_count(const struct codelist *list)
{
    return list->labels->len;
}

static bool codelist_is_safe(gunichar letter)
{
    return g_unichar_isalnum(letter) || g_unichar_ismark(letter) ||
           (letter < 0x80 && strchr("_.&/()", (int)letter) != NULL);
}

/* The label as a code: lower case, runs of anything unsafe one `-`. */
static char *codelist_safe(const char *label)
{
    char *lower = g_utf8_strdown(label, -1);
    GString *safe = g_string_new(NULL);
    char *from;

    for (const char *at = lower; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (codelist_is_safe(letter))
            g_string_append_unichar(safe, letter);
        else if (safe->len > 0 && safe->str[safe->len - 1] != '-')
            g_string_append_c(safe, '-');
    }
    while (safe->len > 0 && strchr("-.", safe->str[safe->len - 1]) != NULL)
        g_string_truncate(safe, safe->len - 1);
    from = safe->str + strspn(safe->str, "-.");
    from = g_strdup(*from != '\0' ? from : "code");
    g_string_free(safe, TRUE);
    g_free(lower);
    return from;
}

/* The code of a label that no other row has or answers to. `taken` holds the codes given out. */
static char *codelist_code(const struct codelist *list, const char *label, GHashTable *taken)
{
    char *own = codelist_fold(label);
    char *safe = codelist_safe(label);
    char *code = g_strdup(safe);
    char *folded = codelist_fold(code);

    for (unsigned i = 2; g_hash_table_contains(taken, folded) ||
                         (g_hash_table_contains(list->folded, folded) && strcmp(folded, own) != 0);
         i++) {
        g_free(code);
        g_free(folded);
        code = g_strdup_printf("%s-%u", safe, i);
        folded = codelist_fold(code);
    }
    g_hash_table_add(taken, folded);
    g_free(safe);
    g_free(own);
    return code;
}

static void codelist_cell(GString *text, const char *cell)
{
    if (strpbrk(cell, ",\"\r\n\t ;|") == NULL) {
        g_string_append(text, cell);
        return;
    }
    g_string_append_c(text, '"');
    for (const char *at = cell; *at != '\0'; at++)
        g_string_append_printf(text, *at == '"' ? "\"\"" : "%c", *at);
    g_string_append_c(text, '"');
}

/* The spelling as met, where it is not the code: in front of it the code when it looks like a
 * formula; nothing where a `;` would part it (the label says it then). */
static char *codelist_alias(const char *code, const char *label)
{
    if (guard_is_formula(label))
        return g_strdup_printf("%s;%s", code, label);
    return g_strdup(strcmp(code, label) == 0 || strchr(label, ';') != NULL ? "" : label);
}

static void codelist_row(GString *text, const char *code, const char *label, const char *source)
{
    char *shown = guard_formula(label);
    char *alias = codelist_alias(code, label);

    codelist_cell(text, code);
    g_string_append_c(text, ',');
    codelist_cell(text, shown);
    g_string_append(text, ",,,,,,,,,,,,");
    codelist_cell(text, alias);
    g_string_append_c(text, ',');
    codelist_cell(text, source);
    g_string_append(text, ",voorstel\n");
    g_free(alias);
    g_free(shown);
}

char *codelist_text(const struct codelist *list, const char *source, const char **wrong)
{
    GHashTable *taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *text = g_string_new(codelist_header);

    *wrong = NULL;
    for (guint i = 0; i < list->labels->len; i++) {
        const char *label = list->labels->pdata[i];
        char *code = codelist_code(list, label, taken);

        if (guard_is_formula(label) && strchr(label, ';') != NULL)
            *wrong = label;
        codelist_row(text, code, label, source);
        g_free(code);
    }
    g_hash_table_destroy(taken);
    return g_string_free(text, *wrong != NULL);
}
