/* Two measures beside each other: each dot on the axis of its own panel, and no line between them.
 */

#include "chart/dumbbell.h"
#include "chart_hostile.h"
#include "chart_look.h"

#include <math.h>

enum { MOST_ROWS = 40 };

static const struct tic scores[] = {{1, "1"}, {2, "2"}, {3, "3"}, {4, "4"}, {5, "5"}};
static const struct tic shares[] = {{0, "0 %"}, {0.5, "50 %"}, {1, "100 %"}};

static const struct dumbbell_row rows[] = {
    {"wpb-01", {{5, "5,0"}, {1, "100 %"}}},
    {"wpb-02", {{3, "3,0"}, {0, "0 %"}}},
    {"Werkplekbegeleider Willemina van Dam-Smit", {{NAN, "geen antwoord"}, {0.5, "2 van de 4"}}},
    {"wpb-04", {{1, "1,0"}, {NAN, "niet gecodeerd"}}},
};

static struct dumbbell_chart dumbbell(const struct dumbbell_row *of, size_t n)
{
    return (struct dumbbell_chart){
        .rows = of,
        .n_rows = n,
        .axes = {{.title = "belang, zoals zij het zelf zeggen (vragenlijst, 1 tot 5)",
                  .tics = scores,
                  .n_tics = G_N_ELEMENTS(scores),
                  .low = 1,
                  .high = 5},
                 {.title = "deel volgend, zoals het in gesprekken is gezien",
                  .tics = shares,
                  .n_tics = G_N_ELEMENTS(shares),
                  .low = 0,
                  .high = 1}},
    };
}

static GBytes *draw(const struct dumbbell_chart *chart, enum chart_kind kind)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    if (!dumbbell_draw(chart, "plots/dumbbell.gp", kind, NULL, &image, &why)) {
        g_error("%s: %s", chart_ending(kind), why);
    }
    room_is_empty();
    return image;
}

static double middle(const struct look *look)
{
    return (look->left + look->right) / 2;
}

/* A dot lies straight above the label of its value's tic. */
static void dot_is_at(const GArray *dots, guint i, const GArray *texts, const char *tic)
{
    g_assert_cmpfloat(fabs(middle(look_at(dots, i)) - middle(look_find(texts, tic))), <, 0.6);
}

static void test_dots(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct dumbbell_chart chart = dumbbell(rows, G_N_ELEMENTS(rows));
    g_autoptr(GBytes) image = draw(&chart, CHART_SVG);
    g_autoptr(GArray) said = look_dots(image, 4);
    g_autoptr(GArray) seen = look_dots(image, 6);
    g_autoptr(GArray) texts = look_text_list(image);
    g_assert_cmpuint(said->len, ==, 3);
    g_assert_cmpuint(seen->len, ==, 3);
    dot_is_at(said, 0, texts, "5");
    dot_is_at(said, 1, texts, "3");
    dot_is_at(said, 2, texts, "1");
    dot_is_at(seen, 2, texts, "50 %");
    /* The value of a dot at the edge of its panel stands before it. */
    g_assert_cmpfloat(look_find(texts, "5,0")->right, <, look_at(said, 0)->left);
    g_assert_cmpfloat(look_find(texts, "3,0")->left, >, look_at(said, 1)->right);
    g_assert_cmpfloat(look_at(said, 0)->right, <, look_at(seen, 1)->left);
    g_assert_cmpfloat(fabs(look_at(said, 0)->top - look_at(seen, 0)->top), <, 0.6);
    g_assert_true(room_holds(image, "<text>geen antwoord</text>"));
    g_assert_true(room_holds(image, "<text>niet gecodeerd</text>"));
}

static void draw_all(const struct dumbbell_chart *chart)
{
    for (enum chart_kind kind = CHART_SVG; kind <= CHART_PDF; kind++) {
        g_autoptr(GBytes) image = draw(chart, kind);
        g_autoptr(GBytes) again = draw(chart, kind);
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
    struct dumbbell_row many[MOST_ROWS];
    for (size_t i = 0; i < MOST_ROWS; i++) {
        many[i] = rows[i % G_N_ELEMENTS(rows)];
    }
    for (size_t n = 1; n <= MOST_ROWS; n = 6 * n + 4) {
        struct dumbbell_chart chart = dumbbell(many, n);
        draw_all(&chart);
    }
}

static void test_hostile(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct dumbbell_row many[G_N_ELEMENTS(hostile)];
    for (size_t i = 0; i < G_N_ELEMENTS(hostile); i++) {
        many[i] = rows[1];
        many[i].label = hostile[i];
    }
    struct dumbbell_chart chart = dumbbell(many, G_N_ELEMENTS(hostile));
    chart.axes[0].title = hostile[G_N_ELEMENTS(hostile) - 1];
    chart.axes[1].title = hostile[0];
    draw_all(&chart);
    g_autoptr(GBytes) image = draw(&chart, CHART_SVG);
    g_autoptr(GArray) said = look_dots(image, 4);
    g_assert_cmpuint(said->len, ==, G_N_ELEMENTS(hostile));
    g_assert_false(g_file_test("escaped", G_FILE_TEST_EXISTS));
}

static void refused(const struct dumbbell_chart *chart, const char *reason)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    g_assert_false(dumbbell_draw(chart, "plots/dumbbell.gp", CHART_SVG, NULL, &image, &why));
    g_assert_null(image);
    room_says(why, reason);
}

static void test_unfit(void)
{
    const struct dumbbell_row endless[] = {{"wpb-01", {{INFINITY, NULL}, {1, NULL}}}};
    struct dumbbell_chart chart = dumbbell(endless, 1);
    refused(&chart, "lies outside");
    chart = dumbbell(rows, 0);
    refused(&chart, "nothing to draw");
    chart = dumbbell(rows, 1);
    chart.axes[1].high = NAN;
    refused(&chart, "lies outside");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    room_open();
    g_test_add_func("/chart/dumbbell/dots", test_dots);
    g_test_add_func("/chart/dumbbell/sizes", test_sizes);
    g_test_add_func("/chart/dumbbell/hostile", test_hostile);
    g_test_add_func("/chart/dumbbell/unfit", test_unfit);
    return room_close(g_test_run());
}
