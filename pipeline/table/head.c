#include "table/head.h"

#include <string.h>

static GPtrArray *head_texts(void)
{
    return g_ptr_array_new_with_free_func(g_free);
}

static gpointer head_copy_text(gconstpointer text, gpointer unused)
{
    (void)unused;
    return g_strdup(text);
}

static GPtrArray *head_copy_texts(GPtrArray *texts)
{
    GPtrArray *copy = g_ptr_array_copy(texts, head_copy_text, NULL);

    g_ptr_array_set_free_func(copy, g_free);
    return copy;
}

static bool head_same_texts(const GPtrArray *left, const GPtrArray *right)
{
    if (left->len != right->len)
        return false;
    for (guint i = 0; i < left->len; i++)
        if (strcmp(left->pdata[i], right->pdata[i]) != 0)
            return false;
    return true;
}

static void head_add_once(GPtrArray *texts, const char *text)
{
    if (!g_ptr_array_find_with_equal_func(texts, text, g_str_equal, NULL))
        g_ptr_array_add(texts, g_strdup(text));
}

struct head *head_new(enum shape shape)
{
    struct head *head = g_new0(struct head, 1);

    head->shape = shape;
    head->codebooks = head_texts();
    head->chain = head_texts();
    head->columns = head_texts();
    for (const char *const *column = shape_columns(shape); *column != NULL; column++)
        head_column(head, *column);
    return head;
}

void head_free(struct head *head)
{
    if (head == NULL)
        return;
    g_free(head->unit);
    g_free(head->extent);
    g_ptr_array_free(head->codebooks, TRUE);
    g_ptr_array_free(head->chain, TRUE);
    g_ptr_array_free(head->columns, TRUE);
    g_free(head);
}

struct head *head_copy(const struct head *head)
{
    struct head *copy = g_new0(struct head, 1);

    copy->shape = head->shape;
    copy->unit = g_strdup(head->unit);
    copy->extent = g_strdup(head->extent);
    copy->codebooks = head_copy_texts(head->codebooks);
    copy->chain = head_copy_texts(head->chain);
    copy->columns = head_copy_texts(head->columns);
    return copy;
}

bool head_equal(const struct head *left, const struct head *right)
{
    return left->shape == right->shape && g_strcmp0(left->unit, right->unit) == 0 &&
           g_strcmp0(left->extent, right->extent) == 0 &&
           head_same_texts(left->codebooks, right->codebooks) &&
           head_same_texts(left->chain, right->chain) &&
           head_same_texts(left->columns, right->columns);
}

const char *head_add(struct head *head, const char *line)
{
    if (g_str_has_prefix(line, "# unit ")) {
        if (head->unit != NULL || !shape_is_unit(line + 7))
            return "`# unit` is turn, passage, event or mention, once";
        head->unit = g_strdup(line + 7);
    } else if (g_str_has_prefix(line, "# extent ")) {
        if (head->extent != NULL || !shape_is_extent(line + 9))
            return "`# extent` is seconds, characters, paragraphs or none, once";
        head->extent = g_strdup(line + 9);
    } else if (g_str_has_prefix(line, "# codebook ")) {
        head_codebook(head, line + 11);
    } else if (g_str_has_prefix(line, "# by ")) {
        g_ptr_array_add(head->chain, g_strdup(line + 5));
    } else {
        return "unknown preamble line";
    }
    return NULL;
}

void head_column(struct head *head, const char *name)
{
    head_add_once(head->columns, name);
}

void head_codebook(struct head *head, const char *line)
{
    head_add_once(head->codebooks, line);
}

void head_unite(struct head *head, const struct head *other)
{
    for (guint i = 0; i < other->codebooks->len; i++)
        head_codebook(head, other->codebooks->pdata[i]);
    for (guint i = 0; i < other->columns->len; i++)
        head_column(head, other->columns->pdata[i]);
}

GPtrArray *head_join_chains(const GPtrArray *chains)
{
    GPtrArray *different = g_ptr_array_new();
    GPtrArray *joined = head_texts();

    for (guint i = 0; i < chains->len; i++) {
        bool known = false;

        for (guint j = 0; j < different->len && !known; j++)
            known = head_same_texts(chains->pdata[i], different->pdata[j]);
        if (!known)
            g_ptr_array_add(different, chains->pdata[i]);
    }
    for (guint i = 0; i < different->len; i++) {
        const GPtrArray *chain = different->pdata[i];

        for (guint j = 0; j < chain->len; j++) {
            const char *line = chain->pdata[j];
            const char *join = g_ascii_isdigit(line[0]) ? "." : " ";

            g_ptr_array_add(joined, different->len == 1
                                        ? g_strdup(line)
                                        : g_strdup_printf("%u%s%s", i + 1, join, line));
        }
    }
    g_ptr_array_free(different, TRUE);
    return joined;
}

GString *head_text(const struct head *head)
{
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "# vs 1 %s\n", shape_name(head->shape));
    if (head->unit != NULL)
        g_string_append_printf(text, "# unit %s\n", head->unit);
    if (head->extent != NULL)
        g_string_append_printf(text, "# extent %s\n", head->extent);
    for (guint i = 0; i < head->codebooks->len; i++)
        g_string_append_printf(text, "# codebook %s\n", (char *)head->codebooks->pdata[i]);
    for (guint i = 0; i < head->chain->len; i++)
        g_string_append_printf(text, "# by %s\n", (char *)head->chain->pdata[i]);
    for (guint i = 0; i < head->columns->len; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : "\t", (char *)head->columns->pdata[i]);
    g_string_append_c(text, '\n');
    return text;
}
