#include "chart_room.h"

#include <signal.h>

/* A gnuplot that misbehaves: a shell script in its place. It may start no process (the jail), so it
 * is made of builtins and exec. */

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\">"

struct stub {
    const char *does;
    const char *reason; /* NULL: the picture is good */
};

static const struct stub stubs[] = {
    {"printf '" SVG "<text>Noor</text></svg>' > picture", NULL},
    {"exit 0", "gnuplot drew nothing"},
    {": > picture", "gnuplot drew nothing"},
    {"exec ln -s /etc/hostname picture", "gnuplot drew nothing"},
    {"exec mkdir picture", "gnuplot drew nothing"},
    {"exit 1", "gnuplot stopped with status 1"},
    {"echo 'first line' >&2; echo '  no such thing\t' >&2; echo >&2; exit 7",
     "gnuplot stopped with status 7: no such thing"},
    {"kill -9 $$", "gnuplot was ended by signal 9"},
    {"exec sleep 60", "did not end within 1 seconds and was stopped"},
    {"exec 2>&-; exec sleep 60", "did not end within 1 seconds and was stopped"},
    {"trap '' TERM INT HUP; while :; do :; done", "did not end within 1 seconds"},
    {"while :; do printf 'no end of it\\n' >&2; done", "did not end within 1 seconds"},
    {"while :; do printf 'xxxxxxxxxxxxxxxx'; done > picture", "more than 100000 bytes"},
    {"printf '" SVG "<text>Noor</text>' > picture", "broken or incomplete"},
    {"printf '" SVG "<text>No' > picture", "broken or incomplete"},
    {"printf '" SVG "<text>Noor</text></svg>rest' > picture", "broken or incomplete"},
    {"printf '" SVG "</svg>' > picture", "label \"Noor\" is missing"},
    {"printf '" SVG "<text>Noor</text><script/></svg>' > picture", "element \"script\""},
    {"printf 'nothing like it' > picture", "broken or incomplete"},
    {"mkdir() { :; }; : > driver.gp; : > .cache; exit 3", "status 3"},
};

static const struct gnuplot_engine strict = {
    .seconds = 1, .seconds_processor = 20, .bytes_memory = (size_t)1 << 30, .bytes_file = 100000};

static bool stub_draw(const char *program, GBytes **image, char **why)
{
    static const char *const labels[] = {"Noor", NULL};
    g_autofree char *script = room_put("script.gp", "plot 1\n", 0600);
    struct gnuplot_engine engine = strict;
    engine.program = program;
    const struct chart chart = {
        .script = script, .width = 400, .height = 300, .font = 14, .labels = labels};
    bool drawn = chart_draw(&chart, CHART_SVG, &engine, image, why);
    room_is_empty();
    return drawn;
}

static void test_stub(gconstpointer data)
{
    const struct stub *stub = data;
    g_autofree char *text = g_strconcat("#!/bin/sh\n", stub->does, "\n", NULL);
    g_autofree char *program = room_put("stub", text, 0700);
    g_autoptr(GBytes) image = NULL;
    g_autofree char *why = NULL;
    gint64 start = g_get_monotonic_time();
    bool drawn = stub_draw(program, &image, &why);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 20000000);
    if (stub->reason == NULL) {
        g_assert_true(drawn && image != NULL && why == NULL);
    } else {
        g_assert_true(!drawn && image == NULL);
        room_says(why, stub->reason);
        g_assert_null(strchr(why, '\n'));
    }
}

static void test_absent(void)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    g_assert_false(stub_draw("/no/such/gnuplot", &image, &why));
    room_says(why, "gnuplot is not installed (no program \"/no/such/gnuplot\")");
    g_free(why);
    g_assert_false(stub_draw("no-such-gnuplot", &image, &why));
    room_says(why, "gnuplot is not installed");
}

static void test_not_a_program(void)
{
    GBytes *image = NULL;
    g_autofree char *why = NULL;
    g_autofree char *program = room_put("stub", "#!/bin/sh\n", 0600);
    g_assert_false(stub_draw(program, &image, &why));
    room_says(why, "gnuplot could not be started");
}

/* Nothing of our environment reaches gnuplot, and its HOME is the folder it runs in. */
static void test_environment(void)
{
    g_setenv("GNUPLOT_LIB", "lib", TRUE);
    g_setenv("GDFONTPATH", "fonts", TRUE);
    g_autofree char *program =
        room_put("stub",
                 "#!/bin/sh\n[ -z \"$GNUPLOT_LIB$GDFONTPATH$TMPDIR\" ] && [ \"$LC_ALL\" = C ] &&\n"
                 "[ \"$HOME\" = \"$PWD\" ] && [ \"$*\" = '-d driver.gp' ] &&\n"
                 "printf '" SVG "<text>Noor</text></svg>' > picture\n",
                 0700);
    g_autofree char *why = NULL;
    g_autoptr(GBytes) image = NULL;
    if (!stub_draw(program, &image, &why)) {
        g_error("%s", why);
    }
}

/* A caller that ignores SIGCHLD never learns how gnuplot ended: the picture decides. */
static void test_ignored_child(void)
{
    signal(SIGCHLD, SIG_IGN);
    test_stub(&stubs[0]);
    test_stub(&stubs[1]);
    signal(SIGCHLD, SIG_DFL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    room_open();
    for (size_t i = 0; i < G_N_ELEMENTS(stubs); i++) {
        g_autofree char *name = g_strdup_printf("/chart/stub/%02zu", i + 1);
        g_test_add_data_func(name, &stubs[i], test_stub);
    }
    g_test_add_func("/chart/stub/absent", test_absent);
    g_test_add_func("/chart/stub/not-a-program", test_not_a_program);
    g_test_add_func("/chart/stub/environment", test_environment);
    g_test_add_func("/chart/stub/ignored-child", test_ignored_child);
    return room_close(g_test_run());
}
