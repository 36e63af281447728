/* What is valid UTF-8 and what is free of control characters, many bytes at a time, held to GLib
 * and to a look at each character. */

#include "table/controls.h"
#include "table/damage.h"
#include "table/encoding.h"

#include <string.h>

static size_t ascii_slowly(const char *text, size_t n)
{
    size_t at = 0;

    while (at < n && text[at] > 0)
        at++;
    return at;
}

/* Up to the first control character, or the first letter that is damaged or cannot be told. */
static size_t clean_slowly(const char *text, size_t n, size_t valid)
{
    size_t stop = controls_span(text, valid);
    size_t at = 0;

    while (at < stop && ((text[at] & 0x80) == 0 || !damage_may_be(text + at) ||
                         !damage_is_near(text + at, n - at)))
        at += (size_t)g_utf8_skip[(unsigned char)text[at]];
    return at;
}

static void test_random(void)
{
    static const char *const pieces[] = {
        "a",        "een twee drie", "\n",           "\t",
        "\r",       "\x01",          "\x7f",         "\xc2\x85",
        "\xc2\xa0", "\xc3\xa9",      "\xe2\x80\xa6", "\xf0\x9f\x92\xac",
        "\xc3\x83", "\xc2\xa9",      "\xc3\xa2",     "\xef\xbf\xbd",
        "\xed\xa0", "\xc0\x80",      "\xf4\x90\x80", "\xe0\x80",
        "\xff",     "\xe2\x80"};
    GRand *rand = g_rand_new_with_seed(20220401);
    GString *text = g_string_new(NULL);

    for (int round = 0; round < 30000; round++) {
        gsize wanted = (gsize)g_rand_int_range(rand, 0, 300);
        gint32 wild = g_rand_int_range(rand, 0, 30);
        const char *stop;
        size_t valid;

        g_string_truncate(text, 0);
        while (text->len < wanted)
            g_string_append(text, pieces[g_rand_int_range(rand, 0, 1000) < wild
                                             ? g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))
                                             : g_rand_int_range(rand, 0, 5)]);
        if (wild > 25 && text->len > 0)
            text->str[g_rand_int_range(rand, 0, (gint32)text->len)] = '\0';
        g_utf8_validate_len(text->str, text->len, &stop);
        valid = (size_t)(stop - text->str);
        g_assert_cmpuint(encoding_valid(text->str, text->len), ==, valid);
        g_assert_cmpuint(encoding_ascii(text->str, text->len), ==,
                         ascii_slowly(text->str, text->len));
        g_assert_cmpuint(encoding_clean(text->str, text->len), ==,
                         clean_slowly(text->str, text->len, valid));
    }
    g_string_free(text, TRUE);
    g_rand_free(rand);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/encoding/random", test_random);
    return g_test_run();
}
