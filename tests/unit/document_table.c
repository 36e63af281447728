/* Tables on the page: captions, scopes, alignment, groups, totals, empty cells, no rows, long
 * words, many columns. */

#include "document_page.h"

static const struct document_column code_columns[] = {
    {"Code", DOCUMENT_ROW_HEADER}, {"Wat", DOCUMENT_TEXT}, {"Aandeel", DOCUMENT_NUMBER}};

static struct document *document_with_table(void)
{
    struct document *document = document_new(&page_setting);
    document_table(document, "Codes", code_columns, G_N_ELEMENTS(code_columns));
    return document;
}

static void cells_add(struct document *document, enum document_row_kind kind, const char *first,
                      const char *second, const char *third)
{
    document_row(document, kind);
    document_cell(document, first);
    document_cell(document, second);
    document_cell(document, third);
}

static void test_scopes(void)
{
    struct document *document = document_with_table();
    cells_add(document, DOCUMENT_ROW, "doorvragen", "volgend", "58 %");
    cells_add(document, DOCUMENT_ROW_TOTAL, "Totaal", "", "100 %");
    document_note(document, "Over 24 gesprekken.");
    struct page page = page_of(document);
    page_assert_text(&page, "//table/caption", "Tabel 1 Codes");
    page_assert_text(&page, "//caption/span[@class='label']", "Tabel 1");
    page_assert_count(&page, "//div[@class='scroll'][@aria-labelledby = table/caption/@id]", 1);
    page_assert_count(&page, "//thead/tr/th[@scope='col']", 3);
    page_assert_count(&page, "//tbody/tr/th[@scope='row'][1]", 2);
    page_assert_text(&page, "//thead//th[@class='number']", "Aandeel");
    page_assert_text(&page, "//tbody/tr[1]/td[@class='number']", "58 %");
    page_assert_text(&page, "//tr[@class='total']/th", "Totaal");
    page_assert_text(&page, "//div[@class='table']/p[@class='notes']", "Noot. Over 24 gesprekken.");
    page_free(&page);
}

/* An empty cell has an end tag of its own (<td/> would swallow its neighbours in HTML) and is never
 * a header. */
static void test_empty_cells(void)
{
    struct document *document = document_with_table();
    cells_add(document, DOCUMENT_ROW, "", NULL, "1");
    document_row(document, DOCUMENT_ROW);
    document_cell(document, "kort");
    document_table(document, NULL, &(struct document_column){NULL, DOCUMENT_ROW_HEADER}, 1);
    struct page page = page_of(document);
    g_assert_nonnull(strstr(page.bytes, "<tr><td></td><td></td><td class=\"number\">1</td></tr>"));
    g_assert_nonnull(strstr(page.bytes, "kort</th><td></td><td class=\"number\"></td></tr>"));
    g_assert_null(strstr(page.bytes, "<td/>"));
    g_assert_nonnull(strstr(page.bytes, "<thead>\n<tr><td></td></tr>"));
    page_assert_text(&page, "//div[@id='table-2']//caption", "Tabel 2 ");
    page_free(&page);
}

static void test_no_rows(void)
{
    struct page page = page_of(document_with_table());
    page_assert_count(&page, "//thead/tr/th", 3);
    page_assert_count(&page, "//tbody/tr", 1);
    page_assert_text(&page, "//tbody/tr[@class='no-rows']/td[@colspan='3']", "Geen gegevens.");
    page_free(&page);
}

static void test_groups(void)
{
    struct document *document = document_with_table();
    document_row(document, DOCUMENT_ROW_GROUP);
    document_cell(document, "Volgend");
    cells_add(document, DOCUMENT_ROW, "doorvragen", "", "1");
    document_row(document, DOCUMENT_ROW_GROUP);
    document_cell(document, "Sturend");
    cells_add(document, DOCUMENT_ROW, "advies", "", "2");
    document_row(document, DOCUMENT_ROW_GROUP);
    struct page page = page_of(document);
    page_assert_count(&page, "//tbody", 3);
    page_assert_count(&page, "//tbody/tr[1][@class='group']/th[@scope='rowgroup'][@colspan='3']",
                      2);
    page_assert_text(&page, "//tbody[2]//th", "Sturend");
    page_assert_text(&page, "//tbody[2]/tr[2]/th", "advies");
    page_assert_count(&page, "//tbody[3]/tr/td[@colspan='3']", 1);
    page_free(&page);
}

static void test_links(void)
{
    struct document *document = document_new(&page_setting);
    document_table(document, "Bestanden", &(struct document_column){"Bestand", DOCUMENT_ROW_HEADER},
                   1);
    document_row(document, DOCUMENT_ROW);
    document_cell(document, NULL);
    document_link(document, "rapport", "delen/één rapport.html");
    struct page page = page_of(document);
    page_assert_text(&page, "//tbody//th[@scope='row']/a/@href",
                     "delen/%C3%A9%C3%A9n%20rapport.html");
    page_assert_text(&page, "//tbody//a", "rapport");
    page_free(&page);
}

/* 24 characters stand; the 25th makes a word that may break anywhere. Characters count, not bytes.
 */
static void test_long_words(void)
{
    struct document *document = document_with_table();
    cells_add(document, DOCUMENT_ROW, "éééééééééééééééééééééééé", "aaaaaaaaaaaa aaaaaaaaaaaaa",
              "1");
    cells_add(document, DOCUMENT_ROW, "a", "éééééééééééééééééééééééée",
              "1111111111111111111111111");
    struct page page = page_of(document);
    page_assert_count(&page, "//tbody/tr[1]/*[contains(@class, 'long')]", 0);
    page_assert_count(&page, "//tbody/tr[2]/td[@class='long']", 1);
    page_assert_count(&page, "//tbody/tr[2]/td[@class='number long']", 1);
    page_free(&page);
}

static void test_many_columns(void)
{
    struct document_column columns[11];
    for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
        columns[i] = (struct document_column){"x", DOCUMENT_NUMBER};
    struct document *document = document_new(&page_setting);
    document_table(document, "", columns, 6);
    document_table(document, "", columns, 7);
    document_table(document, "", columns, 10);
    document_table(document, "", columns, 11);
    struct page page = page_of(document);
    page_assert_text(&page, "//div[@id='table-1']/@class", "table numbers");
    page_assert_text(&page, "//div[@id='table-2']/@class", "table wide numbers");
    page_assert_text(&page, "//div[@id='table-3']/@class", "table wide numbers");
    page_assert_text(&page, "//div[@id='table-4']/@class", "table wide landscape numbers");
    page_free(&page);
}

/* A printed table that is long, or has a long text in it, need not be kept on one page. */
static void test_breaks(void)
{
    static const gsize lines[] = {24, 25};
    char text[202];
    struct document *document = document_new(&page_setting);
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        document_table(document, "", code_columns, G_N_ELEMENTS(code_columns));
        for (gsize j = 0; j < lines[i]; j++)
            cells_add(document, DOCUMENT_ROW, "a", "b", "1");
    }
    memset(text, ' ', sizeof text);
    text[0] = text[200] = 'a';
    text[201] = '\0';
    document_table(document, "", code_columns, G_N_ELEMENTS(code_columns));
    cells_add(document, DOCUMENT_ROW, "a", text, "1");
    struct page page = page_of(document);
    page_assert_text(&page, "//div[@id='table-1']/@class", "table");
    page_assert_text(&page, "//div[@id='table-2']/@class", "table breaks");
    page_assert_text(&page, "//div[@id='table-3']/@class", "table breaks");
    page_assert_count(&page, "//td[@class='prose']", 1);
    page_free(&page);
}

/* Losing a cell silently would be worse than stopping: this is a mistake of the program. */
static void test_too_many_cells(void)
{
    if (g_test_subprocess()) {
        struct document *document = document_with_table();
        cells_add(document, DOCUMENT_ROW, "a", "b", "c");
        document_cell(document, "d");
        return;
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_failed();
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/document/table/scopes", test_scopes);
    g_test_add_func("/document/table/empty-cells", test_empty_cells);
    g_test_add_func("/document/table/no-rows", test_no_rows);
    g_test_add_func("/document/table/groups", test_groups);
    g_test_add_func("/document/table/links", test_links);
    g_test_add_func("/document/table/long-words", test_long_words);
    g_test_add_func("/document/table/many-columns", test_many_columns);
    g_test_add_func("/document/table/breaks", test_breaks);
    g_test_add_func("/document/table/too-many-cells", test_too_many_cells);
    return g_test_run();
}
