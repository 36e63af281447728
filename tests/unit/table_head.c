/* Heads: preamble lines, and one chain out of several. */

#include "table/head.h"

#include <string.h>

/* A chain of the words in `text`, separated by `|`. */
static GPtrArray *chain_of(const char *text)
{
    GPtrArray *chain = g_ptr_array_new_with_free_func(g_free);
    char **lines = g_strsplit(text, "|", -1);

    for (char **line = lines; *line != NULL; line++)
        g_ptr_array_add(chain, g_strdup(*line));
    g_strfreev(lines);
    return chain;
}

/* Joins the chains (NULL-terminated) and compares with `expected`, separated by `|`. */
static void assert_joined(const char *const *texts, const char *expected)
{
    GPtrArray *chains = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    GPtrArray *joined;
    char *text;

    for (; *texts != NULL; texts++)
        g_ptr_array_add(chains, chain_of(*texts));
    joined = head_join_chains(chains);
    g_ptr_array_add(joined, NULL);
    text = g_strjoinv("|", (char **)joined->pdata);
    g_assert_cmpstr(text, ==, expected);
    g_free(text);
    g_ptr_array_unref(joined);
    g_ptr_array_unref(chains);
}

static void test_join(void)
{
    static const char *const one[] = {"vs-ingest|vs-check", NULL};
    static const char *const same[] = {"vs-ingest", "vs-ingest", "vs-ingest", NULL};
    static const char *const two[] = {"vs-ingest|vs-recode", "vs-ingest", "vs-ingest|vs-recode",
                                      NULL};
    static const char *const nested[] = {"1 vs-ingest|2 vs-check|vs-tally", "vs-ingest", NULL};
    static const char *const twice[] = {"vs-tally", "1.1 vs-ingest|1 vs-tally|2 vs-ingest", NULL};
    static const char *const same_nested[] = {"1 vs-a|2 vs-b", "1 vs-a|2 vs-b", NULL};

    assert_joined(one, "vs-ingest|vs-check");
    assert_joined(same, "vs-ingest");
    assert_joined(two, "1 vs-ingest|1 vs-recode|2 vs-ingest");
    assert_joined(nested, "1.1 vs-ingest|1.2 vs-check|1 vs-tally|2 vs-ingest");
    assert_joined(twice, "1 vs-tally|2.1.1 vs-ingest|2.1 vs-tally|2.2 vs-ingest");
    assert_joined(same_nested, "1 vs-a|2 vs-b");
}

static void test_add(void)
{
    static const char *const wrong[] = {
        "# unit turns",  "# unit",          "#unit turn", "# extent minutes",
        "# By vs-check", "# vs 1 segments", "# note",     "#"};
    struct head *head = head_new(SHAPE_SEGMENTS);

    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_nonnull(head_add(head, wrong[i]));
    g_assert_null(head_add(head, "# unit mention"));
    g_assert_nonnull(head_add(head, "# unit mention"));
    g_assert_null(head_add(head, "# extent none"));
    g_assert_nonnull(head_add(head, "# extent none"));
    g_assert_null(head_add(head, "# codebook koenig 3 9f2c"));
    g_assert_null(head_add(head, "# codebook koenig 3 9f2c"));
    g_assert_null(head_add(head, "# by vs-ingest"));
    g_assert_null(head_add(head, "# by vs-ingest"));
    g_assert_cmpuint(head->codebooks->len, ==, 1);
    g_assert_cmpuint(head->chain->len, ==, 2);
    head_free(head);
}

static void test_text(void)
{
    struct head *head = head_new(SHAPE_TURNS);
    struct head *copy;
    GString *text;

    head_add(head, "# unit turn");
    head_add(head, "# by vs-ingest");
    head_column(head, "wpb");
    head_column(head, "wpb");
    copy = head_copy(head);
    g_assert_true(head_equal(head, copy));
    text = head_text(copy);
    g_assert_cmpstr(text->str, ==,
                    "# vs 1 turns\n# unit turn\n# by vs-ingest\n"
                    "source\tunit\tstart\tend\tspeaker\trole\ttext\twpb\n");
    head_column(copy, "school");
    g_assert_false(head_equal(head, copy));
    head_unite(head, copy);
    g_assert_true(head_equal(head, copy));
    g_string_free(text, TRUE);
    head_free(head);
    head_free(copy);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/head/join", test_join);
    g_test_add_func("/head/add", test_add);
    g_test_add_func("/head/text", test_text);
    return g_test_run();
}
