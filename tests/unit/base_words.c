/* Floor 0: words of a text, names to ids, marks of units, the nearest word. */

#include "base/marks.h"
#include "base/names.h"
#include "base/nearest.h"
#include "base/word.h"

#include <glib.h>
#include <string.h>

static void assert_words(const char *text, int64_t n)
{
    g_assert_cmpint(word_count(text, strlen(text)), ==, n);
}

static void test_words(void)
{
    assert_words("", 0);
    assert_words("  \t\n", 0);
    assert_words("Wat bedoel je precies?", 4);
    assert_words("foto's van de wpb'er", 4);
    assert_words("ge\xc3\xafnteresseerd in de co\xc3\xb6rdinatie", 4);
    assert_words("- ... ! \xe2\x80\x93 \xe2\x80\xa6", 0);
    assert_words("ja, nee ; (misschien)", 3);
    assert_words("3 x 4 = 12", 4);
    assert_words("\xc3\xa9\xc3\xa9n\xc2\xa0twee", 2); /* a no-break space divides */
    assert_words("e\xcc\x81\xc3\xa9n", 1);            /* a combining accent does not */
    assert_words("regel\nregel\r\nregel", 3);
    assert_words("\xf0\x9f\x92\xac ja \xf0\x9f\x92\xac", 1);
    assert_words("\xd0\xbf\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82", 1);
    assert_words("a\xff"
                 "b \xff",
                 1); /* bytes that are no UTF-8 are signs */
    g_assert_cmpint(word_count("een twee drie", 8), ==, 2);
    g_assert_cmpint(word_count("een\xc3", 4), ==, 1);
}

static void test_names(void)
{
    struct names *names = names_new();

    g_assert_cmpint(names_find(names, "a"), ==, -1);
    g_assert_cmpint(names_id(names, "b"), ==, 0);
    g_assert_cmpint(names_id(names, "b"), ==, 0);
    g_assert_cmpint(names_id(names, ""), ==, 1);
    g_assert_cmpint(names_id(names, "a"), ==, 2);
    g_assert_cmpint(names_id(names, "b"), ==, 0);
    g_assert_cmpint(names_find(names, ""), ==, 1);
    g_assert_cmpint(names_count(names), ==, 3);
    g_assert_cmpstr(names_text(names, 2), ==, "a");
    names_free(names);
}

static void test_marks(void)
{
    enum { KEYS = 20000 };
    struct marks marks = {0};
    char text[16];

    for (int i = 0; i < KEYS; i++) {
        int n = g_snprintf(text, sizeof text, "%d", i);
        uint64_t *mask = marks_at(&marks, marks_key(text, (size_t)n, 7));

        g_assert_true(*mask == 0);
        *mask = (uint64_t)i + 1;
    }
    for (int i = 0; i < KEYS; i++) {
        int n = g_snprintf(text, sizeof text, "%d", i);

        g_assert_true(*marks_at(&marks, marks_key(text, (size_t)n, 7)) == (uint64_t)i + 1);
    }
    g_assert_true(*marks_at(&marks, marks_key("1", 1, 8)) == 0);
    g_assert_cmpuint(marks_bytes(&marks), <=, 16 * 8 * (KEYS + 1) / 3);
    marks_clear(&marks);
    g_assert_cmpuint(marks_bytes(&marks), ==, 0);
}

static void test_nearest(void)
{
    static const char *const words[] = {"oordelen", "opleggen", "doorvragen", "sch\xc3\xbcren"};
    const size_t n = G_N_ELEMENTS(words);
    char *long_word = g_strnfill(5000, 'x');

    g_assert_cmpstr(nearest_word("doorvragn", words, n), ==, "doorvragen");
    g_assert_cmpstr(nearest_word("Oordeelen", words, n), ==, "oordelen");
    g_assert_cmpstr(nearest_word("SCH\xc3\x9cREN", words, n), ==, "sch\xc3\xbcren");
    g_assert_null(nearest_word("luisteren", words, n));
    g_assert_null(nearest_word("oor", words, n));
    g_assert_null(nearest_word("", words, 0));
    g_assert_null(nearest_word("oordel\xff"
                               "en",
                               words, n));
    g_assert_null(nearest_word(long_word, words, n));
    g_free(long_word);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/words", test_words);
    g_test_add_func("/base/names", test_names);
    g_test_add_func("/base/marks", test_marks);
    g_test_add_func("/base/nearest", test_nearest);
    return g_test_run();
}
