/* Foreign CSV: what a file becomes, record by record, with the physical line of each. A case is the
 * text of a file and what csv_next() makes of it: `line:cell|cell`, `line:-` blank, `line:!` bad.
 */

#include "table/csv.h"
#include "table/delimiter.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

static char *file_with(const char *bytes, gssize n)
{
    char *path = NULL;
    int file = g_file_open_tmp("csv-XXXXXX.csv", &path, NULL);

    g_assert_cmpint(file, >=, 0);
    g_close(file, NULL);
    g_assert_true(g_file_set_contents(path, bytes, n, NULL));
    return path;
}

static void add_record(GString *all, const struct csv *csv)
{
    for (size_t i = 0; i < csv_count(csv); i++) {
        g_assert_cmpuint(csv_length(csv, i), ==, strlen(csv_cell(csv, i)));
        g_string_append_printf(all, "%s%s", i > 0 ? "|" : "", csv_cell(csv, i));
    }
}

static char *records_by(const char *path, enum csv_way way)
{
    struct csv *csv = csv_open_way(path, way);
    GString *all = g_string_new(NULL);
    enum csv_got got;

    while ((got = csv_next(csv)) != CSV_END) {
        g_string_append_printf(all, "%s%zu:", all->len > 0 ? " " : "", csv_line(csv));
        if (got == CSV_RECORD)
            add_record(all, csv);
        else
            g_string_append_c(all, got == CSV_BLANK ? '-' : '!');
        g_assert_true((got == CSV_BAD || csv_literal(csv)) == (csv_why(csv) != NULL));
        g_assert_true((got == CSV_BAD) == (csv_what(csv) != NULL));
    }
    csv_close(csv);
    return g_string_free(all, FALSE);
}

/* What the judge makes of it; every other way must make the same. */
static char *records(const char *bytes, gssize n)
{
    char *path = file_with(bytes, n);
    char *judged = records_by(path, CSV_JUDGED);

    for (int way = CSV_FAST; way < CSV_JUDGED; way++) {
        char *all = records_by(path, (enum csv_way)way);

        g_assert_cmpstr(all, ==, judged);
        g_free(all);
    }
    g_unlink(path);
    g_free(path);
    return judged;
}

static void assert_records(const char *bytes, const char *expected)
{
    char *all = records(bytes, -1);

    g_assert_cmpstr(all, ==, expected);
    g_free(all);
}

static void test_plain(void)
{
    assert_records("", "");
    assert_records("a,b\n1,2\n", "1:a|b 2:1|2");
    assert_records("a,b\n1,2", "1:a|b 2:1|2");
    assert_records("a,b\r\n1,2\r\n", "1:a|b 2:1|2");
    assert_records("a,b\r\r\n1,\"2\"\r\r\n", "1:a|b 2:1|2");
    assert_records("a , b\n 1\t,\"  2 \"\n", "1:a|b 2:1|  2 ");
    assert_records("a,b\n,\n", "1:a|b 2:|");
    assert_records("a,b\n\n \t\r\n1,2\n\n", "1:a|b 2:- 3:- 4:1|2 5:-");
    assert_records("a,b\n1\n1,2,3\n", "1:a|b 2:1 3:1|2|3");
    assert_records("\n\na;b\n1;2\n", "1:- 2:- 3:a|b 4:1|2");
}

static void test_delimiters(void)
{
    assert_records("a;b\n1,5;2\n", "1:a|b 2:1,5|2");
    assert_records("a\tb\n1\t\t\n", "1:a|b 2:1||");
    assert_records("a|b\nx|y\n", "1:a|b 2:x|y");
    assert_records("\"a;b;c\",d\n1,2\n", "1:a;b;c|d 2:1|2");
    assert_records("sep=;\na;b\n", "2:a|b");
    assert_records("SEP=,\r\na,b;c\r\n", "2:a|b;c");
    assert_records("sep=\t\na\tb\n", "2:a|b");
    assert_records("\xef\xbb\xbfsep=;\na;b\n", "2:a|b");
    assert_records("\xef\xbb\xbf\"a\",b\n1,2\n", "1:a|b 2:1|2");
    assert_records("sep=x\nax\n", "1:sep=x 2:ax");
    assert_records("# version 1\na;b\n1;2\n", "1:# version 1 2:a|b 3:1|2");
    assert_records("# version 1;;\na;b;c,d\n", "1:# version 1|| 2:a|b|c,d");
    assert_records("code\na;b\n", "1:code 2:a;b");
    assert_records("\"a\nb;c;x\",d\n1,2\n", "1:a\nb;c;x|d 3:1|2");
    assert_records(" a;b,c;d\n1,5;2;3\n", "1:a|b,c|d 2:1,5|2|3");
    g_assert_cmpint(delimiter_find("a,b;c;d", 7, NULL), ==, ';');
    g_assert_cmpint(delimiter_find("a,b;c", 5, NULL), ==, ',');
    g_assert_cmpint(delimiter_find("5\";b;c", 7, NULL), ==, ';');
    g_assert_cmpint(delimiter_find("", 0, NULL), ==, ',');
    g_assert_cmpint(delimiter_said("sep=;;", 6), ==, '\0');
    g_assert_cmpint(delimiter_said("\"sep=;\"\r\n", 9), ==, ';');
    g_assert_cmpint(delimiter_said("\"sep=;\"", 7), ==, ';');
    g_assert_cmpint(delimiter_said("\"sep=;", 6), ==, '\0');
    g_assert_cmpint(delimiter_said("\"sep=;x", 7), ==, '\0');
    g_assert_cmpint(delimiter_said("sep=\\t\n", 7), ==, '\t');
    g_assert_cmpint(delimiter_said("sep=\t\n", 6), ==, '\t');
    g_assert_cmpint(delimiter_said("sep=\\", 5), ==, '\0');
    g_assert_cmpint(delimiter_said("sep=\\n", 6), ==, '\0');
    g_assert_cmpint(delimiter_said("sep=", 4), ==, '\0');
}

static void test_quotes(void)
{
    assert_records("a,b\n\"een\ntwee\n\ndrie\",2\n3,4\n", "1:a|b 2:een\ntwee\n\ndrie|2 6:3|4");
    assert_records("a,b\n\"zei \"\"ja\"\"\",\"\"\n", "1:a|b 2:zei \"ja\"|");
    assert_records("a,b\n\"een\r\ntwee\",2\r\n", "1:a|b 2:een\r\ntwee|2");
    assert_records("a,b\n\"x\" , \"y\" \n", "1:a|b 2:x|y");
    assert_records("a,b\n1,2\n\"\"\"\",\"\"\"\"\"\"\n", "1:a|b 2:1|2 3:\"|\"\"");
}

/* A misplaced quote costs its own line; the lines around it are kept, and keep their numbers. */
static void test_bad_quotes(void)
{
    assert_records("a,b\n5\" pijp,2\n3,4\n", "1:a|b 2:5\" pijp|2 3:3|4");
    assert_records("a,b\nzei \"ja\" , \"x\"\n", "1:a|b 2:zei \"ja\"|x");
    assert_records("a,b\nx\"y\"z,p\"\n\"q\nr\",s\"\n", "1:a|b 2:x\"y\"z|p\" 3:q\nr|s\"");
    assert_records("a,b\n\"x\" \"y\",2\n3,4\n", "1:a|b 2:! 3:3|4");
    assert_records("a,b\n\"x\"y,2\n3,4\n", "1:a|b 2:! 3:3|4");
    assert_records("a,b\n1,2\n\"open,2\n3,4\n5,6\n", "1:a|b 2:1|2 3:! 4:3|4 5:5|6");
    assert_records("a,b\n\"open\n\"ook\n3,4", "1:a|b 2:! 3:! 4:3|4");
    assert_records("a,b\n\"open\n\n3,\"dicht\"\n4,5\n", "1:a|b 2:! 3:- 4:3|dicht 5:4|5");
    assert_records("a,b\n\"x\n1,\"twee\ndrie\"\n4,5\n", "1:a|b 2:! 3:1|twee\ndrie 5:4|5");
    assert_records("a,b\n1,\"\n", "1:a|b 2:!");
    assert_records("\"", "1:!");
}

static void test_bytes(void)
{
    static const char nul[] = "a,b\n1,x\0y\n3,4\n";
    char *all = records(nul, sizeof nul - 1);

    g_assert_cmpstr(all, ==, "1:a|b 2:! 3:3|4");
    g_free(all);
    assert_records("a,b\nge\xefnterviewd,\xc3\xa9\n3,4\n", "1:a|b 2:! 3:3|4");
    assert_records("a,b\nx\xff\"y,\xc3\xa9\n3,4\n", "1:a|b 2:! 3:3|4");
    assert_records("a,b\n\"\xc3\n\xa9\",2\n3,\xc3\xa9\n", "1:a|b 2:! 4:3|\xc3\xa9");
}

/* Line ends as they come; only a CR within quotes is text. */
static void test_line_ends(void)
{
    assert_records("a,b\r1,2\r3,4", "1:a|b 2:1|2 3:3|4");
    assert_records("a,b\r\n1,2\r3,4\n5,6\r\r\n7,8\r\r9,0",
                   "1:a|b 2:1|2 3:3|4 4:5|6 5:7|8 6:- 7:9|0");
    assert_records("a,b\n\"een\rtwee\",2\n3,4\n", "1:a|b 2:een\rtwee|2 4:3|4");
    assert_records("a,b\n\"een\r\r\ntwee\",2\n3,4\n", "1:a|b 2:een\r\r\ntwee|2 4:3|4");
    assert_records("a,b\n1,2\n\x1a", "1:a|b 2:1|2");
    assert_records("a,b\n1,2\r\n\x1a\r\n", "1:a|b 2:1|2");
    assert_records("a,b\n1,\x1a\n3,4\n", "1:a|b 2:1|\x1a 3:3|4");
}

/* The encoding is that of the whole file; a line that contradicts is refused. */
static void test_encodings(void)
{
    static const char little[] = "\xff\xfe"
                                 "a\0;\0b\0\n\0\xe9\0;\0\x3d\xd8\x00\xde\n\0";
    static const char big[] = "\0a\0,\0b\0\n\0x\0,\0y";
    static const char lone[] = "\xff\xfe"
                               "a\0,\0b\0\n\0\x3d\xd8,\0x\0\n\0y\0,\0z\0\n\0";
    char *all = records(little, sizeof little - 1);

    g_assert_cmpstr(all, ==, "1:a|b 2:\u00e9|\U0001f600");
    g_free(all);
    all = records(big, sizeof big - 1);
    g_assert_cmpstr(all, ==, "1:a|b 2:x|y");
    g_free(all);
    all = records(lone, sizeof lone - 1);
    g_assert_cmpstr(all, ==, "1:a|b 2:! 3:y|z");
    g_free(all);
    assert_records("a,b\nge\xefnt,\x80 5\n3,4\n", "1:a|b 2:ge\u00efnt|\u20ac 5 3:3|4");
    assert_records("a,b\nge\xefnt,2\nx,\x81\n3,4\n", "1:a|b 2:! 3:! 4:3|4");
    assert_records("a,b\nge\xefnt,2\nx,\xc3\xa9\n3,4\n", "1:a|b 2:! 3:x|\u00e9 4:3|4");
    assert_records("\xef\xbb\xbf"
                   "a,b\nge\xefnt,2\n",
                   "1:a|b 2:!");
    assert_records("a,b\nx,\xe9", "1:a|b 2:x|\u00e9");
}

/* Many cells, and lines longer than the buffer that reads them. */
static void test_large(void)
{
    enum { CELLS = 9000, LETTERS = 700000 };
    GString *file = g_string_new("kop,tekst\n1,\"");
    GString *wide = g_string_new("a");
    char *path;
    struct csv *csv;

    for (int i = 0; i < LETTERS; i++)
        g_string_append(file, i % 1000 == 999 ? "\n" : "a");
    g_string_append(file, "\"\n2,x\n");
    for (int i = 1; i < CELLS; i++)
        g_string_append(wide, ",a");
    g_string_append(file, wide->str);
    path = file_with(file->str, -1);
    csv = csv_open(path);
    g_assert_cmpint(csv_next(csv), ==, CSV_RECORD);
    g_assert_cmpint(csv_next(csv), ==, CSV_RECORD);
    g_assert_cmpuint(csv_length(csv, 1), ==, LETTERS);
    g_assert_cmpint(csv_next(csv), ==, CSV_RECORD);
    g_assert_cmpuint(csv_line(csv), ==, 2 + LETTERS / 1000 + 1);
    g_assert_cmpint(csv_next(csv), ==, CSV_RECORD);
    g_assert_cmpuint(csv_count(csv), ==, CELLS);
    g_assert_cmpint(csv_next(csv), ==, CSV_END);
    csv_close(csv);
    g_unlink(path);
    g_free(path);
    g_string_free(file, TRUE);
    g_string_free(wide, TRUE);
}

/* A last line that the end of the file ends, or a CR there: that is known only when the window has
 * moved once more, since the bytes before leave little room in it. */
static void test_last_line(void)
{
    enum { ROWS = 32500 };
    static const char *const last[] = {"3,4", "3,4\r"};

    for (size_t i = 0; i < G_N_ELEMENTS(last); i++) {
        GString *file = g_string_new("a,b\n");
        char *all;

        for (int row = 0; row < ROWS; row++)
            g_string_append(file, "1,2\n");
        g_string_append(file, last[i]);
        all = records(file->str, -1);
        g_assert_true(g_str_has_suffix(all, " 32501:1|2 32502:3|4"));
        g_free(all);
        g_string_free(file, TRUE);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv/plain", test_plain);
    g_test_add_func("/csv/delimiters", test_delimiters);
    g_test_add_func("/csv/quotes", test_quotes);
    g_test_add_func("/csv/bad-quotes", test_bad_quotes);
    g_test_add_func("/csv/bytes", test_bytes);
    g_test_add_func("/csv/line-ends", test_line_ends);
    g_test_add_func("/csv/encodings", test_encodings);
    g_test_add_func("/csv/large", test_large);
    g_test_add_func("/csv/last-line", test_last_line);
    return g_test_run();
}
