/* Floor 0: words of a text, names to ids, marks of units, the nearest word. */

#include "base/marks.h"
#include "base/names.h"
#include "base/nearest.h"
#include "base/word.h"

#include <glib.h>
#include <stdbool.h>
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

/* Words counted letter by letter: runs without white space that hold a letter or digit. */
static int64_t count_slowly(const char *text, size_t length)
{
    int64_t n = 0;
    bool counted = false;

    for (size_t at = 0; at < length;) {
        gunichar letter = g_utf8_get_char_validated(text + at, (gssize)(length - at));
        bool valid = letter < (gunichar)-2;

        n += valid && g_unichar_isalnum(letter) && !counted;
        counted = (counted || (valid && g_unichar_isalnum(letter))) &&
                  !(valid && g_unichar_isspace(letter));
        at += valid ? (size_t)g_utf8_skip[(unsigned char)text[at]] : 1;
    }
    return n;
}

/* Text of every length, with characters that lie across blocks. */
static void test_words_random(void)
{
    static const char *const pieces[] = {"a",
                                         "bc de",
                                         "9",
                                         " ",
                                         "\n",
                                         "-",
                                         "\xc3\xa9",
                                         "\xe2\x80\xa6",
                                         "\xc2\xa0",
                                         "\xe2\x80\x83",
                                         "\xff",
                                         "\xe2\x80",
                                         "[",
                                         "z{",
                                         "\xf0\x9f\x92\xac"};
    GRand *rand = g_rand_new_with_seed(20220401);
    GString *text = g_string_new(NULL);

    for (int round = 0; round < 20000; round++) {
        gsize wanted = (gsize)g_rand_int_range(rand, 0, 220);

        g_string_truncate(text, 0);
        while (text->len < wanted)
            g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        g_assert_cmpint(word_count(text->str, text->len), ==, count_slowly(text->str, text->len));
    }
    g_string_free(text, TRUE);
    g_rand_free(rand);
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
        uint64_t mask = *marks_at(&marks, marks_key(text, (size_t)n, 7));

        g_assert_true(mask == (uint64_t)i + 1);
    }
    g_assert_cmpuint(marks_find(&marks, marks_key("1", 1, 8)), ==, 0);
    g_assert_cmpuint(marks_bytes(&marks), <=, 16 * 8 * (KEYS + 1) / 3);
    marks_clear(&marks);
    g_assert_cmpuint(marks_bytes(&marks), ==, 0);
}

/* Names that differ little, of all short lengths and around eight bytes, have keys of their own. */
static void test_marks_keys(void)
{
    static const char *const forms[] = {"%d", "u%d", "record %d", "0:%d-", "fragment %d van 12"};
    GHashTable *keys = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

    for (size_t form = 0; form < G_N_ELEMENTS(forms); form++)
        for (int i = 0; i < 40000; i++) {
            char *name = g_strdup_printf(forms[form], i);
            uint64_t key = marks_key(name, strlen(name), 0);

            g_assert_true(g_hash_table_add(keys, g_memdup2(&key, sizeof key)));
            g_free(name);
        }
    g_hash_table_destroy(keys);
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
    g_test_add_func("/base/words-random", test_words_random);
    g_test_add_func("/base/names", test_names);
    g_test_add_func("/base/marks", test_marks);
    g_test_add_func("/base/marks-keys", test_marks_keys);
    g_test_add_func("/base/nearest", test_nearest);
    return g_test_run();
}
