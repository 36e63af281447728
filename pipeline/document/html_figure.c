#include "document/html_parts.h"

#include <string.h>

void html_caption(struct html *html, enum document_numbered kind,
                  const struct document_block *block)
{
    char *label = g_strdup_printf("%s %u", html->document->words[kind], block->number);
    tag_open(html->writer, "span", "label");
    tag_text(html->writer, label);
    tag_close(html->writer);
    g_free(label);
    /* A space for who hears or copies the caption; the stylesheet puts the two on lines of their
     * own. */
    tag_text(html->writer, " ");
    tag_open(html->writer, "span", "title");
    html_text(html, block->title);
    tag_close(html->writer);
}

void html_notes(struct html *html, const struct document_block *block)
{
    for (guint i = 0; i < block->notes->len; i++) {
        tag_open(html->writer, "p", "notes");
        if (i == 0 && *html->document->note) {
            tag_open(html->writer, "em", NULL);
            tag_text(html->writer, html->document->note);
            tag_close(html->writer);
            tag_text(html->writer, " ");
        }
        html_text(html, g_ptr_array_index(block->notes, i));
        tag_close_line(html->writer);
    }
}

/* Whether a picture is higher than wide, and so gets a printed page of its own: an SVG says its
 * size near its beginning, as `viewBox="0 0 WIDTH HEIGHT"`. */
static bool html_figure_is_tall(const struct document_block *block)
{
    static const char start[] = "viewBox=\"0 0 ";
    enum { BEGINNING = 1000 };
    gsize size = 0;
    const char *bytes = g_bytes_get_data(block->image, &size);
    char *head = g_strndup(bytes, MIN(size, BEGINNING));
    const char *box = block->variant == DOCUMENT_SVG ? strstr(head, start) : NULL;
    char *rest = NULL;
    bool tall = false;

    if (box != NULL) {
        double width = g_ascii_strtod(box + strlen(start), &rest);

        tall = width > 0 && g_ascii_strtod(rest, NULL) > width;
    }
    g_free(head);
    return tall;
}

void html_figure(struct html *html, const struct document_block *block)
{
    static const char *const types[] = {
        [DOCUMENT_SVG] = "image/svg+xml", [DOCUMENT_PNG] = "image/png"};
    gsize size = 0;
    const guchar *bytes = g_bytes_get_data(block->image, &size);
    char *image = g_base64_encode(bytes, size);
    char *source = g_strdup_printf("data:%s;base64,%s", types[block->variant], image);
    char *id = g_strdup_printf("figure-%u", block->number);
    char *caption = g_strdup_printf("figure-%u-caption", block->number);
    tag_open(html->writer, "figure", html_figure_is_tall(block) ? "tall" : NULL);
    tag_attribute(html->writer, "id", id);
    tag_text(html->writer, "\n");
    tag_open(html->writer, "figcaption", NULL);
    tag_attribute(html->writer, "id", caption);
    html_caption(html, DOCUMENT_FIGURE, block);
    tag_close_line(html->writer);
    /* As a table: on a narrow screen it scrolls, and keeps letters that can be read. */
    tag_open(html->writer, "div", "scroll");
    tag_attribute(html->writer, "role", "group");
    tag_attribute(html->writer, "aria-labelledby", caption);
    tag_attribute(html->writer, "tabindex", "0");
    tag_open(html->writer, "img", NULL);
    tag_attribute(html->writer, "src", source);
    tag_attribute(html->writer, "alt", block->alternative);
    tag_void(html->writer);
    tag_close_line(html->writer);
    html_notes(html, block);
    tag_close_line(html->writer);
    g_free(caption);
    g_free(id);
    g_free(source);
    g_free(image);
}
