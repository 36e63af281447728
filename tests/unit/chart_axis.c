#include "chart/axis.h"
#include "chart_hostile.h"
#include "chart_look.h"

enum { MOST_ROWS = 30, MOST_CODES = 12 };

static const struct tic tics[] = {
    {-100, "100 %"}, {-50, "50 %"}, {0, "0"}, {50, "50 %"}, {100, "100 %"}};

struct study {
    struct axis_code codes[MOST_CODES];
    struct axis_row rows[MOST_ROWS];
    struct axis_box boxes[MOST_ROWS * MOST_CODES];
    struct axis_chart chart;
};

/* Every row holds every code, 8 % wide, from zero outwards. */
static void study_fill(struct study *study, size_t n_rows, size_t n_codes, const char *const *texts,
                       size_t n_texts)
{
    *study = (struct study){0};
    size_t half = n_codes / 2, n_boxes = 0;
    for (size_t j = 0; j < n_codes; j++) {
        study->codes[j] = (struct axis_code){texts[j % n_texts], j < half ? SIDE_FIRST : SIDE_LAST};
    }
    for (size_t i = 0; i < n_rows; i++) {
        study->rows[i] = (struct axis_row){texts[i % n_texts], "n = 14"};
        for (size_t j = 0; j < n_codes; j++) {
            double from = 8 * ((double)j - (double)half);
            study->boxes[n_boxes++] = (struct axis_box){i, j, from, from + 8, "5"};
        }
    }
    study->chart = (struct axis_chart){.codes = study->codes,
                                       .n_codes = n_codes,
                                       .rows = study->rows,
                                       .n_rows = n_rows,
                                       .boxes = study->boxes,
                                       .n_boxes = n_boxes,
                                       .tics = tics,
                                       .n_tics = G_N_ELEMENTS(tics),
                                       .low = -100,
                                       .high = 100,
                                       .first_name = "← volgend",
                                       .last_name = "sturend →",
                                       .title = "Aandeel van de interventies"};
}

static GBytes *draw(const struct study *study, enum chart_kind kind)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    if (!axis_draw(&study->chart, "plots/axis.gp", kind, NULL, &image, &why)) {
        g_error("%s: %s", chart_ending(kind), why);
    }
    room_is_empty();
    return image;
}

/* Draws all three; the SVG shows all its texts unclipped, its boxes and its legend. */
static void draw_all(const struct study *study, unsigned int n_boxes)
{
    for (enum chart_kind kind = CHART_SVG; kind <= CHART_PDF; kind++) {
        g_autoptr(GBytes) image = draw(study, kind);
        g_autoptr(GBytes) again = draw(study, kind);
        g_assert_true(g_bytes_equal(image, again));
        if (kind == CHART_SVG) {
            g_assert_cmpuint(look_count(image, "<polygon"), ==, n_boxes + study->chart.n_codes);
            g_assert_cmpuint(look_texts(image), ==, look_count(image, "<text>"));
        }
    }
}

static void test_sizes(void)
{
    static const char *const names[] = {"Werkplekbegeleider Willemina van Dam-Smi", "wpb-02*",
                                        "Doorvragen op wat de student net zei", "Oordelen",
                                        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"};
    if (room_without_gnuplot()) {
        return;
    }
    struct study study;
    for (size_t n_rows = 1; n_rows <= MOST_ROWS; n_rows = 2 * n_rows + 1) {
        for (size_t n_codes = 1; n_codes <= MOST_CODES; n_codes += 11) {
            study_fill(&study, n_rows, n_codes, names, G_N_ELEMENTS(names));
            draw_all(&study, (unsigned int)(n_rows * n_codes));
        }
    }
    study_fill(&study, MOST_ROWS, MOST_CODES, names, G_N_ELEMENTS(names));
    study.chart.first_name = "← De inbreng, gedachte en ervaring van de lerende";
    study.chart.last_name = "De inbreng, gedachte en ervaring van de werkplekbegeleider →";
    draw_all(&study, MOST_ROWS * MOST_CODES);
    g_autoptr(GBytes) image = draw(&study, CHART_SVG);
    g_assert_cmpuint(look_count(image, "<text>n = 14<"), ==, MOST_ROWS);
    g_assert_cmpuint(look_count(image, "<text>wpb-02*<"), ==, MOST_ROWS / 5 + 3);
    g_assert_cmpuint(look_count(image, "<text>50 %<"), ==, 2);
    g_assert_cmpuint(look_count(image, "De inbreng"), ==, 2);
}

static void test_hostile(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct study study;
    for (size_t i = 0; i < G_N_ELEMENTS(hostile); i++) {
        const char *text = hostile[i];
        struct tic one_tic[] = {{0, text}};
        study_fill(&study, G_N_ELEMENTS(hostile), 2, &hostile[i], 1);
        study.rows[0].note = text;
        study.boxes[0].value = text;
        study.boxes[0].from = -90;
        study.chart.tics = one_tic;
        study.chart.n_tics = 1;
        study.chart.first_name = study.chart.last_name = study.chart.title = text;
        draw_all(&study, 2 * G_N_ELEMENTS(hostile));
    }
    g_assert_false(g_file_test("escaped", G_FILE_TEST_EXISTS));
}

static void test_one_sided(void)
{
    static const char *const names[] = {"Adviseren"};
    if (room_without_gnuplot()) {
        return;
    }
    struct study study;
    study_fill(&study, 3, 1, names, 1);
    study.codes[0].side = SIDE_LAST;
    study.boxes[1].to = study.boxes[1].from;
    study.rows[2].note = study.rows[1].label = NULL;
    draw_all(&study, 2);
    study.chart.n_boxes = 0;
    study.chart.n_tics = 0;
    study.chart.low = study.chart.high = 0;
    study.chart.first_name = study.chart.last_name = study.chart.title = NULL;
    draw_all(&study, 0);
}

static void refused(const struct study *study, const char *reason)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    g_assert_false(axis_draw(&study->chart, "plots/axis.gp", CHART_SVG, NULL, &image, &why));
    g_assert_null(image);
    room_says(why, reason);
}

/* Labels of tics that would touch are thinned out around zero; those outside the axis are not
 * shown. */
static void test_tics(void)
{
    static const char *const names[] = {"Adviseren"};
    static const struct tic dense[] = {{-300, "300"},  {-99, "ninety-nine before zero"},
                                       {-50, "fifty"}, {-1, "one"},
                                       {0, "zero"},    {1, "one"},
                                       {50, "fifty"}};
    if (room_without_gnuplot()) {
        return;
    }
    struct study study;
    study_fill(&study, 2, 2, names, 1);
    study.chart.tics = dense;
    study.chart.n_tics = G_N_ELEMENTS(dense);
    g_autoptr(GBytes) image = draw(&study, CHART_SVG);
    g_assert_true(room_holds(image, "<text>zero<"));
    g_assert_false(room_holds(image, "<text>one<"));
    g_assert_false(room_holds(image, "<text>300<"));
    g_assert_cmpuint(look_count(image, "<text>fifty<"), ==, 2);
}

static void test_unfit(void)
{
    static const char *const names[] = {"Adviseren"};
    struct study study;
    study_fill(&study, 2, 2, names, 1);
    study.boxes[3].row = 2;
    refused(&study, "lies outside");
    study_fill(&study, 2, 2, names, 1);
    study.boxes[3].code = 2;
    refused(&study, "lies outside");
    study_fill(&study, 2, 2, names, 1);
    study.boxes[3].to = 0.0 / 0.0;
    refused(&study, "lies outside");
    study_fill(&study, 2, 2, names, 1);
    study.chart.n_rows = study.chart.n_boxes = 0;
    refused(&study, "nothing to draw");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    room_open();
    g_test_add_func("/chart/axis/sizes", test_sizes);
    g_test_add_func("/chart/axis/hostile", test_hostile);
    g_test_add_func("/chart/axis/one-sided", test_one_sided);
    g_test_add_func("/chart/axis/tics", test_tics);
    g_test_add_func("/chart/axis/unfit", test_unfit);
    return room_close(g_test_run());
}
