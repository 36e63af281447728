/* Dates as people type them. */

#include "foreign/date.h"

#include <glib.h>

struct dated {
    const char *text;
    enum date_got got;
    const char *date;
};

static void check(struct date_column *column, const struct dated *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char date[DATE_ROOM] = "";

        g_test_message("%s", cases[i].text);
        g_assert_cmpint(date_read(column, cases[i].text, date), ==, cases[i].got);
        g_assert_cmpstr(date, ==, cases[i].date);
    }
}

static void test_forms(void)
{
    static const struct dated cases[] = {
        {"2024-03-05", DATE_READ, "2024-03-05"},
        {"2024/3/5", DATE_READ, "2024-03-05"},
        {"5-3-2024", DATE_READ, "2024-03-05"},
        {"05-03-2024", DATE_READ, "2024-03-05"},
        {"5.3.2024", DATE_READ, "2024-03-05"},
        {" 31-12-2024 ", DATE_READ, "2024-12-31"},
        {"2016-11-27 01:57:26", DATE_READ, "2016-11-27"},
        {"2016-11-27T01:57:26.250Z", DATE_READ, "2016-11-27"},
        {"6-9-2018 0:06:16", DATE_READ, "2018-09-06"},
        {"29-2-2024", DATE_READ, "2024-02-29"},
        {"5/5/2024", DATE_READ, "2024-05-05"},
        {"29-2-2023", DATE_IMPOSSIBLE, ""},
        {"31-4-2024", DATE_IMPOSSIBLE, ""},
        {"3-25-2024", DATE_IMPOSSIBLE, ""}, /* a dash puts the day first */
        {"0-1-2024", DATE_IMPOSSIBLE, ""},
        {"2024-13-01", DATE_IMPOSSIBLE, ""},
        {"5-3-1024", DATE_IMPOSSIBLE, ""},
        {"13/4/2024", DATE_EITHER, ""}, /* not counted beforehand: a column that tells nothing */
        {"13/14/2024", DATE_IMPOSSIBLE, ""},
        {"3/4/2024", DATE_EITHER, ""},
        {"", DATE_NOT, ""},
        {"5-3-24", DATE_NOT, ""},
        {"5 maart 2024", DATE_NOT, ""},
        {"2024", DATE_NOT, ""},
        {"5-3/2024", DATE_NOT, ""},
        {"5-3-2024x", DATE_NOT, ""},
        {"5-3-2024 om 9 uur", DATE_NOT, ""},
        {"45356", DATE_NOT, ""},
    };
    struct date_column column = {0};

    check(&column, cases, G_N_ELEMENTS(cases));
}

static void test_order(void)
{
    static const struct dated days[] = {{"3/4/2024", DATE_READ, "2024-04-03"},
                                        {"13/4/2024", DATE_READ, "2024-04-13"},
                                        {"4/13/2024", DATE_IMPOSSIBLE, ""}};
    static const struct dated months[] = {{"3/4/2024", DATE_READ, "2024-03-04"},
                                          {"3-4-2024", DATE_READ, "2024-04-03"},
                                          {"13/4/2024", DATE_IMPOSSIBLE, ""}};
    struct date_column column = {0};

    date_count(&column, "3/4/2024");
    date_count(&column, "13/4/2024");
    date_settle(&column);
    check(&column, days, G_N_ELEMENTS(days));
    date_count(&column, "4/13/2024");
    date_count(&column, "4/14/2024");
    date_settle(&column);
    check(&column, months, G_N_ELEMENTS(months));
}

/* Behind what was looked at, the outcome may turn; a cell that was counted is counted once. */
static void test_turned(void)
{
    struct date_column column = {0};
    char date[DATE_ROOM];

    date_count(&column, "13/4/2024");
    date_count(&column, "14/4/2024");
    date_count(&column, "4/13/2024");
    date_settle(&column);
    g_assert_cmpint(date_read(&column, "13/4/2024", date), ==, DATE_READ);
    g_assert_cmpint(date_read(&column, "14/4/2024", date), ==, DATE_READ);
    g_assert_cmpint(date_read(&column, "4/13/2024", date), ==, DATE_IMPOSSIBLE);
    g_assert_cmpint(date_read(&column, "4/14/2024", date), ==, DATE_IMPOSSIBLE);
    g_assert_cmpint(date_read(&column, "4/15/2024", date), ==, DATE_TURNED);
}

/* What a look ahead left open: whether it was met, and by which cell it is to be known. */
static void test_torn(void)
{
    struct date_column column = {0};

    g_assert_false(date_is_torn(&column));
    g_assert_true(date_is_open(&column, "najaar"));
    g_assert_false(date_is_open(&column, ""));
    date_count(&column, "2024-04-03");
    date_count(&column, "3-4-2024");
    g_assert_false(date_is_torn(&column) || date_is_clear(&column));
    g_assert_false(date_is_open(&column, "3-4-2024") || date_is_open(&column, "5/5/2024"));
    g_assert_true(date_is_open(&column, "3/4/2024") && date_is_open(&column, "13/4/2024"));
    date_count(&column, "3/4/2024");
    g_assert_true(date_is_torn(&column));
    date_count(&column, "13/4/2024");
    g_assert_true(date_is_clear(&column));
    date_count(&column, "4/13/2024");
    g_assert_true(date_is_torn(&column));
    date_forget(&column);
    date_count(&column, "najaar");
    g_assert_true(date_is_torn(&column));
}

static void test_words(void)
{
    struct date_column column = {0};

    g_assert_false(date_is_words(&column));
    date_count(&column, "");
    date_count(&column, "najaar");
    g_assert_true(date_is_words(&column));
    date_count(&column, "5-3-2024");
    g_assert_false(date_is_words(&column));
}

static void test_told(void)
{
    static const struct dated cases[] = {{"3-4-2024", DATE_READ, "2024-03-04"},
                                         {"3/4/2024", DATE_READ, "2024-03-04"}};
    struct date_column column = {.order = DATE_MONTH_FIRST, .told = true};

    date_settle(&column);
    check(&column, cases, G_N_ELEMENTS(cases));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/date/forms", test_forms);
    g_test_add_func("/date/order", test_order);
    g_test_add_func("/date/turned", test_turned);
    g_test_add_func("/date/torn", test_torn);
    g_test_add_func("/date/words", test_words);
    g_test_add_func("/date/told", test_told);
    return g_test_run();
}
