#include "chart/picture.h"

#include <string.h>

#define OPEN "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"

/* reason NULL: a good picture. */
static void svg(const char *text, const char *label, const char *reason)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
    const char *labels[] = {label, NULL};
    g_autofree char *why = picture_check_svg(bytes, labels);
    if (reason == NULL) {
        g_assert_cmpstr(why, ==, NULL);
    } else if (why == NULL || strstr(why, reason) == NULL) {
        g_error("\"%s\" does not say \"%s\" of %s", why ? why : "(fine)", reason, text);
    }
}

static void test_svg_good(void)
{
    svg(OPEN "<g><path d='M0,0'/></g></svg>\n\n", NULL, NULL);
    svg(OPEN "<text>Noor</text></svg>", "Noor", NULL);
    svg(OPEN "<text> No<tspan>or &lt;b</tspan>&gt; </text></svg>", "Noor <b>", NULL);
    svg(OPEN "<defs><circle id='gpPt5'/></defs><use xlink:href='#gpPt5'/></svg>", NULL, NULL);
    svg(OPEN "<rect fill='url(#gpPat1)'/></svg>", NULL, NULL);
}

static void test_svg_bad(void)
{
    svg("", NULL, "empty");
    svg("gnuplot> ", NULL, "broken");
    svg("<html/>", NULL, "\"html\"");
    svg(OPEN "<svg/></svg>", NULL, "\"svg\"");
    svg(OPEN "<text>Noor</text>", "Noor", "incomplete");
    svg(OPEN "</svg><svg/>", NULL, "broken");
    svg(OPEN "<script>x()</script></svg>", NULL, "\"script\"");
    svg(OPEN "<SCRIPT/></svg>", NULL, "\"SCRIPT\"");
    svg(OPEN "<x:script xmlns:x='http://www.w3.org/2000/svg'/></svg>", NULL, "\"x:script\"");
    svg(OPEN "<foreignObject/></svg>", NULL, "\"foreignObject\"");
    svg(OPEN "<image/></svg>", NULL, "\"image\"");
    svg(OPEN "<a><text>x</text></a></svg>", NULL, "\"a\"");
    svg(OPEN "<style>x</style></svg>", NULL, "\"style\"");
    svg(OPEN "<g onload='x()'/></svg>", NULL, "\"onload\"");
    svg(OPEN "<g ONclick='x()'/></svg>", NULL, "\"ONclick\"");
    svg(OPEN "<use xlink:href='http://x.nl/#gpPt1'/></svg>", NULL, "outside itself");
    svg(OPEN "<g xlink:href='#gpPt1'/></svg>", NULL, "outside itself");
    svg(OPEN "<rect fill='url(http://x.nl/)'/></svg>", NULL, "outside itself");
    svg("<!DOCTYPE svg [<!ENTITY a 'b'>]>" OPEN "<text>&a;</text></svg>", "b", "DOCTYPE");
    svg(OPEN "<?xml-stylesheet href='http://x.nl/a.css'?></svg>", NULL, "instruction");
    svg(OPEN "<text>Noo</text></svg>", "Noor", "label \"Noor\"");
    svg(OPEN "<text>Noor!</text></svg>", "Noor", "label \"Noor\"");
    svg(OPEN "<desc>Noor</desc></svg>", "Noor", "label \"Noor\"");
    svg(OPEN "<text>\xFF</text></svg>", NULL, "broken");
}

static void png(const void *data, gsize n, unsigned int width, const char *reason)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(data, n);
    g_autofree char *why = picture_check_png(bytes, width, 2);
    g_assert_true((why == NULL) == (reason == NULL));
    g_assert_true(reason == NULL || strstr(why, reason) != NULL);
}

static void test_png(void)
{
    static const unsigned char good[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0,   0, 0, 13,
                                         'I',  'H', 'D', 'R', 0,    0,    1,    4,    0,   0, 0, 2,
                                         8,    2,   0,   0,   0,    0,    0,    0,    0,   0, 0, 0,
                                         0,    'I', 'E', 'N', 'D',  0xAE, 0x42, 0x60, 0x82};
    png(good, sizeof good, 260, NULL);
    png(good, sizeof good, 261, "260 by 2 pixels instead of 261 by 2");
    for (gsize n = 0; n < sizeof good; n++) {
        png(good, n, 260, n < 45 ? "" : "incomplete");
    }
    png(good + 1, sizeof good - 1, 260, "not a PNG");
}

static void pdf(const char *text, const char *reason)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, strlen(text));
    g_autofree char *why = picture_check_pdf(bytes);
    g_assert_true((why == NULL) == (reason == NULL));
    g_assert_true(reason == NULL || strstr(why, reason) != NULL);
}

static void test_pdf(void)
{
    pdf("%PDF-1.5\n1 0 obj\n%%EOF\n", NULL);
    pdf("%PDF-1.5\n1 0 obj\n", "incomplete");
    pdf("%PDF-1.5\n1 0 obj\n%%EO", "incomplete");
    pdf("<svg/>           %%EOF", "not a PDF");
    pdf("", "not a PDF");
}

static void is(GBytes *bytes, const char *expected, gsize n)
{
    g_autoptr(GBytes) other = g_bytes_new_static(expected, n);
    g_assert_true(g_bytes_equal(bytes, other));
}

static void test_tidy(void)
{
    static const char drawn[] = "a\0<</CreationDate (D:20260102030405+01'00)>>/ModDate (D:2026)9%%";
    static const char still[] = "a\0<</CreationDate (D:19700101000000+00'00)>>/ModDate (D:1970)9%%";
    g_autoptr(GBytes) in = g_bytes_new_static(drawn, sizeof drawn);
    g_autoptr(GBytes) out = picture_tidy_pdf(in);
    is(out, still, sizeof still);
    static const char tips[] = "<svg><title>Gnuplot</title><g font-family=\"DejaVu Sans:Bold\">"
                               "<title>gnuplot_plot_1</title></g><title>open";
    static const char plain[] = "<svg><g font-weight=\"bold\" font-family=\"DejaVu Sans, Verdana, "
                                "Arial, sans-serif\"></g><title>open";
    g_autoptr(GBytes) svg_in = g_bytes_new_static(tips, strlen(tips));
    g_autoptr(GBytes) svg_out = picture_tidy_svg(svg_in);
    is(svg_out, plain, strlen(plain));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/picture/svg-good", test_svg_good);
    g_test_add_func("/chart/picture/svg-bad", test_svg_bad);
    g_test_add_func("/chart/picture/png", test_png);
    g_test_add_func("/chart/picture/pdf", test_pdf);
    g_test_add_func("/chart/picture/tidy", test_tidy);
    return g_test_run();
}
