/* Cells of others in a terminal, in Markdown, in a spreadsheet and in our own tables. */

#include "table/guard.h"

#include <glib.h>

static void is(char *text, const char *expected)
{
    g_assert_cmpstr(text, ==, expected);
    g_free(text);
}

static void test_formula(void)
{
    static const char *const formulas[] = {
        "=1+1", "+1",  "-1",  "@SUM(A1)", "\t=1",     "\rx",      " =1",     "\v=1", "＝1", "＋1",
        "－1",  "＠x", "\tx", "\n-",      "\u200b=1", "\u00a0=1", "\ufeff@", "'=1",  "''-"};
    static const char *const plain[] = {"",  "oordelen",   "1-1", "a=b",      "   ",
                                        "–", "5 van de 7", "'",   "'s avonds"};

    for (size_t i = 0; i < G_N_ELEMENTS(formulas); i++) {
        char *expected = g_strconcat("'", formulas[i], NULL);

        g_assert_cmpstr(guard_unguarded(expected), ==, formulas[i]);
        is(guard_formula(formulas[i]), expected);
        g_free(expected);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++) {
        g_assert_true(guard_unguarded(plain[i]) == plain[i]);
        is(guard_formula(plain[i]), plain[i]);
    }
}

static void test_rewritten(void)
{
    static const char *const rewritten[] = {"00123",   "1.10",     "0,5",       "1.234,5",
                                            "1e5",     "1.",       ".5",        "1234567890123456",
                                            "3-4",     "3/4",      "12-14",     "2024-04",
                                            "04-2024", "1-2-3",    "3-4-2024",  "2024-04-03",
                                            "2:12",    "10:04:59", " 3-4 ",     "mei 2024",
                                            "3 apr",   "JAN-22",   "3-4 10:00", "4 maart 2024"};
    static const char *const kept[] = {
        "17", "0", "2024", "2023-2024", "23-24", "1-100", "1 000",     "3-4a",    "les 3",
        "3-", "-", "...",  "1-2-3-4",   "mei",   "Mei W", "Janneke 4", "5 van 7", "2024-13"};

    for (size_t i = 0; i < G_N_ELEMENTS(rewritten); i++) {
        char *expected = g_strconcat("'", rewritten[i], NULL);

        is(guard_cell(rewritten[i]), expected);
        g_assert_cmpstr(guard_unguarded(expected), ==, rewritten[i]);
        g_free(expected);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++)
        g_assert_false(guard_is_rewritten(kept[i]));
}

static void test_quote(void)
{
    GString *line = g_string_new(NULL);

    guard_quote(line, "a,b", ';');
    guard_quote(line, "a;b", ';');
    guard_quote(line, "zei \"ja\"", ';');
    guard_quote(line, "een\ntwee", ';');
    guard_quote(line, " ja", ';');
    guard_quote(line, "nee ", ';');
    guard_quote(line, "", ';');
    g_assert_cmpstr(line->str, ==, "a,b\"a;b\"\"zei \"\"ja\"\"\"\"een\ntwee\"\" ja\"\"nee \"");
    g_string_free(line, TRUE);
}

static void test_line(void)
{
    is(guard_line("een\ntwee\tdrie\x1b[31m ", 60), "een twee drie [31m");
    is(guard_line("abcdef", 6), "abcdef");
    is(guard_line("abcdefg", 6), "abcde…");
    is(guard_line("漢字漢字", 5), "漢字…");
    is(guard_line("", 5), "");
    g_assert_cmpuint(guard_width("Zoë"), ==, 3);
    g_assert_cmpuint(guard_width("漢字"), ==, 4);
    g_assert_cmpuint(guard_width("e\u0301"), ==, 1);
}

static void test_markdown(void)
{
    is(guard_markdown("a|b"), "a\\|b");
    is(guard_markdown("*vet* _schuin_ `code` [x](y)"),
       "\\*vet\\* \\_schuin\\_ \\`code\\` \\[x\\](y)");
    is(guard_markdown("<b>&amp;"), "&lt;b>&amp;amp;");
    is(guard_markdown("een\ntwee"), "een twee");
}

static void test_escape(void)
{
    is(guard_escape("een\ttwee\ndrie\r\\"), "een\\ttwee\\ndrie\\r\\\\");
    is(guard_escape(".geweigerd"), "\\.geweigerd");
    is(guard_escape("a.b"), "a.b");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/table/guard/formula", test_formula);
    g_test_add_func("/table/guard/rewritten", test_rewritten);
    g_test_add_func("/table/guard/quote", test_quote);
    g_test_add_func("/table/guard/line", test_line);
    g_test_add_func("/table/guard/markdown", test_markdown);
    g_test_add_func("/table/guard/escape", test_escape);
    return g_test_run();
}
