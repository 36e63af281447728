/* Which sign is the decimal mark of a column, and what its cells are then. */

#include "foreign/decimal.h"

#include <glib.h>
#include <math.h>

static void test_shape(void)
{
    static const struct {
        const char *text;
        enum decimal_shape shape;
    } cases[] = {
        {"0", DECIMAL_WHOLE},
        {"-12", DECIMAL_WHOLE},
        {" 7 ", DECIMAL_WHOLE},
        {"7\u00a0", DECIMAL_WHOLE},
        {"1e5", DECIMAL_WHOLE},
        {"12.5", DECIMAL_SAYS_POINT},
        {"5.", DECIMAL_SAYS_POINT},
        {".5", DECIMAL_SAYS_POINT},
        {"12,5", DECIMAL_SAYS_COMMA},
        {"-,25", DECIMAL_SAYS_COMMA},
        {"12,5e3", DECIMAL_SAYS_COMMA},
        {"1.234", DECIMAL_EITHER_POINT},
        {"+123,456", DECIMAL_EITHER_COMMA},
        {"0.435", DECIMAL_SAYS_POINT}, /* no thousands begin with a 0 */
        {"0,435", DECIMAL_SAYS_COMMA},
        {"1234.567", DECIMAL_SAYS_POINT},
        {"1.234e3", DECIMAL_SAYS_POINT},
        {"1.234.567", DECIMAL_SAYS_COMMA}, /* points that can only be thousands */
        {"1,234,567", DECIMAL_SAYS_POINT},
        {"1.234,5", DECIMAL_SAYS_COMMA},
        {"1,234.567", DECIMAL_SAYS_POINT},
        {"1.234.567,89", DECIMAL_SAYS_COMMA},
        {"", DECIMAL_WRONG},
        {".", DECIMAL_WRONG},
        {",", DECIMAL_WRONG},
        {"-", DECIMAL_WRONG},
        {"1\u202f000", DECIMAL_WRONG},
        {"1 000", DECIMAL_WRONG},
        {"1.23.456", DECIMAL_WRONG},
        {"1,23,4", DECIMAL_WRONG},
        {"1.234,567,8", DECIMAL_WRONG},
        {"12.34,5", DECIMAL_WRONG},
        {"1234.567,8", DECIMAL_WRONG},
        {"1.2e", DECIMAL_WRONG},
        {"0x1.8", DECIMAL_WRONG},
        {"inf", DECIMAL_WRONG},
        {"nan", DECIMAL_WRONG},
        {"12 s", DECIMAL_WRONG},
        {"1e400", DECIMAL_WRONG},
        {"0.0000000000000000000000000000000000000000001", DECIMAL_WRONG}, /* longer than a number */
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].text);
        g_assert_cmpint(decimal_shape(cases[i].text), ==, cases[i].shape);
    }
}

/* A column: its cells counted beforehand or not, then read; NaN where a cell is not read. */
static void check(char delimiter, bool ahead, const char *cells, const double *values, guint n)
{
    struct decimal decimal = {.delimiter = delimiter};
    char **each = g_strsplit(cells, " ", -1);

    for (char **cell = each; ahead && *cell != NULL; cell++)
        decimal_count(&decimal, *cell);
    decimal_settle(&decimal);
    g_assert_cmpuint(g_strv_length(each), ==, n);
    for (guint i = 0; i < n; i++) {
        double value = NAN;
        enum decimal_got got = decimal_read(&decimal, each[i], &value);

        g_test_message("%c %s: %s is %g", delimiter, cells, each[i], value);
        g_assert_true(isnan(values[i]) ? got == DECIMAL_AGAINST : got == DECIMAL_READ);
        g_assert_true(isnan(values[i]) ? isnan(value) : value == values[i]);
    }
    g_strfreev(each);
}

static void test_column(void)
{
    check(';', true, "23.0 1.234", (const double[]){23, 1.234}, 2);
    check(';', true, "1.234 23,0", (const double[]){1234, 23}, 2);
    check(',', true, "1,234 23,0", (const double[]){1.234, 23}, 2);
    check(',', true, "1,234 1,234.5", (const double[]){1234, 1234.5}, 2);
    check(';', true, "1.234 2.000", (const double[]){1234, 2000}, 2);
    check(',', true, "1.234 2.000", (const double[]){1.234, 2}, 2);
    check(';', true, "1,234 5", (const double[]){1.234, 5}, 2);
    check(',', true, "1,234 5", (const double[]){1234, 5}, 2);
    check('\t', true, "1.234 1,234", (const double[]){1.234, 1234}, 2);
    check(';', true, "1.234 1,234", (const double[]){1234, 1.234}, 2);
    check(';', true, "1.5 2,5 3,5 1.000", (const double[]){NAN, 2.5, 3.5, 1000}, 4);
    check(';', true, "1,5 2.5 3.5 1.000", (const double[]){NAN, 2.5, 3.5, 1}, 4);
    check(';', true, "1,5 2.5", (const double[]){1.5, NAN}, 2);
    check(',', true, "1,5 2.5", (const double[]){NAN, 2.5}, 2);
    check(';', true, "1.234.567 1.234", (const double[]){1234567, 1234}, 2);
    check(',', false, "12,5 1,250 2.5", (const double[]){12.5, 1.25, NAN}, 3);
}

/* Behind what was looked at, the outcome may turn: that is said, not read. */
static void test_turned(void)
{
    struct decimal decimal = {.delimiter = ';'};
    double value = 42;

    decimal_count(&decimal, "1.234");
    decimal_settle(&decimal);
    g_assert_true(decimal_is_assumed(&decimal));
    g_assert_cmpint(decimal_read(&decimal, "1.234", &value), ==, DECIMAL_READ);
    g_assert_true(value == 1234);
    g_assert_cmpint(decimal_read(&decimal, "2.5", &value), ==, DECIMAL_TURNED);
    g_assert_true(value == 1234);
}

/* What a look ahead left open. */
static void test_torn(void)
{
    struct decimal decimal = {.delimiter = ';'};

    decimal_count(&decimal, "12");
    g_assert_false(decimal_is_torn(&decimal) || decimal_is_clear(&decimal));
    g_assert_true(decimal_has_mark("1.234") && decimal_has_mark("2,5"));
    g_assert_false(decimal_has_mark("12") || decimal_has_mark("1.2.3") || decimal_has_mark("a.b"));
    decimal_count(&decimal, "1.234");
    g_assert_true(decimal_is_torn(&decimal));
    decimal_count(&decimal, "2.5");
    g_assert_true(decimal_is_clear(&decimal) && !decimal_is_torn(&decimal));
    decimal_count(&decimal, "2,5");
    g_assert_true(decimal_is_torn(&decimal));
    decimal_forget(&decimal);
    decimal_settle(&decimal);
    g_assert_cmpint(decimal.mark, ==, DECIMAL_OPEN);
    g_assert_false(decimal_is_assumed(&decimal));
}

static void test_told(void)
{
    struct decimal decimal = {.delimiter = ';', .mark = DECIMAL_POINT, .told = true};
    double value = 42;

    decimal_settle(&decimal);
    g_assert_cmpint(decimal_read(&decimal, "1.234", &value), ==, DECIMAL_READ);
    g_assert_true(value == 1.234);
    g_assert_cmpint(decimal_read(&decimal, "2,5", &value), ==, DECIMAL_AGAINST);
    g_assert_cmpint(decimal_read(&decimal, "2,5", &value), ==, DECIMAL_AGAINST);
    g_assert_false(decimal_is_assumed(&decimal));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/decimal/shape", test_shape);
    g_test_add_func("/decimal/column", test_column);
    g_test_add_func("/decimal/turned", test_turned);
    g_test_add_func("/decimal/torn", test_torn);
    g_test_add_func("/decimal/told", test_told);
    return g_test_run();
}
