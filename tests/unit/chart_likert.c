/* The answers to a scale as plots/likert.gp draws them with pipeline/chart/axis.c: where boxes lie,
 * and that every label stands there whole. */

#include "chart/axis.h"
#include "chart_hostile.h"
#include "chart_look.h"

#include <math.h>

enum { ANSWERS = 5, MOST_ROWS = 40 };

static const struct tic tics[] = {{-10, "10"}, {-5, "5"}, {0, "0"}, {5, "5"}, {10, "10"}};
static const char *const answers[] = {"Helemaal oneens", "Oneens", "Niet oneens, niet eens", "Eens",
                                      "Helemaal eens"};
static const char *const items[] = {
    "Mijn werkplek biedt mij de kans om mee te doen aan activiteiten buiten de les.",
    "Ik hoor erbij.",
    "Mijn werkplek biedt mij feedback waar ik in mijn volgende les iets mee kan."};

struct study {
    struct axis_code codes[ANSWERS];
    struct axis_row rows[MOST_ROWS];
    struct axis_box boxes[MOST_ROWS * ANSWERS];
    struct axis_chart chart;
};

/* Each row has counts 1, 3, 2, 4 and 1, the 2 around zero. */
static void study_fill(struct study *study, size_t n_rows, const char *const *labels, size_t n)
{
    static const double edges[] = {-5, -4, -1, 1, 5, 6};
    static const char *const counts[] = {"1", "3", "2", "4", "1"};
    *study = (struct study){0};
    for (size_t j = 0; j < ANSWERS; j++) {
        enum side side = j < 2 ? SIDE_FIRST : j == 2 ? SIDE_NEITHER : SIDE_LAST;
        study->codes[j] = (struct axis_code){answers[j], side};
    }
    for (size_t i = 0; i < n_rows; i++) {
        study->rows[i] = (struct axis_row){labels[i % n], "n = 11"};
        for (size_t j = 0; j < ANSWERS; j++) {
            study->boxes[i * ANSWERS + j] =
                (struct axis_box){i, j, edges[j], edges[j + 1], counts[j]};
        }
    }
    study->chart = (struct axis_chart){.codes = study->codes,
                                       .n_codes = ANSWERS,
                                       .rows = study->rows,
                                       .n_rows = n_rows,
                                       .wrap = 24,
                                       .boxes = study->boxes,
                                       .n_boxes = n_rows * ANSWERS,
                                       .tics = tics,
                                       .n_tics = G_N_ELEMENTS(tics),
                                       .low = -10,
                                       .high = 10,
                                       .first_name = "← Helemaal oneens",
                                       .last_name = "Helemaal eens →",
                                       .title = "aantal personen"};
}

static GBytes *draw(const struct study *study, enum chart_kind kind)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    if (!axis_draw(&study->chart, "plots/likert.gp", kind, NULL, &image, &why)) {
        g_error("%s: %s", chart_ending(kind), why);
    }
    room_is_empty();
    return image;
}

/* Lengths are proportional to counts, the middle answer is cut in half by zero, and each count
 * stands in its box. */
static void test_boxes(void)
{
    static const double counts[] = {1, 3, 2, 4, 1};
    if (room_without_gnuplot()) {
        return;
    }
    struct study study;
    study_fill(&study, 3, items, G_N_ELEMENTS(items));
    g_autoptr(GBytes) image = draw(&study, CHART_SVG);
    g_autoptr(GArray) boxes = look_polygons(image);
    g_autoptr(GArray) texts = look_text_list(image);
    g_assert_cmpuint(boxes->len, ==, 3 * ANSWERS + ANSWERS);
    const struct look *ten = look_find(texts, "10"), *title = look_find(texts, "aantal personen");
    double zero = (title->left + title->right) / 2,
           unit = (zero - (ten->left + ten->right) / 2) / 10;
    for (guint i = 0; i < 3 * ANSWERS; i++) {
        const struct look *box = look_at(boxes, i);
        g_assert_cmpfloat(fabs(box->right - box->left - unit * counts[i % ANSWERS]), <, 0.6);
        if (i % ANSWERS == 2) {
            g_assert_cmpfloat(fabs((box->left + box->right) / 2 - zero), <, 0.6);
        }
    }
    g_assert_cmpuint(look_count(image, "<text>4</text>"), ==, 3);
    g_assert_cmpuint(look_count(image, "<text>2</text>"), ==, 3);
    g_assert_cmpuint(look_count(image, "<text>n = 11</text>"), ==, 3);
}

/* Every letter of every label stands there, in lines that touch no other. */
static void test_labels(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct study study;
    for (size_t n_rows = 1; n_rows <= MOST_ROWS; n_rows = n_rows * 5 + 4) {
        study_fill(&study, n_rows, items, G_N_ELEMENTS(items));
        g_autoptr(GBytes) image = draw(&study, CHART_SVG);
        g_assert_cmpuint(look_texts(image), ==, look_count(image, "<text>"));
        look_apart(image);
        g_assert_true(room_holds(image, "<text>Mijn werkplek biedt mij de kans om mee<") ||
                      room_holds(image, "<text>Mijn werkplek biedt mij de kans om mee te<"));
        g_assert_false(room_holds(image, "…"));
    }
}

static void test_hostile(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct study study;
    study_fill(&study, G_N_ELEMENTS(hostile), hostile, G_N_ELEMENTS(hostile));
    for (size_t i = 0; i < ANSWERS; i++) {
        study.codes[i].label = hostile[i + 3];
    }
    study.chart.first_name = hostile[G_N_ELEMENTS(hostile) - 1];
    study.chart.title = hostile[G_N_ELEMENTS(hostile) - 1];
    for (enum chart_kind kind = CHART_SVG; kind <= CHART_PDF; kind++) {
        g_autoptr(GBytes) image = draw(&study, kind);
        g_autoptr(GBytes) again = draw(&study, kind);
        g_assert_true(g_bytes_equal(image, again));
        if (kind == CHART_SVG) {
            g_assert_cmpuint(look_texts(image), ==, look_count(image, "<text>"));
            look_apart(image);
            g_assert_cmpuint(look_count(image, "<polygon"), ==,
                             ANSWERS * G_N_ELEMENTS(hostile) + ANSWERS);
            g_assert_true(room_holds(image, "<text>NaN</text>"));
            g_assert_true(room_holds(image, "<text>#</text>"));
        }
    }
    g_assert_false(g_file_test("escaped", G_FILE_TEST_EXISTS));
}

/* A slide has its size, and grows where its rows do not fit with the least letters. */
static void test_slide(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct study study;
    unsigned int width, height;
    study_fill(&study, 12, items, G_N_ELEMENTS(items));
    g_autoptr(GBytes) image = draw(&study, CHART_PNG);
    look_png(image, &width, &height);
    g_assert_cmpuint(width, ==, 1600);
    g_assert_cmpuint(height, ==, 900);
    study_fill(&study, MOST_ROWS, items, G_N_ELEMENTS(items));
    g_autoptr(GBytes) high = draw(&study, CHART_PNG);
    look_png(high, &width, &height);
    g_assert_cmpuint(width, ==, 1600);
    g_assert_cmpuint(height, >, 1200);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    room_open();
    g_test_add_func("/chart/likert/boxes", test_boxes);
    g_test_add_func("/chart/likert/labels", test_labels);
    g_test_add_func("/chart/likert/hostile", test_hostile);
    g_test_add_func("/chart/likert/slide", test_slide);
    return room_close(g_test_run());
}
