#include <string.h>

#include "document/html_parts.h"

/* A text with its line breaks. */
static void html_lines(struct html *html, const char *text)
{
    for (const char *end = strchr(text, '\n'); end; end = strchr(text, '\n')) {
        char *line = g_strndup(text, (gsize)(end - text));
        tag_text(html->writer, line);
        g_free(line);
        tag_open(html->writer, "br", NULL);
        tag_void(html->writer);
        text = end + 1;
    }
    tag_text(html->writer, text);
}

static void html_linked(struct html *html, const char *text, const char *target)
{
    tag_open(html->writer, "a", NULL);
    tag_attribute(html->writer, "href", target);
    html_lines(html, text);
    tag_close(html->writer);
}

static void html_reference(struct html *html, const struct document_piece *piece)
{
    static const char *const ids[] = {[DOCUMENT_TABLE] = "table", [DOCUMENT_FIGURE] = "figure"};
    if (piece->number < 1 || piece->number > html->document->counts[piece->refer]) {
        tag_text(html->writer, piece->text);
        return;
    }
    char *target = g_strdup_printf("#%s-%u", ids[piece->refer], piece->number);
    html_linked(html, piece->text, target);
    g_free(target);
}

static void html_span(struct html *html, const struct document_piece *piece)
{
    static const char *const names[] = {[DOCUMENT_PLAIN] = NULL,
                                        [DOCUMENT_EMPHASIS] = "em",
                                        [DOCUMENT_STRONG] = "strong",
                                        [DOCUMENT_CODE] = "code"};
    if (names[piece->role])
        tag_open(html->writer, names[piece->role], NULL);
    html_lines(html, piece->text);
    if (names[piece->role])
        tag_close(html->writer);
}

void html_text(struct html *html, const GPtrArray *text)
{
    for (guint i = 0; i < text->len; i++) {
        const struct document_piece *piece = g_ptr_array_index(text, i);
        if (piece->kind == PIECE_REFERENCE)
            html_reference(html, piece);
        else if (piece->kind == PIECE_LINK && piece->target)
            html_linked(html, piece->text, piece->target);
        else
            html_span(html, piece);
    }
}

void html_line(struct html *html, const char *name, const char *class, const GPtrArray *text)
{
    tag_open(html->writer, name, class);
    html_text(html, text);
    tag_close_line(html->writer);
}

static void html_entries(struct html *html, const struct document_block *block, const char *term,
                         const char *detail)
{
    for (guint i = 0; i < block->entries->len; i++) {
        const struct document_entry *entry = g_ptr_array_index(block->entries, i);
        if (entry->term)
            html_line(html, term, NULL, entry->term);
        html_line(html, detail, NULL, entry->text);
    }
}

static void html_list(struct html *html, const struct document_block *block)
{
    bool steps = block->variant == DOCUMENT_STEPS;
    bool definitions = block->kind == BLOCK_DEFINITIONS;
    tag_open(html->writer, definitions ? "dl" : steps ? "ol" : "ul", NULL);
    tag_text(html->writer, "\n");
    html_entries(html, block, "dt", definitions ? "dd" : "li");
    tag_close_line(html->writer);
}

static void html_box(struct html *html, const struct document_block *block)
{
    tag_open(html->writer, "div", block->variant == DOCUMENT_WARNING ? "box warning" : "box");
    tag_attribute(html->writer, "role", "note");
    tag_text(html->writer, "\n");
    if (block->title)
        html_line(html, "p", "box-title", block->title);
    html_entries(html, block, "p", "p");
    tag_close_line(html->writer);
}

static void html_quote(struct html *html, const struct document_block *block)
{
    tag_open(html->writer, "figure", "quote");
    tag_text(html->writer, "\n");
    tag_open(html->writer, "blockquote", NULL);
    html_line(html, "p", NULL, block->text);
    tag_close_line(html->writer);
    if (block->title)
        html_line(html, "figcaption", NULL, block->title);
    tag_close_line(html->writer);
}

void html_block(struct html *html, const struct document_block *block)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
        html_line(html, "p", block->variant == DOCUMENT_LEAD ? "lead" : NULL, block->text);
        return;
    case BLOCK_BOX:
        html_box(html, block);
        return;
    case BLOCK_LIST:
    case BLOCK_DEFINITIONS:
        html_list(html, block);
        return;
    case BLOCK_QUOTE:
        html_quote(html, block);
        return;
    case BLOCK_TABLE:
        html_table(html, block);
        return;
    case BLOCK_FIGURE:
        html_figure(html, block);
        return;
    case BLOCK_PAGE_BREAK:
        tag_line(html->writer, "div", "page-break", "");
        return;
    case BLOCK_HEADING:
    case BLOCK_COLOPHON:
        return;
    }
}
