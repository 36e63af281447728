/* The codebooks of the house load, and codes are found by what people call them. What is wrong with
 * a codebook is tested by tests/golden/check/codebooks. */

#include "codebook/codebook.h"
#include "codebook/columns.h"
#include "codebook/kinds.h"
#include "codebook/texts.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static struct codebooks *load(const char *first, const char *second)
{
    char *names[] = {g_strdup(first), g_strdup(second), NULL};
    struct codebooks *books = codebooks_load(names);

    g_free(names[0]);
    g_free(names[1]);
    return books;
}

static void assert_meaning(const struct codebooks *books, const char *text, const char *code)
{
    const struct code *found = codebooks_meaning(books, text);

    g_assert_cmpstr(found == NULL ? NULL : found->code, ==, code);
}

static void test_koenig(void)
{
    struct codebooks *books = load("koenig", "interview");
    const struct codebook *book = codebooks_at(books, 0);
    int confirmed = 0;

    g_assert_cmpuint(codebooks_count(books), ==, 2);
    g_assert_cmpuint(book->codes->len, ==, 12);
    g_assert_cmpuint(book->sides->len, ==, 2);
    g_assert_cmpstr(book->sides->pdata[0], ==, "volgend");
    g_assert_cmpstr(book->sides->pdata[1], ==, "sturend");
    g_assert_cmpuint(codebooks_at(books, 1)->sides->len, ==, 0);
    for (guint i = 0; i < book->codes->len; i++) {
        const struct code *code = book->codes->pdata[i];

        g_assert_cmpstr(code->role, ==, "wpb");
        g_assert_true(code->position == i + 1);
        g_assert_cmpuint(code->line, ==, i + 3);
        g_assert_true(code_is_confirmed(code) == (strcmp(code->status, "artikel") == 0));
        confirmed += code_is_confirmed(code);
    }
    g_assert_cmpint(confirmed, ==, 2);
    assert_meaning(books, "Open  vraag", NULL);
    assert_meaning(books, " OPEN VRAAG ", "doorvragen");
    assert_meaning(books, "passief luisteren", "luisteren");
    assert_meaning(books, "Wringt", "schuring");
    assert_meaning(books, "", NULL);
    g_assert_cmpstr(codebooks_nearest(books, "oordeln"), ==, "oordelen");
    codebooks_free(books);
}

static void test_roles(void)
{
    struct codebooks *books = load("rollen", NULL);

    assert_meaning(books, "Werkplekbegeleider", "wpb");
    assert_meaning(books, "mentor", "wpb");
    assert_meaning(books,
                   "WPB\xe2\x80\x99"
                   "er",
                   "wpb");
    assert_meaning(books, "LIO", "student");
    assert_meaning(books, "mbo-student", "leerling");
    codebooks_free(books);
}

static void test_columns(void)
{
    struct columns *columns = columns_load();

    g_assert_cmpstr(columns_find(columns, "Interventie"), ==, "code");
    g_assert_cmpstr(columns_find(columns, "  gesprek_NR "), ==, "source");
    g_assert_cmpstr(columns_find(columns, "Fragment\xc2\xa0nr"), ==, "unit");
    g_assert_cmpstr(columns_find(columns, "\xef\xbb\xbf"
                                          "Code"),
                    ==, "code");
    g_assert_cmpstr(columns_find(columns, "voor/na"), ==, "moment");
    g_assert_null(columns_find(columns, "opmerking"));
    g_assert_null(columns_find(columns, ""));
    g_assert_true(columns_is_canonical(columns, "wpb"));
    g_assert_false(columns_is_canonical(columns, "Interventie"));
    g_assert_cmpstr(columns_nearest(columns, "speeker"), ==, "speaker");
    columns_free(columns);
}

static void test_texts(void)
{
    struct texts *texts = texts_load("nl");

    g_assert_false(texts_has(texts, "run", "bestaat-niet"));
    g_assert_false(texts_has(texts, "bestaat-niet", "geweigerd"));
    g_assert_true(texts_has(texts, "run", "geweigerd"));
    texts_free(texts);
}

/* What is filled in may hold braces, and names of other places. */
static void test_fill(void)
{
    struct texts *texts = texts_load("nl");
    char *text =
        texts_fill(texts, "run", "geweigerd", "aantal", "{map}", "map", "{wij} en {aantal}", NULL);

    g_assert_nonnull(strstr(text, "{map} keer"));
    g_assert_nonnull(strstr(text, "{wij} en {aantal}/prive"));
    g_free(text);
    texts_free(texts);
}

/* Items load in any column order; the digest is that of the bytes. */
static void test_items(void)
{
    static const char bytes[] = "# version 2b\n"
                                "label,item,scale,minimum,maximum,reverse\n"
                                "Ik kies,keuze-1,keuze,1,5,\n"
                                "\"Ik, soms\",keuze-2,keuze,1,5,ja\n";
    char *folder = g_dir_make_tmp("items-XXXXXX", NULL);
    char *path = g_build_filename(folder, "agency.csv", NULL);
    char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, bytes, -1);
    struct codebooks *books;
    char *line;
    char *expected;

    g_assert_true(g_file_set_contents(path, bytes, -1, NULL));
    books = load(path, NULL);
    line = codebook_line(codebooks_at(books, 0));
    expected = g_strdup_printf("agency 2b %.16s", digest);
    g_assert_cmpstr(line, ==, expected);
    g_assert_cmpuint(codebooks_at(books, 0)->codes->len, ==, 0);
    g_assert_cmpuint(codebooks_at(books, 0)->items->len, ==, 2);
    g_assert_cmpstr(codebooks_item(books, "keuze-2")->label, ==, "Ik, soms");
    g_assert_true(codebooks_item(books, "keuze-2")->maximum == 5);
    g_assert_cmpstr(codebooks_item(books, "keuze-2")->reverse, ==, "ja");
    g_assert_null(codebooks_item(books, "keuze-3"));
    g_assert_cmpstr(codebooks_nearest(books, "keuze-3"), ==, "keuze-1");
    g_unlink(path);
    g_rmdir(folder);
    codebooks_free(books);
    g_free(line);
    g_free(expected);
    g_free(digest);
    g_free(path);
    g_free(folder);
}

static void test_kinds(void)
{
    struct codebooks *books = load("koenig", NULL);
    struct names *names = names_new();
    struct kinds *kinds = kinds_new(books, names);

    g_assert_cmpint(kinds_of(kinds, "*"), ==, KIND_ALL);
    g_assert_cmpint(kinds_of(kinds, ""), ==, KIND_NONE);
    g_assert_cmpstr(names_text(names, kinds_side(kinds, kinds_of(kinds, "opleggen"))), ==,
                    "side:sturend");
    g_assert_cmpint(kinds_side(kinds, kinds_of(kinds, "onbekend")), ==, -1);
    g_assert_cmpint(kinds_of(kinds, "onbekend"), ==, 2 + 2 + 12);
    kinds_free(kinds);
    names_free(names);
    codebooks_free(books);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/codebook/koenig", test_koenig);
    g_test_add_func("/codebook/roles", test_roles);
    g_test_add_func("/codebook/columns", test_columns);
    g_test_add_func("/codebook/texts", test_texts);
    g_test_add_func("/codebook/fill", test_fill);
    g_test_add_func("/codebook/items", test_items);
    g_test_add_func("/codebook/kinds", test_kinds);
    return g_test_run();
}
