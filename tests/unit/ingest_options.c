/* Chosen options that stand together in one cell. */

#include "codebook/questions.h"
#include "ingest/answers_options.h"

#include <glib.h>

static const char book[] = "# version 1\nitem,kind,label\n"
                           "les,optie,Wat? [Les]\nles-samen,optie,\"Wat? [Les, samen]\"\n"
                           "lesgeven,optie,Wat? [Lesgeven]\noverleg,optie,Wat? [Overleg]\n";

static void test_cells(void)
{
    static const struct {
        const char *text;
        const char *chosen; /* a 1 or 0 an option */
        const char *rest;
    } cases[] = {
        {"", "0000", NULL},
        {"Les", "1000", NULL},
        {"Les, samen", "0100", NULL},
        {"Les, Overleg", "1001", NULL},
        {"Les, samen, Lesgeven", "0110", NULL},
        {"Lesgeven;Overleg;", "0011", NULL},
        {"lesgeven\noverleg", "0011", NULL},
        {" OVERLEG ; les ", "1001", NULL},
        {"Overleg, zingen", "0001", "zingen"},
        {"zingen; dansen, Les", "1000", "zingen; dansen"},
        {"Lesje", "0000", "lesje"},
        {"Lesgeven aan anderen", "0000", "lesgeven aan anderen"},
        {";;,", "0000", NULL},
    };
    char *path = g_build_filename(g_get_tmp_dir(), "options.csv", NULL);
    char *names[] = {path, NULL};
    struct codebooks *books;
    struct questions *questions;

    g_assert_true(g_file_set_contents(path, book, -1, NULL));
    books = codebooks_load(names);
    questions = questions_new(books);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        bool chosen[4];
        char *rest = options_read(questions_options(questions, "Wat?"), cases[i].text, chosen);

        for (int j = 0; j < 4; j++)
            g_assert_cmpint(chosen[j], ==, cases[i].chosen[j] == '1');
        g_assert_cmpstr(rest, ==, cases[i].rest);
        g_free(rest);
    }
    questions_free(questions);
    codebooks_free(books);
    g_free(path);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/options/cells", test_cells);
    return g_test_run();
}
