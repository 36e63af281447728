/* What people type, held against what an item can be answered with; and which item a header means.
 */

#include "codebook/choices.h"
#include "codebook/fold.h"
#include "codebook/questions.h"

#include <glib.h>
#include <math.h>

static struct codebooks *load(const char *text)
{
    char *path = g_build_filename(g_get_tmp_dir(), "choices.csv", NULL);
    char *names[] = {path, NULL};
    struct codebooks *codebooks;

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    codebooks = codebooks_load(names);
    g_free(path);
    return codebooks;
}

static void test_fold(void)
{
    static const struct {
        const char *one;
        const char *two;
    } same[] = {
        {"Helemaal  EENS ", "helemaal eens"},
        {"collega\xe2\x80\x99s", "collega's"},
        {"\xe2\x80\x9cja\xe2\x80\x9d \xe2\x80\x93 nee", "\"ja\" - nee"},
        {"<p>Ik\xc2\xa0leer<br/>veel</p>", "ik leer veel"},
        {"A &amp; B&nbsp;C", "a & b c"},
        {"in de\r\nles", "in de les"},
        {"e\xcc\x81\xc3\xa9n", "\xc3\xa9\xc3\xa9n"},
        {"\xef\xbb\xbfid", "id"},
        {"\xe2\x80\xaanog\xe2\x80\x8d niet\xe2\x80\xac", "nog niet"},
        {"", " \t\n"},
    };
    char *less = fold_text("< 1 jaar <2>");

    for (size_t i = 0; i < G_N_ELEMENTS(same); i++) {
        char *one = fold_text(same[i].one);
        char *two = fold_text(same[i].two);

        g_assert_cmpstr(one, ==, two);
        g_free(two);
        g_free(one);
    }
    g_assert_cmpstr(less, ==, "< 1 jaar <2>");
    g_free(less);
}

static void test_fold_name(void)
{
    static const char *const names[] = {"Q1[SQ001]", "q1_sq001", "Q1 SQ001", "q1-sq001"};
    char *trimmed = fold_trim("\xc2\xa0\xe2\x80\x8e 4\t ");

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char *name = fold_name(names[i]);

        g_assert_cmpstr(name, ==, "q1-sq001");
        g_free(name);
    }
    g_assert_cmpstr(trimmed, ==, "4");
    g_free(trimmed);
}

static void test_choices(void)
{
    static const struct {
        const char *text;
        const char *code; /* NULL: none */
    } cases[] = {
        {"Helemaal eens", "5"},
        {"helemaal  EENS", "5"},
        {"5", "5"},
        {"5 - Helemaal eens", "5"},
        {"5. eens", NULL},
        {"4: Eens", "4"},
        {"4 = eens", "4"},
        {"Eens (4)", "4"},
        {"4 (eens)", "4"},
        {"helemaal", NULL},
        {"eens!", NULL},
        {"5,0", NULL},
        {"5 - Helemaal oneens", NULL},
        {"", NULL},
        {"45", NULL},
        {"Helemaal eens 5", "5"},
        {"3 \xe2\x80\x93 neutraal", "3"},
    };
    struct codebooks *books =
        load("# version 1\nitem,answers\n"
             "x,1=Helemaal oneens;2=Oneens;3=Neutraal;4=Eens;5=Helemaal eens\n");
    struct choices *choices = choices_new(codebooks_item(books, "x"));

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(choices_code(choices, cases[i].text), ==, cases[i].code);
    g_assert_true(choices_is_number(choices));
    g_assert_true(choices_can_be(choices, 2));
    g_assert_false(choices_can_be(choices, 3.5));
    choices_free(choices);
    codebooks_free(books);
}

static void test_limits(void)
{
    struct codebooks *books =
        load("# version 1\nitem,minimum,maximum,answers\n"
             "slider,0,10,\nends,1,5,1=nooit;5=altijd\nhalf,0,1,\"0=a;0.5=b;1=c\"\n"
             "letter,,,m=Man;V=Vrouw\nopen,,,\n");
    struct choices *slider = choices_new(codebooks_item(books, "slider"));
    struct choices *ends = choices_new(codebooks_item(books, "ends"));
    struct choices *half = choices_new(codebooks_item(books, "half"));
    struct choices *letter = choices_new(codebooks_item(books, "letter"));
    struct choices *open = choices_new(codebooks_item(books, "open"));

    g_assert_true(choices_can_be(slider, 3.5));
    g_assert_false(choices_can_be(slider, 10.5));
    g_assert_true(choices_can_be(ends, 3));
    g_assert_false(choices_can_be(ends, 3.5));
    g_assert_false(choices_can_be(ends, 0));
    g_assert_true(choices_can_be(half, .25));
    g_assert_false(choices_is_number(letter));
    g_assert_cmpstr(choices_code(letter, "v"), ==, "V");
    g_assert_cmpstr(choices_code(letter, "MAN"), ==, "m");
    g_assert_false(choices_is_number(open));
    g_assert_null(choices_code(open, "x"));
    choices_free(slider);
    choices_free(ends);
    choices_free(half);
    choices_free(letter);
    choices_free(open);
    codebooks_free(books);
}

static void test_missing(void)
{
    struct codebooks *books = load("# version 1\nitem,minimum,missing\n"
                                   "x,1,-99=.nvt;weet ik niet = geweigerd;99\n");
    struct choices *choices = choices_new(codebooks_item(books, "x"));

    g_assert_cmpint(choices_missing(choices, "-99"), ==, MISSING_NOT_ASKED);
    g_assert_cmpint(choices_missing_number(choices, -99.0), ==, MISSING_NOT_ASKED);
    g_assert_cmpint(choices_missing(choices, "Weet ik NIET"), ==, MISSING_REFUSED);
    g_assert_cmpint(choices_missing(choices, "99"), ==, MISSING_EMPTY);
    g_assert_cmpint(choices_missing(choices, "9"), ==, MISSING_NOT);
    g_assert_cmpint(choices_missing_number(choices, 9), ==, MISSING_NOT);
    choices_free(choices);
    codebooks_free(books);
}

static void test_questions(void)
{
    struct codebooks *books =
        load("# version 1\nitem,kind,label,label_en\n"
             "kijk-mee,schaal,Ik kijk mee.,I watch.\n"
             "twee,schaal,Dezelfde vraag,\ndrie,schaal,dezelfde VRAAG,\n"
             "taak-a,optie,Wat deed je? [A],\ntaak-b,optie,Wat deed je? [B],\n");
    struct questions *questions = questions_new(books);
    const GPtrArray *options = questions_options(questions, "wat  DEED je?");

    g_assert_cmpuint(questions_count(questions), ==, 5);
    g_assert_cmpstr(questions_find(questions, "Kijk_mee")->item, ==, "kijk-mee");
    g_assert_cmpstr(questions_find(questions, "ik kijk  mee.")->item, ==, "kijk-mee");
    g_assert_cmpstr(questions_find(questions, "I watch.")->item, ==, "kijk-mee");
    g_assert_null(questions_find(questions, "Dezelfde vraag"));
    g_assert_null(questions_find(questions, ""));
    g_assert_null(questions_find(questions, "ik kijk"));
    g_assert_cmpstr(questions_nearest(questions, "ik kijk mee")->item, ==, "kijk-mee");
    g_assert_null(questions_nearest(questions, "iets heel anders"));
    g_assert_cmpuint(options->len, ==, 2);
    g_assert_null(questions_options(questions, "Wat deed je? [A]"));
    g_assert_cmpstr(questions_find(questions, "Wat deed je? [b]")->item, ==, "taak-b");
    questions_free(questions);
    codebooks_free(books);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fold/text", test_fold);
    g_test_add_func("/fold/name", test_fold_name);
    g_test_add_func("/choices/texts", test_choices);
    g_test_add_func("/choices/limits", test_limits);
    g_test_add_func("/choices/missing", test_missing);
    g_test_add_func("/questions", test_questions);
    return g_test_run();
}
