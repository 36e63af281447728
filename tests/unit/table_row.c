/* Rows and their escapes; what writer writes, reader reads back, whatever the cells hold. */

#include "table/reader.h"
#include "table/row.h"
#include "table/writer.h"

#include <glib/gstdio.h>
#include <string.h>

enum { ROOM = 4 };

static size_t split(const char *text, struct value *cells, const char **wrong)
{
    static char line[200];

    g_strlcpy(line, text, sizeof line);
    return row_split(line, strlen(line), cells, ROOM, wrong);
}

static void test_split(void)
{
    struct value cells[ROOM];
    const char *wrong;

    g_assert_cmpuint(split("a\t\tc\\nd\t\\.nvt", cells, &wrong), ==, 4);
    g_assert_null(wrong);
    g_assert_cmpstr(cells[0].text, ==, "a");
    g_assert_cmpint(cells[1].missing, ==, MISSING_EMPTY);
    g_assert_cmpstr(cells[2].text, ==, "c\nd");
    g_assert_cmpuint(cells[2].length, ==, 3);
    g_assert_cmpstr(cells[3].text, ==, ".nvt");
    g_assert_cmpint(cells[3].missing, ==, MISSING_NOT);
    g_assert_cmpuint(split("\\#x\t.nvt\t\\\\n\t\\t\\r", cells, &wrong), ==, 4);
    g_assert_cmpstr(cells[0].text, ==, "#x");
    g_assert_cmpint(cells[1].missing, ==, MISSING_NOT_ASKED);
    g_assert_cmpstr(cells[1].text, ==, "");
    g_assert_cmpuint(cells[1].length, ==, 0);
    g_assert_cmpstr(cells[2].text, ==, "\\n");
    g_assert_cmpstr(cells[3].text, ==, "\t\r");
    g_assert_cmpuint(split("", cells, &wrong), ==, 1);
    g_assert_cmpuint(split("a\tb\tc\td\te\t", cells, &wrong), ==, 6);
    g_assert_null(wrong);
}

static void test_wrong(void)
{
    static const char *const lines[] = {"a\\x", "a\\",    "\\N",  ".onbekend", ".",
                                        "b\t.", ".nvt x", ".NVT", "..nvt\tb",  "a\\\\\\"};
    struct value cells[ROOM];
    const char *wrong;

    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_assert_cmpuint(split(lines[i], cells, &wrong), ==, 0);
        g_assert_nonnull(wrong);
    }
}

static void test_missing(void)
{
    for (int i = MISSING_EMPTY; i < MISSING_COUNT; i++)
        g_assert_cmpint(missing_find(missing_text((enum missing)i)), ==, i);
    g_assert_cmpint(missing_find(".nv"), ==, -1);
    g_assert_cmpint(missing_find("nvt"), ==, -1);
}

/* A cell of pieces that matter: escapes, dots and hashes in front, newlines, multibyte letters. */
static char *random_cell(GRand *random)
{
    static const char *const pieces[] = {"",   "a",  ".", "#",   "\\",   "\t",
                                         "\n", "\r", "ë", "\\n", ".nvt", "# end",
                                         " ",  "\"", "☃", "\\.", "💬",    "\x1f"};
    GString *cell = g_string_new(NULL);

    for (int n = g_rand_int_range(random, 0, 5); n > 0; n--)
        g_string_append(cell, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    if (g_rand_int_range(random, 0, 200) == 0)
        for (int i = 0; i < 20000; i++)
            g_string_append(cell, "lang\t.");
    return g_string_free(cell, FALSE);
}

static char *temporary_path(void)
{
    char *path = NULL;
    int file = g_file_open_tmp("row-XXXXXX.tsv", &path, NULL);

    g_assert_cmpint(file, >=, 0);
    g_close(file, NULL);
    return path;
}

static void write_cells(const char *path, const GPtrArray *cells, guint columns)
{
    struct output *output = output_open(path);
    struct writer *writer = writer_new(output);
    struct head *head = head_new(SHAPE_ANSWERS);

    writer_begin(writer, head);
    for (guint i = 0; i < cells->len; i++) {
        if (i % 7 == 3)
            writer_missing(writer, MISSING_REFUSED);
        else
            writer_text(writer, cells->pdata[i]);
        if (i % columns == columns - 1)
            writer_row(writer);
    }
    writer_end(writer);
    writer_free(writer);
    output_close(output);
    head_free(head);
}

static void test_round_trip(void)
{
    enum { COLUMNS = 6, ROWS = 3000 };
    GRand *random = g_rand_new_with_seed(20220401);
    GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
    char *path = temporary_path();
    char *files[] = {path, NULL};
    struct reader *in;
    guint i = 0;

    while (cells->len < COLUMNS * ROWS)
        g_ptr_array_add(cells, random_cell(random));
    write_cells(path, cells, COLUMNS);
    in = reader_open(shape_bit(SHAPE_ANSWERS), files, READER_WHOLE);
    while (reader_next(in))
        for (int column = 0; column < COLUMNS; column++, i++) {
            const char *name = shape_columns(SHAPE_ANSWERS)[column];
            int slot = reader_column(in, name);
            const char *cell = i % 7 == 3 ? "" : cells->pdata[i];

            g_assert_cmpstr(reader_cell(in, slot), ==, cell);
            g_assert_cmpuint(reader_length(in, slot), ==, strlen(cell));
            g_assert_cmpint(reader_missing(in, slot), ==,
                            i % 7 == 3      ? MISSING_REFUSED
                            : *cell == '\0' ? MISSING_EMPTY
                                            : MISSING_NOT);
        }
    g_assert_cmpuint(i, ==, cells->len);
    reader_close(in);
    g_unlink(path);
    g_free(path);
    g_ptr_array_free(cells, TRUE);
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/row/split", test_split);
    g_test_add_func("/row/wrong", test_wrong);
    g_test_add_func("/row/missing", test_missing);
    g_test_add_func("/row/round-trip", test_round_trip);
    return g_test_run();
}
