#include "chart/profile.h"
#include "chart_look.h"

#include <math.h>

static const struct tic tics[] = {
    {0, "0 %"}, {10, "10 %"}, {20, "20 %"}, {30, "30 %"}, {40, "40 %"}};

static const struct profile_row rows[] = {
    {"volgend: de inbreng, gedachte en ervaring van de lerende", NULL, SIDE_FIRST, true, NAN, NAN,
     NAN},
    {"Doorvragen", "24 % (15–36)", SIDE_FIRST, false, 24, 15, 36},
    {"Gevoel_reflecteren & <b>\"x\"</b> {/A\"><script>}", "0 van de 7", SIDE_FIRST, false, 0, NAN,
     NAN},
    {"Ordenen", "", SIDE_NEITHER, false, NAN, NAN, NAN},
    {"sturend", NULL, SIDE_LAST, true, NAN, NAN, NAN},
    {"Opleggen", "41 % (30–52)", SIDE_LAST, false, 41, 30, 52},
};

static const struct profile_dot dots[] = {{1, 20, -0.5}, {1, 20, 0.5}, {2, 0, 0}, {5, 60, 0.1}};

static struct profile_chart profile(void)
{
    return (struct profile_chart){.rows = rows,
                                  .n_rows = G_N_ELEMENTS(rows),
                                  .dots = dots,
                                  .n_dots = G_N_ELEMENTS(dots),
                                  .tics = tics,
                                  .n_tics = G_N_ELEMENTS(tics),
                                  .low = 0,
                                  .high = 40,
                                  .title = "Aandeel van de interventies",
                                  .share_key = "aandeel met 95%-interval",
                                  .dot_key = "één wpb"};
}

static GBytes *draw(const struct profile_chart *chart, enum chart_kind kind)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    if (!profile_draw(chart, "plots/profile.gp", kind, NULL, &image, &why)) {
        g_error("%s: %s", chart_ending(kind), why);
    }
    room_is_empty();
    return image;
}

static void draw_all(const struct profile_chart *chart)
{
    for (enum chart_kind kind = CHART_SVG; kind <= CHART_PDF; kind++) {
        g_autoptr(GBytes) image = draw(chart, kind);
        g_autoptr(GBytes) again = draw(chart, kind);
        g_assert_true(g_bytes_equal(image, again));
        if (kind == CHART_SVG) {
            g_assert_cmpuint(look_texts(image), ==, look_count(image, "<text>"));
            g_assert_true(
                room_holds(image, "Gevoel_reflecteren &amp; &lt;b>”x”&lt;/b> {/A”>&lt;script>}"));
        }
    }
}

/* Three marks with halos, four dots and two samples are drawn as gnuplot's point 6 (filled). */
static void test_marks(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct profile_chart chart = profile();
    draw_all(&chart);
    g_autoptr(GBytes) image = draw(&chart, CHART_SVG);
    const char *point = "<use xlink:href='#gpPt6' transform=";
    g_assert_cmpuint(look_count(image, point), ==, 2 * 3 + 4 + 2);
    chart.n_dots = 0;
    g_autoptr(GBytes) without = draw(&chart, CHART_SVG);
    g_assert_cmpuint(look_count(without, point), ==, 2 * 3 + 1);
    g_assert_false(room_holds(without, "één wpb"));
}

static void test_bare(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    struct profile_chart chart = profile();
    chart.rows = &rows[3];
    chart.n_rows = 1;
    chart.n_dots = chart.n_tics = 0;
    chart.low = chart.high = 0;
    chart.title = chart.share_key = NULL;
    g_autoptr(GBytes) image = draw(&chart, CHART_SVG);
    g_assert_true(room_holds(image, "<text>Ordenen</text>"));
}

static void refused(const struct profile_chart *chart, const char *reason)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    g_assert_false(profile_draw(chart, "plots/profile.gp", CHART_SVG, NULL, &image, &why));
    g_assert_null(image);
    room_says(why, reason);
}

static void test_unfit(void)
{
    const struct profile_dot outside[] = {{6, 20, 0}}, undefined[] = {{1, NAN, 0}},
                             far[] = {{1, 2, 0.6}};
    struct profile_chart chart = profile();
    chart.n_dots = 1;
    chart.dots = outside;
    refused(&chart, "lies outside");
    chart.dots = undefined;
    refused(&chart, "lies outside");
    chart.dots = far;
    refused(&chart, "lies outside");
    chart.n_dots = chart.n_rows = 0;
    refused(&chart, "nothing to draw");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    room_open();
    g_test_add_func("/chart/profile/marks", test_marks);
    g_test_add_func("/chart/profile/bare", test_bare);
    g_test_add_func("/chart/profile/unfit", test_unfit);
    return room_close(g_test_run());
}
