/* The index of structure: the same records by AVX2, by SSE2, without either, and by libcsv alone,
 * for invented text of every kind: cells, lines, what is refused and why. */

#include "table/csv.h"
#include "table/csv_index.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

enum { ROUNDS = 3000, LONGEST = 700 };

/* splitmix64, so that every run invents the same. */
static guint64 draw(guint64 *state, guint64 n)
{
    guint64 z = *state += 0x9e3779b97f4a7c15U;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return ((z ^ (z >> 31)) >> 11) % n;
}

static char *all_of(const char *path, enum csv_way way)
{
    struct csv *csv = csv_open_way(path, way);
    GString *all = g_string_new(NULL);
    enum csv_got got;

    while ((got = csv_next(csv)) != CSV_END) {
        g_string_append_printf(all, "\n%d %zu+%zu %d %s", (int)got, csv_line(csv), csv_lines(csv),
                               csv_literal(csv), csv_what(csv) != NULL ? csv_what(csv) : "");
        for (size_t i = 0; got == CSV_RECORD && i < csv_count(csv); i++) {
            g_string_append_printf(all, "|%zu%s:", csv_length(csv, i),
                                   csv_is_bared(csv, i) ? " bared" : "");
            g_string_append_len(all, csv_text(csv, i), (gssize)csv_length(csv, i));
        }
        for (size_t i = 0; got == CSV_RECORD && i < csv_count(csv); i++)
            g_assert_cmpuint(strlen(csv_cell(csv, i)), ==, csv_length(csv, i));
    }
    csv_close(csv);
    return g_string_free(all, FALSE);
}

static void assert_same(const char *path, const GString *text)
{
    g_autofree char *judged = NULL;

    g_assert_true(g_file_set_contents(path, text->str, (gssize)text->len, NULL));
    judged = all_of(path, CSV_JUDGED);
    for (int way = CSV_FAST; way < CSV_JUDGED; way++) {
        g_autofree char *found = all_of(path, (enum csv_way)way);

        g_assert_cmpstr(found, ==, judged);
    }
}

/* Pieces of CSV, more or less well behaved. */
static void test_random(void)
{
    static const char *const pieces[] = {"a",        "b",
                                         "cd",       " ",
                                         "\t",       ",",
                                         ",",        ";",
                                         ",\"",      "\",",
                                         "\n",       "\n",
                                         "\"",       "\"",
                                         "\"\"",     "\r\n",
                                         "\r",       "\r\r\n",
                                         "\n\"",     "\"\n",
                                         "\",\"",    "een twee drie",
                                         "\xc3\xa9", "\xe2\x80\xa6",
                                         "\xe9",     "\xff",
                                         "\x1a",     "abcdefghijklmnopqrstuvwxyz"};
    static const char *const tame[] = {"x,",
                                       "een,",
                                       "\"twee, drie\",",
                                       "\"zei \"\"ja\"\"\",",
                                       ",",
                                       "y\n",
                                       "\"vier\nvijf\"\n",
                                       "\"\"\r\n",
                                       "\u00e9\u00e9n\n",
                                       " z \n"};
    guint64 state = 20220401;
    g_autofree char *path = g_strconcat(g_get_tmp_dir(), "/csv-XXXXXX", NULL);
    GString *text = g_string_new(NULL);
    int file = g_mkstemp(path);

    g_assert_cmpint(file, >=, 0);
    g_close(file, NULL);
    for (int round = 0; round < ROUNDS; round++) {
        guint64 length = draw(&state, LONGEST);
        guint64 wild = draw(&state, 4) * draw(&state, 30);

        g_string_assign(text, draw(&state, 2) == 0 ? "a,b\n" : "");
        while (text->len < length)
            g_string_append(text, draw(&state, 100) < wild
                                      ? pieces[draw(&state, G_N_ELEMENTS(pieces))]
                                      : tame[draw(&state, G_N_ELEMENTS(tame))]);
        if (draw(&state, 50) == 0)
            text->str[draw(&state, text->len + 1)] = '\0';
        assert_same(path, text);
    }
    g_unlink(path);
    g_string_free(text, TRUE);
}

/* Records that cross the pieces in which files are read and indexed. */
static void test_long(void)
{
    guint64 state = 7;
    g_autofree char *path = g_strconcat(g_get_tmp_dir(), "/csv-XXXXXX", NULL);
    GString *text = g_string_new("a,b,c\n");
    int file = g_mkstemp(path);

    g_assert_cmpint(file, >=, 0);
    g_close(file, NULL);
    while (text->len < 3 << 20) {
        guint64 letters = draw(&state, 500) == 0 ? draw(&state, 200000) : draw(&state, 300);

        g_string_append_printf(text, "%zu,\"", text->len);
        for (guint64 i = 0; i < letters; i++)
            g_string_append(text, draw(&state, 60) == 0   ? "\n"
                                  : draw(&state, 40) == 0 ? "\"\""
                                                          : "e");
        g_string_append(text, draw(&state, 90) == 0 ? "\"x,y\n" : "\",\u00e9\r\n");
    }
    assert_same(path, text);
    g_unlink(path);
    g_string_free(text, TRUE);
}

/* The three ways to make an index, place by place. */
static void test_places(void)
{
    static const char text[INDEX_BYTES + 128] = "a,\"b,\"\"c\n\"\r\n\"d\",e\r\n\"x\"y,z\n";
    struct csv_index index = {.upto = 0};

    for (int way = INDEX_AVX512; way <= INDEX_PORTABLE; way++) {
        csv_index_build(&index, text, strlen(text),
                        &(struct csv_signs){',', '"', true, (enum csv_index_way)way});
        g_assert_cmpuint(index.ends.count, ==, 6);
        g_assert_cmpuint(index.ends.at[0], ==, 1);
        g_assert_cmpuint(index.ends.at[1], ==, 10);
        g_assert_cmpuint(index.ends.at[3], ==, 15);
        g_assert_cmpuint(index.inner.count, ==, 1);
        g_assert_cmpuint(index.inner.at[0], ==, 8);
        g_assert_cmpuint(index.doubled[0], ==, 6);
        g_assert_cmpuint(index.before[0], ==, 1);
        g_assert_cmpuint(index.before[index.lines.count], ==, 1);
        g_assert_true(index.odd);
        g_assert_cmpuint(index.upto, ==, 22);
    }
    csv_index_close(&index);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-index/places", test_places);
    g_test_add_func("/csv-index/random", test_random);
    g_test_add_func("/csv-index/long", test_long);
    return g_test_run();
}
