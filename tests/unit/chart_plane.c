/* The quadrants: dots at the right places, numbers in dots of more persons, words that touch
 * nothing. */

#include "chart/plane.h"
#include "chart_hostile.h"
#include "chart_look.h"

#include <math.h>

enum { MOST = 400 };

static const struct tic tics[] = {{1, "1"}, {2, "2"}, {3, "3"}, {4, "4"}, {5, "5"}};

static const struct plane_point few[] = {{2, 4, 1, "Noor"},
                                         {5, 1, 3, "Zoë, Van 't Hof, Ümit"},
                                         {1, 5, 1, "Bram"},
                                         {5, 5, 1, "Eline"},
                                         {2.05, 4.02, 1, "Sanne"}};

static struct plane_chart plane(const struct plane_point *points, size_t n)
{
    return (struct plane_chart){
        .points = points,
        .n_points = n,
        .low = 1,
        .high = 5,
        .cut = 3,
        .tics = tics,
        .n_tics = G_N_ELEMENTS(tics),
        .x_title = "aanbod: affordance, collegiale-expertise →",
        .y_title = "↑ gebruik: agency, collegiale-expertise",
        .above = "meer gebruik dan aanbod",
        .below = "meer aanbod dan gebruik",
        .corners = {{"weinig aanbod, veel gebruik", "2 van de 7"},
                    {"veel aanbod, veel gebruik", "1 van de 7"},
                    {"weinig aanbod, weinig gebruik", "1 van de 7"},
                    {"veel aanbod, weinig gebruik", "3 van de 7"}},
        .dot_key = "één persoon",
        .many_key = "zoveel personen op dezelfde plek",
        .equal_key = "evenveel aanbod als gebruik",
        .cut_key = "vanaf hier is het veel (3)",
    };
}

static GBytes *draw(const struct plane_chart *chart, enum chart_kind kind)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    if (!plane_draw(chart, "plots/quadrants.gp", kind, NULL, &image, &why)) {
        g_error("%s: %s", chart_ending(kind), why);
    }
    room_is_empty();
    return image;
}

static double middle_x(const struct look *look)
{
    return (look->left + look->right) / 2;
}

static double middle_y(const struct look *look)
{
    return (look->top + look->bottom) / 2;
}

/* The place of a whole number on both axes, from the labels of the tics: those below come first. */
static double tic_x(const GArray *texts, int value)
{
    g_autofree char *label = g_strdup_printf("%d", value);
    for (guint i = 0; i < texts->len; i++) {
        if (g_str_equal(look_at(texts, i)->words, label) &&
            middle_y(look_at(texts, i)) >
                middle_y(look_find(texts, "weinig aanbod, weinig gebruik"))) {
            return middle_x(look_at(texts, i));
        }
    }
    g_error("no tic %d", value);
}

static void test_dots(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct plane_chart chart = plane(few, G_N_ELEMENTS(few));
    g_autoptr(GBytes) image = draw(&chart, CHART_SVG);
    g_autoptr(GArray) dots = look_dots(image, 6);
    g_autoptr(GArray) texts = look_text_list(image);
    double one = tic_x(texts, 1), unit = (tic_x(texts, 5) - one) / 4;
    g_assert_cmpuint(dots->len, ==, G_N_ELEMENTS(few) + 2);
    const struct look *many = look_at(dots, 0), *bram = look_at(dots, 2), *noor = look_at(dots, 1);
    g_assert_cmpfloat(fabs(middle_x(many) - (one + 4 * unit)), <, 0.6);
    g_assert_cmpfloat(fabs(middle_x(noor) - (one + unit)), <, 0.6);
    g_assert_cmpfloat(fabs(middle_x(bram) - one), <, 0.6);
    g_assert_cmpfloat(fabs(middle_y(many) - middle_y(bram) - 4 * unit), <, 0.6);
    g_assert_cmpfloat(fabs(middle_y(noor) - middle_y(bram) - unit), <, 0.6);
    g_assert_cmpfloat(many->right - many->left, >, 1.8 * (bram->right - bram->left));
    const struct look *three = look_find(texts, "Zoë, Van 't Hof, Ümit");
    g_assert_cmpfloat(fabs(middle_y(three) - middle_y(many)), <, 3 * (three->bottom - three->top));
    g_assert_true(room_holds(image, "<text>Sanne</text>"));
    g_assert_cmpuint(look_texts(image), ==, look_count(image, "<text>"));
    look_apart(image);
}

/* The number stands in the dot, and the legend explains it only then. */
static void test_numbers(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    const struct plane_point many[] = {{3, 3, 12, NULL}, {4, 3, 1, NULL}};
    struct plane_chart chart = plane(many, 2);
    g_autoptr(GBytes) image = draw(&chart, CHART_SVG);
    g_autoptr(GArray) dots = look_dots(image, 6);
    g_autoptr(GArray) texts = look_text_list(image);
    const struct look *number = look_find(texts, "12"), *dot = look_at(dots, 0);
    g_assert_true(number->left > dot->left && number->right < dot->right);
    g_assert_true(room_holds(image, "zoveel personen"));
    chart.points = &many[1];
    chart.n_points = 1;
    chart.cut = NAN;
    g_autoptr(GBytes) single = draw(&chart, CHART_SVG);
    g_assert_false(room_holds(single, "zoveel personen"));
    g_assert_false(room_holds(single, "vanaf hier"));
    g_assert_true(room_holds(single, "meer gebruik dan aanbod"));
    g_assert_true(room_holds(single, "meer aanbod dan gebruik"));
}

/* Names that would touch are left out; whatever the cut, no word lies on another. */
static void test_crowd(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    static struct plane_point points[MOST];
    for (size_t i = 0; i < MOST; i++) {
        points[i] =
            (struct plane_point){1 + 0.2 * (double)(i % 20), 1 + 0.2 * (double)(i / 20 % 20), 1,
                                 i < 12 ? "Willemina van Dam" : NULL};
    }
    for (int cut = 1; cut <= 5; cut += 2) {
        struct plane_chart chart = plane(points, MOST);
        chart.cut = cut;
        g_autoptr(GBytes) image = draw(&chart, CHART_SVG);
        look_apart(image);
        g_assert_cmpuint(look_count(image, "Willemina"), <, 12);
        g_autoptr(GArray) dots = look_dots(image, 6);
        g_assert_cmpuint(dots->len, ==, MOST + 1);
    }
}

static void test_hostile(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct plane_point points[G_N_ELEMENTS(hostile)];
    unsigned int width, height;
    for (size_t i = 0; i < G_N_ELEMENTS(hostile); i++) {
        points[i] = (struct plane_point){1 + 0.2 * (double)i, 5 - 0.2 * (double)i, 1, hostile[i]};
    }
    for (size_t i = 0; i < G_N_ELEMENTS(hostile); i++) {
        struct plane_chart chart = plane(points, G_N_ELEMENTS(hostile));
        chart.x_title = chart.y_title = chart.below = chart.dot_key = chart.cut_key = hostile[i];
        g_autoptr(GBytes) image = draw(&chart, CHART_SVG);
        g_autoptr(GBytes) slide = draw(&chart, CHART_PNG);
        look_png(slide, &width, &height);
        g_assert_cmpuint(width, ==, 1600);
        g_assert_cmpuint(height, >=, 900);
        g_assert_cmpuint(look_texts(image), ==, look_count(image, "<text>"));
        look_apart(image);
    }
    g_assert_false(g_file_test("escaped", G_FILE_TEST_EXISTS));
}

static void refused(const struct plane_point *points, size_t n, const char *reason)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    struct plane_chart chart = plane(points, n);
    g_assert_false(plane_draw(&chart, "plots/quadrants.gp", CHART_SVG, NULL, &image, &why));
    g_assert_null(image);
    room_says(why, reason);
}

static void test_unfit(void)
{
    const struct plane_point undefined[] = {{NAN, 3, 1, NULL}}, nobody[] = {{3, 3, 0, NULL}};
    refused(undefined, 1, "lies outside");
    refused(nobody, 1, "lies outside");
    refused(nobody, 0, "nothing to draw");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    room_open();
    g_test_add_func("/chart/plane/dots", test_dots);
    g_test_add_func("/chart/plane/numbers", test_numbers);
    g_test_add_func("/chart/plane/crowd", test_crowd);
    g_test_add_func("/chart/plane/hostile", test_hostile);
    g_test_add_func("/chart/plane/unfit", test_unfit);
    return room_close(g_test_run());
}
