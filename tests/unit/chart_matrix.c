/* Counts in cells: each in its own cell, the darker the higher, labels that touch nothing. */

#include "chart/matrix.h"
#include "chart_hostile.h"
#include "chart_look.h"

#include <math.h>

enum { MOST_ROWS = 40, MOST_COLUMNS = 41 };

static const char *const names[] = {"doorvragen",
                                    "kans 2: een shift in het begeleiden van aanstaande leraren",
                                    "oordelen", "leeruitkomsten betekenis geven"};
static const struct matrix_key keys[] = {{"dezelfde code", 0.6}, {"een andere code", -0.6}};

struct study {
    const char *rows[MOST_ROWS], *columns[MOST_COLUMNS], *notes[MOST_COLUMNS];
    struct matrix_cell cells[MOST_ROWS * MOST_COLUMNS];
    char values[MOST_ROWS * MOST_COLUMNS][8];
    struct matrix_chart chart;
};

/* Cell i has the number 101 * i % 997, and a shade that grows with it. */
static void study_fill(struct study *study, size_t n_rows, size_t n_columns,
                       const char *const *labels, size_t n)
{
    for (size_t i = 0; i < n_rows; i++) {
        study->rows[i] = labels[i % n];
    }
    for (size_t i = 0; i < n_columns; i++) {
        study->columns[i] = labels[(i + 1) % n];
        study->notes[i] = "n = 22";
    }
    for (size_t i = 0; i < n_rows * n_columns; i++) {
        unsigned int count = (unsigned int)i * 101 % 997;
        g_snprintf(study->values[i], sizeof study->values[i], "%u", count);
        study->cells[i] = (struct matrix_cell){study->values[i], count / 997.0, false};
    }
    study->chart = (struct matrix_chart){.rows = study->rows,
                                         .n_rows = n_rows,
                                         .columns = study->columns,
                                         .n_columns = n_columns,
                                         .cells = study->cells,
                                         .notes = study->notes,
                                         .row_title = "de ene codeur ↓",
                                         .column_title = "de andere codeur",
                                         .title = "hoe vaak; hoe donkerder, hoe vaker",
                                         .keys = keys,
                                         .n_keys = G_N_ELEMENTS(keys)};
}

static GBytes *draw(const struct study *study, enum chart_kind kind)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    if (!matrix_draw(&study->chart, "plots/matrix.gp", kind, NULL, &image, &why)) {
        g_error("%s: %s", chart_ending(kind), why);
    }
    room_is_empty();
    return image;
}

/* Red, green and blue added up: less is darker. */
static int lightness(const struct look *look)
{
    int red = 0, green = 0, blue = 0;
    char **parts = g_strsplit(look->fill + strlen("rgb("), ",", 3);
    red = (int)g_ascii_strtoll(parts[0], NULL, 10);
    green = (int)g_ascii_strtoll(parts[1], NULL, 10);
    blue = (int)g_ascii_strtoll(parts[2], NULL, 10);
    g_strfreev(parts);
    return red + green + blue;
}

static void test_cells(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    static struct study study;
    study_fill(&study, 3, 4, names, G_N_ELEMENTS(names));
    study.cells[11].value = NULL;
    study.cells[0].framed = true;
    g_autoptr(GBytes) image = draw(&study, CHART_SVG);
    g_autoptr(GArray) boxes = look_polygons(image);
    g_autoptr(GArray) texts = look_text_list(image);
    g_assert_cmpuint(boxes->len, ==, 11 + G_N_ELEMENTS(keys));
    for (guint i = 0; i < 11; i++) {
        const struct look *box = look_at(boxes, i), *text = look_find(texts, study.values[i]);
        g_assert_true(text->left > box->left && text->right < box->right);
        g_assert_true(text->top > box->top && text->bottom < box->bottom);
        for (guint j = 0; j < 11; j++) {
            g_assert_true(i == j || (study.cells[i].shade < study.cells[j].shade) ==
                                        (lightness(box) > lightness(look_at(boxes, j))));
        }
    }
    g_assert_cmpint(lightness(look_at(boxes, 0)), ==, 3 * 255);
    g_assert_cmpuint(look_count(image, "<text>n = 22</text>"), ==, 4);
    g_assert_true(room_holds(image, "<text>0</text>"));
}

static void draw_all(const struct study *study)
{
    for (enum chart_kind kind = CHART_SVG; kind <= CHART_PDF; kind++) {
        g_autoptr(GBytes) image = draw(study, kind);
        g_autoptr(GBytes) again = draw(study, kind);
        g_assert_true(g_bytes_equal(image, again));
        if (kind == CHART_SVG) {
            g_assert_cmpuint(look_texts(image), ==, look_count(image, "<text>"));
            look_apart(image);
        }
    }
}

static void test_sizes(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    static struct study study;
    for (size_t n_rows = 1; n_rows <= MOST_ROWS; n_rows = 6 * n_rows + 4) {
        for (size_t n_columns = 1; n_columns <= MOST_COLUMNS; n_columns = 5 * n_columns + 1) {
            study_fill(&study, n_rows, n_columns, names, G_N_ELEMENTS(names));
            draw_all(&study);
        }
    }
}

static void test_bare(void)
{
    static const char *const name[] = {"doorvragen"};
    if (room_without_gnuplot()) {
        return;
    }
    static struct study study;
    study_fill(&study, 1, 1, name, 1);
    study.chart.notes = NULL;
    study.chart.row_title = study.chart.column_title = study.chart.title = NULL;
    study.chart.n_keys = 0;
    draw_all(&study);
}

static void test_hostile(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    static struct study study;
    size_t n = G_N_ELEMENTS(hostile);
    study_fill(&study, n, n, hostile, n);
    for (size_t i = 0; i < n; i++) {
        study.columns[i] = hostile[i];
    }
    study.chart.title = study.chart.row_title = study.chart.column_title = hostile[n - 1];
    draw_all(&study);
    g_autoptr(GBytes) image = draw(&study, CHART_SVG);
    g_assert_cmpuint(look_count(image, "<polygon"), ==, n * n + G_N_ELEMENTS(keys));
    g_assert_cmpuint(look_count(image, "<text>NaN</text>"), ==, 2);
    g_assert_false(g_file_test("escaped", G_FILE_TEST_EXISTS));
}

static void refused(const struct study *study, const char *reason)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    g_assert_false(matrix_draw(&study->chart, "plots/matrix.gp", CHART_SVG, NULL, &image, &why));
    g_assert_null(image);
    room_says(why, reason);
}

static void test_unfit(void)
{
    static struct study study;
    study_fill(&study, 2, 2, names, 1);
    study.cells[3].shade = NAN;
    refused(&study, "lies outside");
    study.cells[3].shade = 1.5;
    refused(&study, "lies outside");
    study.chart.n_columns = 0;
    refused(&study, "nothing to draw");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    room_open();
    g_test_add_func("/chart/matrix/cells", test_cells);
    g_test_add_func("/chart/matrix/sizes", test_sizes);
    g_test_add_func("/chart/matrix/bare", test_bare);
    g_test_add_func("/chart/matrix/hostile", test_hostile);
    g_test_add_func("/chart/matrix/unfit", test_unfit);
    return room_close(g_test_run());
}
