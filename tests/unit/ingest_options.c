/* Chosen options that stand together in one cell. */

#include "codebook/questions.h"
#include "ingest/answers_options.h"

#include <glib.h>

static const char book[] =
    "# version 1\nitem,kind,label,label_en,answers\n"
    "les,optie,Wat? [Les],What? [Lesson],1=Les\nles-samen,optie,\"Wat? [Les, samen]\",,\n"
    "lesgeven,optie,Wat? [Lesgeven],,10=Voor de klas\noverleg,optie,Wat? [Overleg],,\n";

static void test_cells(void)
{
    static const struct {
        const char *text;
        const char *chosen; /* a 1 or 0 an option */
        const char *rest;
        enum options_got got;
    } cases[] = {
        {"", "0000", NULL, OPTIONS_READ},
        {"Les", "1000", NULL, OPTIONS_READ},
        {"Les, samen", "0100", NULL, OPTIONS_READ},
        {"Les, Overleg", "1001", NULL, OPTIONS_READ},
        {"Les, samen, Lesgeven", "0110", NULL, OPTIONS_READ},
        {"Lesgeven;Overleg;", "0011", NULL, OPTIONS_READ},
        {"lesgeven\noverleg", "0011", NULL, OPTIONS_READ},
        {" OVERLEG ; les ", "1001", NULL, OPTIONS_READ},
        {"Overleg, zingen", "0001", "zingen", OPTIONS_READ},
        {"zingen; dansen, Les", "1000", "zingen; dansen", OPTIONS_READ},
        {"Lesje", "0000", "lesje", OPTIONS_READ},
        {"Lesgeven aan anderen", "0000", "lesgeven aan anderen", OPTIONS_READ},
        {";;,", "0000", NULL, OPTIONS_READ},
        {"1", "1000", NULL, OPTIONS_READ},
        {"10; 1", "1010", NULL, OPTIONS_READ},
        {"1,2", "1000", "2", OPTIONS_NUMBER},
        {"3", "0000", "3", OPTIONS_NUMBER},
        {"1.3", "0000", "1.3", OPTIONS_NUMBER},
        {"3 keer, Les", "1000", "3 keer", OPTIONS_READ},
        {"lesson, Voor de klas, les-samen", "1110", NULL, OPTIONS_READ},
    };
    char *path = g_build_filename(g_get_tmp_dir(), "options.csv", NULL);
    char *names[] = {path, NULL};
    struct codebooks *books;
    struct questions *questions;
    struct options *options;

    g_assert_true(g_file_set_contents(path, book, -1, NULL));
    books = codebooks_load(names);
    questions = questions_new(books);
    options = options_new(questions_options(questions, "Wat?"));
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        bool chosen[4];
        char *rest;

        g_assert_cmpint(options_read(options, cases[i].text, chosen, &rest), ==, cases[i].got);
        for (int j = 0; j < 4; j++)
            g_assert_cmpint(chosen[j], ==, cases[i].chosen[j] == '1');
        g_assert_cmpstr(rest, ==, cases[i].rest);
        g_free(rest);
    }
    options_free(options);
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
