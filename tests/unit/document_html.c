/* The page of a document: head, outline, blocks, figures, references, sameness of bytes. */

#include "document_page.h"

static void test_head(void)
{
    struct page page =
        page_styled(document_new(&page_setting), "main > p::after { content: \"</style>&\" }");
    g_assert_true(g_str_has_prefix(page.bytes, "<!DOCTYPE html>\n<html lang=\"nl\">\n"));
    page_assert_text(&page, "/html/head/*[1]/@http-equiv", "Content-Security-Policy");
    page_assert_text(&page, "/html/head/*[1]/@content",
                     "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
    page_assert_text(&page, "/html/head/*[2]/@charset", "utf-8");
    page_assert_count(&page, "/html/head/meta[@name='viewport']", 1);
    page_assert_text(&page, "/html/head/title", "Sturen of volgen?");
    g_assert_nonnull(
        strstr(page.bytes, "<style>main > p::after { content: \"\\3c /style>\\26 \" }</style>"));
    page_assert_count(&page, "/html/body/aside", 0);
    page_free(&page);
}

static void test_front(void)
{
    struct document_setting setting = page_setting;
    setting.banner = "Niet verspreiden";
    setting.subtitle = "Eckartcollege";
    struct page page = page_of(document_new(&setting));
    page_assert_text(&page, "/html/body/*[1][self::aside][@class='banner']/p", "Niet verspreiden");
    page_assert_text(&page, "/html/body/header/h1", "Sturen of volgen?");
    page_assert_text(&page, "/html/body/header/p[@class='subtitle']", "Eckartcollege");
    page_assert_count(&page, "/html/body/main", 1);
    page_assert_count(&page, "/html/body/footer", 0);
    page_free(&page);
}

/* Levels that skip are brought up to the nearest that does not; each chapter is a section named by
 * its heading. */
static void test_outline(void)
{
    struct document *document = document_new(&page_setting);
    document_heading(document, 3, "Antwoord");
    document_heading(document, 3, "Een");
    document_heading(document, 9, "Twee");
    document_heading(document, 0, "Verantwoording");
    document_heading(document, 2, "Drie");
    struct page page = page_of(document);
    page_assert_count(&page, "//h1", 1);
    page_assert_count(&page, "/html/body/main/section", 2);
    page_assert_text(&page, "//section[1]/h2", "Antwoord");
    page_assert_text(&page, "//section[1]/h3", "Een");
    page_assert_text(&page, "//section[1]/h4", "Twee");
    page_assert_text(&page, "//section[2]/h2", "Verantwoording");
    page_assert_text(&page, "//section[2]/h3", "Drie");
    page_assert_count(&page, "//section[@aria-labelledby = h2/@id]", 2);
    page_assert_count(&page, "//*[@id = preceding::*/@id]", 0);
    page_free(&page);
}

static void test_texts(void)
{
    struct document *document = document_new(&page_setting);
    document_paragraph(document, DOCUMENT_LEAD, NULL);
    document_span(document, DOCUMENT_STRONG, "5 van de 7");
    document_span(document, DOCUMENT_PLAIN, " volgden");
    document_paragraph(document, DOCUMENT_BODY, "een\ntwee");
    document_span(document, DOCUMENT_EMPHASIS, " drie");
    document_span(document, DOCUMENT_CODE, " vier");
    document_paragraph(document, DOCUMENT_BODY, "");
    document_quote(document, "Wat wil jij?", "wpb-04");
    document_quote(document, "Niets.", NULL);
    document_page_break(document);
    struct page page = page_of(document);
    page_assert_text(&page, "//p[@class='lead']", "5 van de 7 volgden");
    page_assert_text(&page, "//p[@class='lead']/strong", "5 van de 7");
    page_assert_text(&page, "//main/p[2]", "eentwee drie vier");
    page_assert_count(&page, "//main/p[2]/br", 1);
    page_assert_text(&page, "//main/p[2]/em", " drie");
    page_assert_text(&page, "//main/p[2]/code", " vier");
    g_assert_nonnull(strstr(page.bytes, "<p></p>"));
    page_assert_text(&page, "//figure[@class='quote'][1]/blockquote/p", "Wat wil jij?");
    page_assert_text(&page, "//figure[@class='quote'][1]/figcaption", "wpb-04");
    page_assert_count(&page, "//figcaption", 1);
    g_assert_nonnull(strstr(page.bytes, "<div class=\"page-break\"></div>"));
    page_free(&page);
}

static void test_lists(void)
{
    struct document *document = document_new(&page_setting);
    document_item(document, DOCUMENT_BULLETS, "a");
    document_item(document, DOCUMENT_BULLETS, "b");
    document_item(document, DOCUMENT_STEPS, "c");
    document_definition(document, NULL, "zonder term");
    document_definition(document, "Aangenomen", "d");
    document_definition(document, NULL, "e");
    document_box(document, DOCUMENT_WARNING, "Let op", "f");
    document_box(document, DOCUMENT_WARNING, NULL, "g");
    document_box(document, DOCUMENT_NOTICE, NULL, "h");
    struct page page = page_of(document);
    page_assert_count(&page, "//main/ul/li", 2);
    page_assert_count(&page, "//main/ol/li", 1);
    page_assert_count(&page, "//main/dl", 1);
    page_assert_count(&page, "//main/dl/dt", 2);
    page_assert_text(&page, "//main/dl/*[1][self::dt]", "");
    page_assert_text(&page, "//main/dl/dt[2]/following-sibling::dd[2]", "e");
    page_assert_count(&page, "//div[@role='note']", 2);
    page_assert_text(&page, "//div[@class='box warning']/p[@class='box-title']", "Let op");
    page_assert_text(&page, "//div[@class='box warning']/p[3]", "g");
    page_assert_count(&page, "//div[@class='box']/p", 1);
    page_free(&page);
}

static void test_figure(void)
{
    struct document *document = document_new(&page_setting);
    GBytes *image = g_bytes_new_static("<svg/>", 6);
    g_assert_cmpuint(document_figure(document, "Een", DOCUMENT_SVG, image, "Vijf\npunten"), ==, 1);
    document_note(document, "Over alles.");
    document_note(document, "Nog iets.");
    g_assert_cmpuint(document_figure(document, "Twee", DOCUMENT_PNG, image, "Zes"), ==, 2);
    g_bytes_unref(image);
    struct page page = page_of(document);
    page_assert_text(&page, "//figure[1]/figcaption", "Figuur 1 Een");
    page_assert_text(&page, "//figure[1]/div/img/@src", "data:image/svg+xml;base64,PHN2Zy8+");
    page_assert_text(&page, "//figure[1]/div/img/@alt", "Vijf punten");
    page_assert_text(&page, "//figure[1]/p[1]", "Noot. Over alles.");
    page_assert_text(&page, "//figure[1]/p[2]", "Nog iets.");
    page_assert_text(&page, "//figure[@id='figure-2']/div/img/@src",
                     "data:image/png;base64,PHN2Zy8+");
    page_free(&page);
}

/* Only a picture whose viewBox says that it is higher than wide. */
static void test_tall(void)
{
    static const char *const pictures[] = {
        "<svg viewBox=\"0 0 960 961\"/>", "<svg viewBox=\"0 0 960 960\"/>",
        "<svg viewBox=\"0 0 x 9\"/>", "<svg viewBox=\"0 0 960", "<svg/>"};
    struct document *document = document_new(&page_setting);
    for (gsize i = 0; i < G_N_ELEMENTS(pictures); i++) {
        GBytes *image = g_bytes_new_static(pictures[i], strlen(pictures[i]));
        document_figure(document, "Een", DOCUMENT_SVG, image, "Een");
        g_bytes_unref(image);
    }
    struct page page = page_of(document);
    page_assert_text(&page, "//figure[@id='figure-1']/@class", "tall");
    page_assert_count(&page, "//figure[@class]", 1);
    page_free(&page);
}

static void test_references(void)
{
    struct document *document = document_new(&page_setting);
    document_paragraph(document, DOCUMENT_BODY, "Zie ");
    document_reference(document, DOCUMENT_TABLE, 1);
    document_reference(document, DOCUMENT_TABLE, 2);
    document_reference(document, DOCUMENT_FIGURE, 1);
    document_reference(document, DOCUMENT_TABLE, 0);
    document_table(document, "Een", &(struct document_column){"a", DOCUMENT_TEXT}, 1);
    struct page page = page_of(document);
    page_assert_text(&page, "//main/p", "Zie Tabel 1Tabel 2Figuur 1Tabel 0");
    page_assert_count(&page, "//a", 1);
    page_assert_text(&page, "//a/@href", "#table-1");
    page_assert_count(&page, "//div[@id='table-1']", 1);
    page_free(&page);
}

static void test_colophon(void)
{
    struct document *document = document_new(&page_setting);
    document_heading(document, 1, "Antwoord");
    document_colophon(document);
    document_paragraph(document, DOCUMENT_BODY, "Gemaakt met volgstuur.");
    document_colophon(document);
    document_heading(document, 1, "Kop");
    struct page page = page_of(document);
    page_assert_count(&page, "/html/body/*", 3);
    page_assert_text(&page, "/html/body/footer/p", "Gemaakt met volgstuur.");
    page_assert_count(&page, "//section", 1);
    page_free(&page);
}

static struct page page_sample(void)
{
    struct document *document = document_new(&page_setting);
    document_heading(document, 1, "Geïnterviewd");
    document_table(document, "Een", &(struct document_column){"a", DOCUMENT_TEXT}, 1);
    return page_of(document);
}

static void test_same_bytes(void)
{
    struct page first = page_sample();
    struct page second = page_sample();
    g_assert_cmpstr(first.bytes, ==, second.bytes);
    g_assert_nonnull(strstr(first.bytes, "Geïnterviewd</h2>"));
    page_free(&first);
    page_free(&second);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/document/html/head", test_head);
    g_test_add_func("/document/html/front", test_front);
    g_test_add_func("/document/html/outline", test_outline);
    g_test_add_func("/document/html/texts", test_texts);
    g_test_add_func("/document/html/lists", test_lists);
    g_test_add_func("/document/html/figure", test_figure);
    g_test_add_func("/document/html/tall", test_tall);
    g_test_add_func("/document/html/references", test_references);
    g_test_add_func("/document/html/colophon", test_colophon);
    g_test_add_func("/document/html/same-bytes", test_same_bytes);
    return g_test_run();
}
