#ifndef DOCUMENT_PAGE_H
#define DOCUMENT_PAGE_H

/* A page as the tests of the HTML writer see it: its bytes, and what an XML parser makes of them.
 */

#include <string.h>

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include "document/document.h"
#include "document/html.h"

struct page {
    char *bytes;
    xmlDocPtr tree;
};

static const struct document_setting page_setting = {.language = "nl",
                                                     .title = "Sturen of volgen?",
                                                     .table = "Tabel",
                                                     .figure = "Figuur",
                                                     .note = "Noot.",
                                                     .no_rows = "Geen gegevens."};

/* Writes and frees the document. A page that is not well-formed XML fails the test. */
static inline struct page page_styled(struct document *document, const char *stylesheet)
{
    GBytes *bytes = html_bytes(document, stylesheet);
    gsize size = 0;
    const char *data = g_bytes_get_data(bytes, &size);
    struct page page = {.bytes = g_strndup(data, size)};
    g_assert_cmpuint(strlen(page.bytes), ==, size);
    page.tree = xmlReadMemory(data, (int)size, "page", "UTF-8", XML_PARSE_NONET);
    g_assert_nonnull(page.tree);
    g_bytes_unref(bytes);
    document_free(document);
    return page;
}

static inline struct page page_of(struct document *document)
{
    return page_styled(document, "p { color: black }");
}

static inline void page_free(struct page *page)
{
    xmlFreeDoc(page->tree);
    g_free(page->bytes);
}

static inline xmlXPathObjectPtr page_evaluate(const struct page *page, const char *path)
{
    xmlXPathContextPtr context = xmlXPathNewContext(page->tree);
    xmlXPathObjectPtr result = xmlXPathEvalExpression(BAD_CAST path, context);
    xmlXPathFreeContext(context);
    g_assert_nonnull(result);
    return result;
}

static inline void page_assert_count(const struct page *page, const char *path, int expected)
{
    xmlXPathObjectPtr result = page_evaluate(page, path);
    g_assert_cmpint(xmlXPathNodeSetGetLength(result->nodesetval), ==, expected);
    xmlXPathFreeObject(result);
}

/* The string value of an XPath expression: the text of the first node it finds. */
static inline void page_assert_text(const struct page *page, const char *path, const char *expected)
{
    xmlXPathObjectPtr result = page_evaluate(page, path);
    xmlChar *text = xmlXPathCastToString(result);
    g_assert_cmpstr((const char *)text, ==, expected);
    xmlFree(text);
    xmlXPathFreeObject(result);
}

#endif
