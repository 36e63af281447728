/* Numbers and times as people write them in a spreadsheet. */

#include "foreign/clock.h"
#include "ingest/extent.h"

#include <glib.h>
#include <math.h>

static void test_right(void)
{
    static const struct {
        const char *text;
        enum clock_kind kind;
        double value;
    } cases[] = {
        {"12", CLOCK_NUMBER, 12},          {"12.5", CLOCK_NUMBER, 12.5},
        {"12,5", CLOCK_NUMBER, 12.5},      {"1,2345", CLOCK_NUMBER, 1.2345},
        {"00:00:01,500", CLOCK_TIME, 1.5}, {"0,25", CLOCK_NUMBER, .25},
        {"1234,5", CLOCK_NUMBER, 1234.5},  {"0:00", CLOCK_TIME, 0},
        {"1:05", CLOCK_TIME, 65},          {"01:02:03", CLOCK_TIME, 3723},
        {"00:00:01,5", CLOCK_TIME, 1.5},   {"1:00:00.25", CLOCK_TIME, 3600.25},
        {"90:00", CLOCK_TIME, 5400},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        double value = NAN;
        struct decimal column = {.delimiter = ','};

        g_assert_cmpint(clock_read(cases[i].text, &column, &value), ==, cases[i].kind);
        g_assert_true(value == cases[i].value);
    }
}

/* A clock time is the number nearest to it, as if somebody had written the seconds. */
static void test_nearest(void)
{
    for (int i = 0; i < 3600000; i += 7) {
        struct decimal column = {.delimiter = ','};
        char text[32];
        double value = NAN;

        g_snprintf(text, sizeof text, "%d:%02d.%03d", i / 60000, i / 1000 % 60, i % 1000);
        g_assert_cmpint(clock_read(text, &column, &value), ==, CLOCK_TIME);
        g_assert_true(value == (double)i / 1000);
        g_assert_cmpuint(column.rounded.count, ==, 0);
    }
}

static void test_wrong(void)
{
    static const char *const texts[] = {
        "",   "1.234.5", "1,2,3",  "12 s",  "a",    "1:60",  "1:2:60", "1:60:00", "1:2:3:4", ":",
        "1:", ":05",     "1.5:00", "-1:00", "1:-5", "1e400", "1 :05",  "1:00:61", "0x10"};

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        double value = 42;
        struct decimal column = {.delimiter = ','};

        g_assert_cmpint(clock_read(texts[i], &column, &value), ==, CLOCK_WRONG);
        g_assert_true(value == 42);
    }
}

static bool is_fine(double start, double end)
{
    const double extent[] = {start, end};
    struct extent_fault fault = {NULL, NULL, false};
    bool fine = extent_is_fine(extent, &fault);

    g_assert_true(fine == (fault.what == NULL));
    return fine;
}

static void test_extent(void)
{
    char text[EXTENT_ROOM];
    double open[2] = {12.5, NAN};
    double both[2] = {0, 1e9 + .5};

    g_assert_true(is_fine(NAN, NAN));
    g_assert_true(is_fine(3, 3));
    g_assert_true(is_fine(5, NAN));
    g_assert_false(is_fine(5, 4));
    g_assert_false(is_fine(-1, 4));
    g_assert_false(is_fine(NAN, -4));
    extent_name(text, open);
    g_assert_cmpstr(text, ==, "12.5-");
    extent_name(text, both);
    g_assert_cmpstr(text, ==, "0-1000000000.5");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/clock/right", test_right);
    g_test_add_func("/clock/nearest", test_nearest);
    g_test_add_func("/clock/wrong", test_wrong);
    g_test_add_func("/clock/extent", test_extent);
    return g_test_run();
}
