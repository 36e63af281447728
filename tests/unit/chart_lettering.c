#include "chart/legend.h"
#include "chart/lettering.h"
#include "chart/side.h"

#include <math.h>
#include <stdbool.h>

static void cleans(const char *typed, const char *shown)
{
    g_autofree char *clean = lettering_clean(typed);
    g_assert_cmpstr(clean, ==, shown);
    g_autofree char *again = lettering_clean(clean);
    g_assert_cmpstr(again, ==, shown);
}

static void test_clean(void)
{
    /* Between the words: U+202E, as bytes, so that this file reads from left to right. */
    static const char right_to_left[] = {'t',        'u', 'r', 'n', ' ', (char)0xE2, (char)0x80,
                                         (char)0xAE, 'r', 'o', 'u', 'n', 'd',        0};
    cleans(NULL, "");
    cleans("", "");
    cleans(" \t\r\n ", "");
    cleans("_ ^ { } @ & ~ % < > ' # , ; | ` $(x) é ï ’",
           "_ ^ { } @ & ~ % < > ' # , ; | ` $(x) é ï ’");
    cleans("say \"no\"", "say ”no”");
    cleans("C:\\new\\t", "C:∖new∖t");
    cleans("two\nlines\tand\r\na bell\a.", "two lines and a bell .");
    cleans("  wide   open  ", "wide open");
    cleans("\u00A0no\u00A0break\u2028", "no break");
    cleans("caf\xE9 \xFF", "caf\xEF\xBF\xBD \xEF\xBF\xBD");
    cleans("a ]]> b ]> c", "a ]]› b ]> c");
    cleans("x\xEF\xBF\xBE y\xEF\xBB\xBFz", "x yz");
    cleans(right_to_left, "turn round");
    cleans("]\xEF\xBB\xBF]>", "]]›");
}

static void test_width(void)
{
    g_assert_cmpfloat(lettering_width(""), ==, 0);
    g_assert_cmpfloat(fabs(lettering_width("Opleggen") - 4.834), <, 1e-9);
    g_assert_cmpfloat(lettering_width("iiii"), <, lettering_width("WW"));
    g_assert_cmpfloat(lettering_width("e\xCC\x81"), ==, lettering_width("e"));
    g_assert_cmpfloat(lettering_width("漢字"), ==, 2);
    g_assert_cmpfloat(lettering_width_bold("a"), >, lettering_width("a"));
}

static void test_fit(void)
{
    static const char text[] = "Werkplekbegeleider met een lange naam ë";
    g_autofree char *whole = lettering_fit(text, 60);
    g_assert_cmpstr(whole, ==, text);
    for (int tenths = 10; tenths < 250; tenths++) {
        double em = tenths / 10.0;
        g_autofree char *cut = lettering_fit(text, em);
        g_assert_cmpfloat(lettering_width(cut), <=, em);
        g_assert_true(g_utf8_validate(cut, -1, NULL));
        g_assert_true(g_str_equal(cut, text) || g_str_has_suffix(cut, "…"));
        g_assert_false(g_str_has_suffix(cut, " …"));
    }
}

/* The lines joined by a bar. */
static void wraps(const char *text, double em, const char *lines)
{
    g_auto(GStrv) wrapped = lettering_wrap(text, em);
    g_autofree char *joined = g_strjoinv("|", wrapped);
    g_assert_cmpstr(joined, ==, lines);
    for (char **line = wrapped; *line != NULL; line++) {
        g_assert_true(lettering_width(*line) <= em || g_utf8_strlen(*line, -1) == 1);
    }
}

static void test_wrap(void)
{
    wraps("", 10, "");
    wraps("sturend →", 10, "sturend →");
    wraps("De inbreng van de lerende", 10, "De inbreng|van de lerende");
    wraps("Mijn werkplek biedt mij lesmateriaal van collega’s.", 24,
          "Mijn werkplek biedt mij|lesmateriaal van collega’s.");
    wraps("Onafgebroken", 4, "Onafge|broken");
    wraps("één woord-zonder-einde", 5, "één|woord-|zonder|-einde");
    wraps("WW", 0.1, "W|W");
    g_auto(GStrv) bold = lettering_wrap_bold("aan het eind", 5);
    for (char **line = bold; *line != NULL; line++) {
        g_assert_cmpfloat(lettering_width_bold(*line), <=, 5);
    }
    g_assert_cmpfloat(lettering_width_lines(bold), ==, lettering_width("aan het"));
}

/* Shades run from dark to light to dark along the axis, and no two codes share one. */
static void test_shades(void)
{
    enum side sides[12];
    double shades[12];
    for (size_t n_first = 0; n_first <= 12; n_first++) {
        for (size_t i = 0; i < 12; i++) {
            sides[i] = i < n_first ? SIDE_FIRST : SIDE_LAST;
        }
        side_shades(sides, 12, shades);
        for (size_t i = 0; i < 12; i++) {
            g_assert_true(fabs(shades[i]) <= 1 && fabs(shades[i]) >= 0.19);
            g_assert_true((shades[i] < 0) == (i < n_first));
            g_assert_true(i == 0 || shades[i] > shades[i - 1] + 0.05);
        }
    }
    sides[3] = SIDE_NEITHER;
    side_shades(sides, 12, shades);
    g_assert_cmpfloat(shades[3], ==, 0);
    side_shades(sides, 0, NULL);
}

/* Every item lies within the width, none on another, and the order runs down and to the right. */
static void test_legend(void)
{
    static const char *const labels[] = {"Openstellen", "Doorvragen", "Ordenen", "Adviseren", "Ja"};
    static const enum side sides[] = {SIDE_FIRST, SIDE_FIRST, SIDE_NEITHER, SIDE_LAST, SIDE_LAST};
    struct legend legend;
    legend_start(&legend, labels, sides, 5);
    for (int width = 9; width < 60; width++) {
        legend_place(&legend, width);
        g_assert_cmpfloat(legend.width, <=, width);
        for (size_t i = 1; i < 5; i++) {
            const struct legend_item *item = &legend.items[i], *before = item - 1;
            bool below = item->x == before->x && item->y >= before->y + legend_line - 1e-9;
            double ends = before->x + legend_indent + lettering_width(before->label);
            g_assert_true(below || (item->x > ends && item->y <= before->y));
        }
    }
    g_assert_cmpuint(legend.n_lines, ==, 1);
    legend_end(&legend);
    legend_start(&legend, NULL, NULL, 0);
    legend_place(&legend, 10);
    g_assert_cmpuint(legend.n_lines, ==, 0);
    legend_end(&legend);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/lettering/clean", test_clean);
    g_test_add_func("/chart/lettering/width", test_width);
    g_test_add_func("/chart/lettering/fit", test_fit);
    g_test_add_func("/chart/lettering/wrap", test_wrap);
    g_test_add_func("/chart/lettering/shades", test_shades);
    g_test_add_func("/chart/lettering/legend", test_legend);
    return g_test_run();
}
