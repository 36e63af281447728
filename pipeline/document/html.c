#include "document/html.h"

#include "document/clean.h"
#include "document/html_parts.h"

static void html_meta(struct html *html, const char *name, const char *value, const char *content)
{
    tag_open(html->writer, "meta", NULL);
    tag_attribute(html->writer, name, value);
    if (content)
        tag_attribute(html->writer, "content", content);
    tag_void(html->writer);
    tag_text(html->writer, "\n");
}

static void html_head(struct html *html, const char *stylesheet)
{
    tag_open(html->writer, "head", NULL);
    tag_text(html->writer, "\n");
    html_meta(html, "http-equiv", "Content-Security-Policy",
              "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
    html_meta(html, "charset", "utf-8", NULL);
    html_meta(html, "name", "viewport", "width=device-width, initial-scale=1");
    tag_line(html->writer, "title", NULL, html->document->title);
    char *style = clean_text(stylesheet);
    tag_open(html->writer, "style", NULL);
    tag_style(html->writer, style);
    tag_close_line(html->writer);
    g_free(style);
    tag_close_line(html->writer);
}

static void html_front(struct html *html)
{
    if (html->document->banner) {
        tag_open(html->writer, "aside", "banner");
        tag_line(html->writer, "p", NULL, html->document->banner);
        tag_close_line(html->writer);
    }
    tag_open(html->writer, "header", NULL);
    tag_text(html->writer, "\n");
    tag_line(html->writer, "h1", NULL, html->document->title);
    if (html->document->subtitle)
        tag_line(html->writer, "p", "subtitle", html->document->subtitle);
    tag_close_line(html->writer);
}

static void html_section_close(struct html *html)
{
    if (html->in_section)
        tag_close_line(html->writer);
    html->in_section = false;
}

static void html_heading(struct html *html, const struct document_block *block)
{
    static const char *const names[] = {"h2", "h2", "h3", "h4"};
    char *id = g_strdup_printf("section-%u", ++html->sections);
    if (block->number == 1 && html->in_main) {
        html_section_close(html);
        tag_open(html->writer, "section", NULL);
        tag_attribute(html->writer, "aria-labelledby", id);
        tag_text(html->writer, "\n");
        html->in_section = true;
    }
    tag_open(html->writer, names[block->number], NULL);
    tag_attribute(html->writer, "id", id);
    html_text(html, block->title);
    tag_close_line(html->writer);
    g_free(id);
}

static void html_colophon(struct html *html)
{
    if (!html->in_main)
        return;
    html_section_close(html);
    tag_close_line(html->writer);
    tag_open(html->writer, "footer", NULL);
    tag_text(html->writer, "\n");
    html->in_main = false;
}

static void html_body(struct html *html)
{
    tag_open(html->writer, "body", NULL);
    tag_text(html->writer, "\n");
    html_front(html);
    tag_open(html->writer, "main", NULL);
    tag_text(html->writer, "\n");
    html->in_main = true;
    for (guint i = 0; i < html->document->blocks->len; i++) {
        const struct document_block *block = g_ptr_array_index(html->document->blocks, i);
        if (block->kind == BLOCK_HEADING)
            html_heading(html, block);
        else if (block->kind == BLOCK_COLOPHON)
            html_colophon(html);
        else
            html_block(html, block);
    }
    html_section_close(html);
    tag_close_line(html->writer);
    tag_close_line(html->writer);
}

GBytes *html_bytes(const struct document *document, const char *stylesheet)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr writer = buffer ? xmlNewTextWriterMemory(buffer, 0) : NULL;
    if (!writer)
        g_error("out of memory while writing a document");
    struct html html = {.writer = writer, .document = document};
    tag_doctype(writer);
    tag_open(writer, "html", NULL);
    tag_attribute(writer, "lang", document->language);
    tag_text(writer, "\n");
    html_head(&html, stylesheet);
    html_body(&html);
    tag_close_line(writer);
    xmlFreeTextWriter(writer);
    GBytes *bytes = g_bytes_new(xmlBufferContent(buffer), (gsize)xmlBufferLength(buffer));
    xmlBufferFree(buffer);
    return bytes;
}
