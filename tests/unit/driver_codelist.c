/* A codebook made from codes as people typed them: what it answers to, read back as a codebook. */

#include "driver/codelist.c" // NOLINT(bugprone-suspicious-include): its statics are tested

#include "codebook/codebook.h"

#include <glib/gstdio.h>

/* Writes the codebook of some spellings to a file and loads it as any stage would. */
static struct codebooks *codebook_of(const char *const *spellings)
{
    char *folder = g_dir_make_tmp("codelist-XXXXXX", NULL);
    char *path = g_build_filename(folder, "los.csv", NULL);
    char *names[] = {path, NULL};
    struct codelist *list = codelist_new();
    struct codebooks *books;
    const char *wrong;
    char *text;

    for (; *spellings != NULL; spellings++)
        codelist_add(list, *spellings);
    text = codelist_text(list, "gelezen uit a, b.csv", &wrong);
    g_assert_null(wrong);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    books = codebooks_load(names);
    g_assert_cmpuint(codebooks_at(books, 0)->codes->len, ==, codelist_count(list));
    g_unlink(path);
    g_rmdir(folder);
    codelist_free(list);
    g_free(text);
    g_free(path);
    g_free(folder);
    return books;
}

static void assert_meaning(const struct codebooks *books, const char *spelling, const char *code)
{
    const struct code *found = codebooks_meaning(books, spelling);

    g_assert_nonnull(found);
    g_assert_cmpstr(found->code, ==, code);
}

static void test_safe(void)
{
    static const char *const spellings[] = {"Doorvragen", "Wat  bedoel je?", "rol: wpb", "R&D", "*",
                                            ".nvt",       "Geïnterviewd",    NULL};
    struct codebooks *books = codebook_of(spellings);
    const struct code *first = codebooks_at(books, 0)->codes->pdata[0];

    assert_meaning(books, "Doorvragen", "doorvragen");
    assert_meaning(books, " doorvragen ", "doorvragen");
    assert_meaning(books, "Wat  bedoel je?", "wat-bedoel-je");
    assert_meaning(books, "rol: wpb", "rol-wpb");
    assert_meaning(books, "R&D", "r&d");
    assert_meaning(books, "*", "code");
    assert_meaning(books, ".nvt", "nvt");
    assert_meaning(books, "Geïnterviewd", "geïnterviewd");
    g_assert_cmpstr(first->label, ==, "Doorvragen");
    g_assert_cmpstr(first->status, ==, "voorstel");
    g_assert_cmpstr(first->source, ==, "gelezen uit a, b.csv");
    g_assert_cmpstr(first->side, ==, "");
    codebooks_free(books);
}

/* Different codes stay different, also where they are equal once safe or one is the other's code.
 */
static void test_distinct(void)
{
    static const char *const spellings[] = {"a b", "a-b", "A  B", "a:b", "a-b-2", "A B ", NULL};
    struct codebooks *books = codebook_of(spellings);

    g_assert_cmpuint(codebooks_at(books, 0)->codes->len, ==, 5);
    assert_meaning(books, "a-b", "a-b");
    assert_meaning(books, "a-b-2", "a-b-2");
    assert_meaning(books, "a b", "a-b-3");
    assert_meaning(books, "A  B", "a-b-4");
    assert_meaning(books, "a:b", "a-b-5");
    codebooks_free(books);
}

static void test_hostile(void)
{
    static const char *const spellings[] = {"=1+2", "-min",    "@jan",         "\"zo\", zei hij",
                                            "a;b",  "＝breed", "twee\nregels", NULL};
    struct codebooks *books = codebook_of(spellings);
    const struct code *formula = codebooks_at(books, 0)->codes->pdata[0];

    g_assert_cmpstr(formula->label, ==, "'=1+2");
    g_assert_cmpstr(formula->alias, ==, "1-2;=1+2");
    for (guint i = 0; spellings[i] != NULL; i++) {
        const struct code *code = codebooks_at(books, 0)->codes->pdata[i];

        assert_meaning(books, spellings[i], code->code);
        g_assert_null(strpbrk(code->code, ":;*,\"\n="));
        g_assert_false(guard_is_formula(code->code));
        g_assert_false(guard_is_formula(code->label));
        g_assert_false(guard_is_formula(code->alias));
    }
    codebooks_free(books);
}

static void test_unwritable(void)
{
    struct codelist *list = codelist_new();
    const char *wrong;

    codelist_add(list, "goed");
    codelist_add(list, "=a;b");
    g_assert_null(codelist_text(list, "bron", &wrong));
    g_assert_cmpstr(wrong, ==, "=a;b");
    codelist_free(list);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/codelist/safe", test_safe);
    g_test_add_func("/codelist/distinct", test_distinct);
    g_test_add_func("/codelist/hostile", test_hostile);
    g_test_add_func("/codelist/unwritable", test_unwritable);
    return g_test_run();
}
