/* Texts from outside stay text, wherever they stand; what no format can hold is made harmless. */

#include "document/clean.h"
#include "document_page.h"

static const char *const hostile[] = {
    "& < > \" '",
    "<script>alert(1)</script>",
    "</title><script>document.title='x'</script>",
    "</style><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "<svg onload=alert(1)>",
    "<!-- --><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
    "]]><![CDATA[<b>",
    "javascript:alert(1)",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "<?php echo 1 ?>",
};

static struct page hostile_page(const char *text)
{
    struct document_setting setting = {.language = text,
                                       .title = text,
                                       .subtitle = text,
                                       .banner = text,
                                       .table = text,
                                       .figure = text,
                                       .note = text,
                                       .no_rows = text};
    struct document *document = document_new(&setting);
    GBytes *image = g_bytes_new_static("", 0);
    document_heading(document, 1, text);
    document_paragraph(document, DOCUMENT_BODY, text);
    document_span(document, DOCUMENT_CODE, text);
    document_item(document, DOCUMENT_BULLETS, text);
    document_definition(document, text, text);
    document_box(document, DOCUMENT_WARNING, text, text);
    document_quote(document, text, text);
    document_figure(document, text, DOCUMENT_SVG, image, text);
    document_note(document, text);
    document_table(document, text, &(struct document_column){text, DOCUMENT_ROW_HEADER}, 1);
    document_row(document, DOCUMENT_ROW);
    document_cell(document, text);
    document_table(document, text, &(struct document_column){text, DOCUMENT_TEXT}, 1);
    g_bytes_unref(image);
    return page_of(document);
}

static void assert_stays_text(const char *text)
{
    struct page page = hostile_page(text);
    static const char *const places[] = {"/html/@lang",
                                         "/html/head/title",
                                         "//h1",
                                         "//p[@class='subtitle']",
                                         "//aside/p",
                                         "//h2",
                                         "//section/p[1]/code",
                                         "//li",
                                         "//dt",
                                         "//dd",
                                         "//div[@role='note']/p[1]",
                                         "//div[@role='note']/p[2]",
                                         "//blockquote/p",
                                         "//figure[@class='quote']/figcaption",
                                         "//figure/div/img/@alt",
                                         "//figcaption/span[@class='title']",
                                         "//figure/p/em",
                                         "//caption/span[@class='title']",
                                         "//thead//th",
                                         "//tbody//th",
                                         "//tr[@class='no-rows']/td"};
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
        page_assert_text(&page, places[i], text);
    struct page plain = hostile_page("x");
    xmlXPathObjectPtr elements = page_evaluate(&plain, "//* | //@*[. != 'long']");
    page_assert_count(&page, "//* | //@*[. != 'long']",
                      xmlXPathNodeSetGetLength(elements->nodesetval));
    xmlXPathFreeObject(elements);
    g_assert_null(strstr(page.bytes, "<script"));
    g_assert_null(strstr(page.bytes, "<!--"));
    page_free(&plain);
    page_free(&page);
}

static void test_stays_text(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(hostile); i++)
        assert_stays_text(hostile[i]);
}

static void test_links(void)
{
    static const struct {
        const char *path, *target;
    } cases[] = {{"rapport.html", "rapport.html"},
                 {"javascript:alert(1)", "javascript%3Aalert%281%29"},
                 {"data:text/html,x", "data%3Atext/html%2Cx"},
                 {"a?b#c%2f\"<", "a%3Fb%23c%252f%22%3C"},
                 {"/etc/passwd", ""},
                 {"//elders.nl/x", ""},
                 {"delen/../../x", ""},
                 {"..", ""},
                 {"\xff", ""},
                 {"", ""},
                 {NULL, ""}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct document *document = document_new(&page_setting);
        document_paragraph(document, DOCUMENT_BODY, "");
        document_link(document, "x", cases[i].path);
        struct page page = page_of(document);
        page_assert_text(&page, "//main/p", "x");
        page_assert_count(&page, "//a", *cases[i].target ? 1 : 0);
        if (*cases[i].target)
            page_assert_text(&page, "//a/@href", cases[i].target);
        page_free(&page);
    }
}

static void test_clean(void)
{
    static const struct {
        const char *text, *clean, *line;
    } cases[] = {{NULL, "", ""},
                 {"", "", ""},
                 {"geïnterviewd 😀", "geïnterviewd 😀", "geïnterviewd 😀"},
                 {"a\r\nb\rc\nd\te", "a\nb\nc\nd e", "a b c d e"},
                 {"a\x01\x08\x0b\x1b[31m\x7f"
                  "b",
                  "a[31mb", "a[31mb"},
                 {"a\xc2\x80\xc2\x9f"
                  "b",
                  "ab", "ab"},
                 {"a\xff\xc3(", "a\xef\xbf\xbd\xef\xbf\xbd(", "a\xef\xbf\xbd\xef\xbf\xbd("},
                 {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
                  "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
                 {"a\xe2\x80\xae" // NOLINT(misc-misleading-bidirectional): that is the case
                  "b\xe2\x81\xa6"
                  "c",
                  "abc", "abc"},
                 {"a\xe2\x80\xa8"
                  "b\xe2\x80\xa9"
                  "c",
                  "a b c", "a b c"},
                 {"a\xef\xbf\xbf\xef\xbf\xbe\xef\xb7\x90\xf0\x9f\xbf\xbf"
                  "b",
                  "ab", "ab"}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *clean = clean_text(cases[i].text);
        char *line = clean_line(cases[i].text);
        g_assert_cmpstr(clean, ==, cases[i].clean);
        g_assert_cmpstr(line, ==, cases[i].line);
        g_free(clean);
        g_free(line);
    }
}

/* Every byte there is, in every place, gives a well-formed page (page_of says so). */
static void test_all_bytes(void)
{
    char bytes[256];
    for (int i = 0; i < 255; i++)
        bytes[i] = (char)(i + 1);
    bytes[255] = '\0';
    struct page page = hostile_page(bytes);
    for (const char *at = page.bytes; *at; at++)
        g_assert_true((unsigned char)*at >= 0x20 || *at == '\n');
    g_assert_true(g_utf8_validate(page.bytes, -1, NULL));
    page_free(&page);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/document/hostile/stays-text", test_stays_text);
    g_test_add_func("/document/hostile/links", test_links);
    g_test_add_func("/document/hostile/clean", test_clean);
    g_test_add_func("/document/hostile/all-bytes", test_all_bytes);
    return g_test_run();
}
