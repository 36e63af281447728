#include "chart_room.h"

/* A picture with one label; `what` is an expression of gnuplot for its text. */
static const char script_format[] = "%s\nset xrange [0:2]\nset yrange [0:2]\nunset key\n"
                                    "plot 'points.tsv' using 1:2:(%s) with labels notitle\n";

static const struct chart_file points[] = {{"points.tsv", "1\t1\tNoor\n"}};

/* Draws the points with a script; `before` are lines of gnuplot that come first. */
static bool draw(const char *before, const char *what, const char *label, enum chart_kind kind,
                 const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    g_autofree char *text = g_strdup_printf(script_format, before, what);
    g_autofree char *script = room_put("script.gp", text, 0600);
    const char *labels[] = {label, NULL};
    const struct chart chart = {.script = script,
                                .width = 400,
                                .height = 300,
                                .font = 14,
                                .files = points,
                                .n_files = 1,
                                .labels = labels};
    bool drawn = chart_draw(&chart, kind, engine, image, why);
    g_assert_true(drawn == (*image != NULL) && drawn == (*why == NULL));
    room_is_empty();
    return drawn;
}

static void test_kinds(void)
{
    static const char *const begin[] = {"<?xml", "\x89PNG", "%PDF-1."};
    if (room_without_gnuplot()) {
        return;
    }
    for (enum chart_kind kind = CHART_SVG; kind <= CHART_PDF; kind++) {
        g_autoptr(GBytes) image = NULL;
        g_autofree char *why = NULL;
        if (!draw("", "stringcolumn(3)", "Noor", kind, NULL, &image, &why)) {
            g_error("%s: %s", chart_ending(kind), why);
        }
        g_assert_true(memcmp(g_bytes_get_data(image, NULL), begin[kind], strlen(begin[kind])) == 0);
    }
}

/* The same bytes now and more than a second later: no date in any of them. */
static void test_same_bytes(void)
{
    if (room_without_gnuplot()) {
        return;
    }
    GBytes *first[CHART_PDF + 1], *second = NULL;
    char *why = NULL;
    for (enum chart_kind kind = CHART_SVG; kind <= CHART_PDF; kind++) {
        g_assert_true(draw("", "stringcolumn(3)", "Noor", kind, NULL, &first[kind], &why));
    }
    g_usleep(1200000);
    for (enum chart_kind kind = CHART_SVG; kind <= CHART_PDF; kind++) {
        g_assert_true(draw("", "stringcolumn(3)", "Noor", kind, NULL, &second, &why));
        g_assert_true(g_bytes_equal(first[kind], second));
        g_bytes_unref(first[kind]);
        g_bytes_unref(second);
    }
}

/* What goes wrong when gnuplot itself runs a script. */
static void refused(const char *before, const char *what, const struct gnuplot_engine *engine,
                    const char *reason)
{
    g_autoptr(GBytes) image = NULL;
    g_autofree char *why = NULL;
    if (room_without_gnuplot()) {
        return;
    }
    g_assert_false(draw(before, what, "Noor", CHART_SVG, engine, &image, &why));
    room_says(why, reason);
}

static void test_broken_script(void)
{
    refused("nonsense here", "'x'", NULL, "gnuplot stopped with status 1");
    refused("", "no_such_variable", NULL, "undefined variable");
    refused("", "'another'", NULL, "label \"Noor\" is missing");
    refused("exit", "'x'", NULL, "gnuplot drew nothing");
}

static void test_limits(void)
{
    struct gnuplot_engine small = gnuplot_usual;
    small.bytes_file = 2000;
    refused("", "stringcolumn(3)", &small, "wrote a file of more than 2000 bytes");
    small = gnuplot_usual;
    small.bytes_memory = (size_t)200 << 20;
    refused("array hold[30000000]\narray more[30000000]", "stringcolumn(3)", &small,
            "out of memory");
    small = gnuplot_usual;
    small.seconds_processor = 1;
    refused("while (1) { i = 1 }", "stringcolumn(3)", &small, "1 seconds of processor time");
    small = gnuplot_usual;
    small.seconds = 1;
    refused("pause 60", "stringcolumn(3)", &small, "did not end within 1 seconds");
}

static void test_hypertext(void)
{
    refused("set terminal svg mouse size 400,300", "stringcolumn(3)", NULL, "SVG picture");
}

/* Where a process could be started, both would find their label and be drawn. */
static void test_jail(void)
{
#if defined(__linux__) && defined(__x86_64__)
    refused("heard = system('echo Noor')", "heard", NULL, "gnuplot stopped with status 1");
    refused("heard = \"`echo Noor`\"", "heard", NULL, "gnuplot stopped with status 1");
    refused("stats '< echo 1' nooutput", "stringcolumn(3)", NULL, "gnuplot stopped with status 1");
#else
    g_test_skip("the jail is for x86-64 Linux");
#endif
}

static void unfit(const struct chart *chart, const char *reason)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    g_assert_false(chart_draw(chart, CHART_SVG, NULL, &image, &why));
    g_assert_null(image);
    room_says(why, reason);
    room_is_empty();
}

static void test_unfit(void)
{
    const struct chart_file outside[] = {{"../points.tsv", "1\n"}};
    const struct chart_setting command[] = {{"x = 1; system", 1}}, undefined[] = {{"x", 0.0 / 0.0}};
    struct chart chart = {.script = "no-such-script.gp", .width = 400, .height = 300, .font = 14};
    unfit(&chart, "script could not be read");
    chart.files = outside;
    chart.n_files = 1;
    unfit(&chart, "not fit");
    chart.n_files = 0;
    chart.settings = command;
    chart.n_settings = 1;
    unfit(&chart, "not fit");
    chart.settings = undefined;
    unfit(&chart, "not fit");
    chart.n_settings = 0;
    chart.width = 0;
    unfit(&chart, "not fit");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    room_open();
    g_test_add_func("/chart/draw/kinds", test_kinds);
    g_test_add_func("/chart/draw/same-bytes", test_same_bytes);
    g_test_add_func("/chart/draw/broken-script", test_broken_script);
    g_test_add_func("/chart/draw/limits", test_limits);
    g_test_add_func("/chart/draw/hypertext", test_hypertext);
    g_test_add_func("/chart/draw/jail", test_jail);
    g_test_add_func("/chart/draw/unfit", test_unfit);
    return room_close(g_test_run());
}
