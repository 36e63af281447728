/* Numbers as text: what is a number, and the shortest text that reads back equal. */

#include "table/number.h"
#include "table/number_short.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static void assert_written(double value, const char *text)
{
    char written[NUMBER_ROOM];
    int length = number_write(written, value);

    g_assert_cmpstr(written, ==, text);
    g_assert_cmpint(length, ==, (int)strlen(text));
}

static void test_write(void)
{
    assert_written(0, "0");
    assert_written(-0.0, "0");
    assert_written(5, "5");
    assert_written(-12, "-12");
    assert_written(0.1, "0.1");
    assert_written(-0.25, "-0.25");
    assert_written(1.0 / 3, "0.3333333333333333");
    assert_written(0.1 + 0.2, "0.30000000000000004");
    assert_written(1e-5, "1e-05");
    assert_written(1e9 + 0.5, "1000000000.5");
    assert_written(1e9 + 0.1, "1000000000.1");
    assert_written(999999999999999, "999999999999999");
    assert_written(1e15, "1e+15");
    assert_written(NAN, "");
    assert_written(INFINITY, "");
    assert_written(-INFINITY, "");
}

/* Every double that is written reads back to the same bits; offsets of 1e9 lose nothing. */
static void test_round_trip(void)
{
    uint64_t state = 20220401;
    char text[NUMBER_ROOM];

    for (int i = 0; i < 200000; i++) {
        double value;
        double read;

        state = state * 6364136223846793005U + 1442695040888963407U;
        memcpy(&value, &state, sizeof value);
        if (i % 2 == 0)
            value = 1e9 + (double)(state >> 11) * 0x1p-53;
        if (!(fabs(value) <= 1e300))
            continue;
        g_assert_cmpint(number_write(text, value), <, NUMBER_ROOM);
        g_assert_true(number_read(text, &read));
        g_assert_true(read == value);
    }
}

/* No shorter text reads back equal: one digit less is another number. */
static void test_shortest(void)
{
    char text[NUMBER_ROOM];

    for (int i = 1; i < 1000; i++) {
        double value = (double)i / 1000;
        char *plain = g_strdup_printf("0.%03d", i);

        while (plain[strlen(plain) - 1] == '0')
            plain[strlen(plain) - 1] = '\0';
        number_write(text, value);
        g_assert_cmpstr(text, ==, plain);
        g_free(plain);
    }
}

static void test_read(void)
{
    static const struct {
        const char *text;
        double value;
    } fine[] = {{"0", 0},
                {"12", 12},
                {"-3.5", -3.5},
                {"+7", 7},
                {"1e3", 1e3},
                {"2E-2", .02},
                {".5", .5},
                {"1e300", 1e300},
                {"007", 7},
                {"5.", 5},
                {"1000000000.5", 1000000000.5}};

    for (size_t i = 0; i < G_N_ELEMENTS(fine); i++) {
        double value = NAN;

        g_assert_true(number_read(fine[i].text, &value));
        g_assert_true(value == fine[i].value);
    }
}

static void test_keeps(void)
{
    static const char *const kept[] = {"0",
                                       "00000000000000000000",
                                       "0e99",
                                       "1e22",
                                       "123456789012345",
                                       "0.30000000000000004",
                                       "9007199254740992",
                                       "9007199254740994",
                                       "1180591620717411303424",
                                       "12.3400000000000000000",
                                       "0.10000000000000001",
                                       "000000000000000000000007.5",
                                       "-0.1",
                                       "0.1000000000000000055511151231257827021181583404541015625",
                                       "1e300"};
    static const char *const rounded[] = {
        "9007199254740993",  "-9007199254740993",         "0.1234567890123456789",
        "12345678901234567", "0.10000000000000000000001", "1e-400",
        "1.2345e-322",       "98765432109876543e-30",     "1180591620717411303425"};
    double value;

    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++) {
        g_assert_true(number_read(kept[i], &value));
        g_assert_true(number_keeps(kept[i], value));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(rounded); i++) {
        g_assert_true(number_read(rounded[i], &value));
        g_assert_false(number_keeps(rounded[i], value));
    }
}

static void test_refuse(void)
{
    static const char *const wrong[] = {
        "",      "12,5",  " 1",  "1 ",    "0x10",     "inf",
        "nan",   "INF",   "NaN", "1e400", "-1e400",   "--1",
        "+-1",   ".",     "-",   "1e",    "e5",       "1e+",
        "1.2.3", "1_0",   "1'0", "٣",     "1d3",      "1f",
        "0b1",   "1e301", "１",  "1\n",   "infinity", "1e99999999999999999999",
        "-."};

    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        double value = 42;

        g_assert_false(number_read(wrong[i], &value));
        g_assert_true(value == 42);
    }
}

static void test_count(void)
{
    static const char *const wrong[] = {
        "", "-1", "+1", "1.0", " 1", "a", "1e3", "0x1f", "9223372036854775808"};
    char text[NUMBER_ROOM];
    int64_t value;

    g_assert_true(number_read_count("0", &value) && value == 0);
    g_assert_true(number_read_count("0012", &value) && value == 12);
    g_assert_true(number_read_count("9223372036854775807", &value) && value == INT64_MAX);
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(number_read_count(wrong[i], &value));
    g_assert_cmpint(number_write_count(text, INT64_MIN), ==, 20);
    g_assert_cmpstr(text, ==, "-9223372036854775808");
    g_assert_cmpint(number_write_count(text, INT64_MAX), ==, 19);
    g_assert_cmpstr(text, ==, "9223372036854775807");
    g_assert_cmpint(number_write_count(text, 0), ==, 1);
    g_assert_cmpstr(text, ==, "0");
}

/* Numbers of up to eight bytes as a word: the same as the plain way, or not taken. */
static void test_eight(void)
{
    static const char signs[] = "0123456789.,-+e ";
    GRand *rand = g_rand_new_with_seed(20220401);

    for (int round = 0; round < 200000; round++) {
        char text[32] = "";
        size_t length = (size_t)g_rand_int_range(rand, 0, 11);
        struct number_short number;
        double value;

        for (size_t i = 0; i < length; i++)
            text[i] = signs[g_rand_int_range(rand, 0, g_rand_int_range(rand, 0, 4) ? 11 : 16)];
        if (!number_read_eight(text, length, '.', &number))
            continue;
        g_assert_true(number_read(text, &value));
        g_assert_cmpint(number.micro, ==, llround(value * 1e6));
        g_assert_cmpuint(number.whole + number.places + number.marked, ==, length);
    }
    g_rand_free(rand);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/number/write", test_write);
    g_test_add_func("/number/round-trip", test_round_trip);
    g_test_add_func("/number/shortest", test_shortest);
    g_test_add_func("/number/read", test_read);
    g_test_add_func("/number/keeps", test_keeps);
    g_test_add_func("/number/refuse", test_refuse);
    g_test_add_func("/number/count", test_count);
    g_test_add_func("/number/eight", test_eight);
    return g_test_run();
}
