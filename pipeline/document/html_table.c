#include "document/html_parts.h"

#include <string.h>

/* More columns than this are set in smaller type; than that, on a sheet on its side. */
enum { MANY_COLUMNS = 6, TOO_MANY_COLUMNS = 10 };

/* A word of more characters than this may break anywhere, lest it makes the table wider than the
 * page. */
enum { LONG_WORD = 24 };

/* A table of more rows than this, or with a cell of more bytes, may be parted by the end of a page.
 */
enum { MANY_LINES = 24, LONG_TEXT = 200 };

static enum document_column_kind html_column(const struct document_block *block, guint column)
{
    return g_array_index(block->kinds, enum document_column_kind, column);
}

static bool html_long_word(const GPtrArray *text)
{
    unsigned length = 0;
    for (guint i = 0; i < text->len; i++) {
        const struct document_piece *piece = g_ptr_array_index(text, i);
        for (const char *at = piece->text; *at; at = g_utf8_next_char(at)) {
            length = g_unichar_isspace(g_utf8_get_char(at)) ? 0 : length + 1;
            if (length > LONG_WORD)
                return true;
        }
    }
    return false;
}

static gsize html_length(const GPtrArray *text)
{
    gsize length = 0;
    for (guint i = 0; i < text->len; i++)
        length += strlen(((const struct document_piece *)g_ptr_array_index(text, i))->text);
    return length;
}

static const char *html_cell_class(const GPtrArray *text, enum document_column_kind kind)
{
    bool number = kind == DOCUMENT_NUMBER;
    if (html_long_word(text))
        return number ? "number long" : "long";
    if (number)
        return "number";
    return html_length(text) > LONG_TEXT ? "prose" : NULL;
}

/* A cell that names others, unless it is empty: an empty <th> names nothing and confuses who hears
 * the table. */
static void html_cell(struct html *html, const GPtrArray *text, const char *scope,
                      enum document_column_kind kind)
{
    bool names = scope && !document_text_empty(text);
    tag_open(html->writer, names ? "th" : "td", html_cell_class(text, kind));
    if (names)
        tag_attribute(html->writer, "scope", scope);
    html_text(html, text);
    tag_close(html->writer);
}

static void html_columns(struct html *html, const struct document_block *block)
{
    tag_open(html->writer, "thead", NULL);
    tag_text(html->writer, "\n");
    tag_open(html->writer, "tr", NULL);
    for (guint i = 0; i < block->columns->len; i++)
        html_cell(html, g_ptr_array_index(block->columns, i), "col", html_column(block, i));
    tag_close_line(html->writer);
    tag_close_line(html->writer);
}

/* A row of one cell over all columns, which stands for a group of rows or says that there are none.
 */
static void html_spanning(struct html *html, const struct document_block *block, const char *class,
                          const GPtrArray *text, const char *instead)
{
    bool names = text && !document_text_empty(text);
    char *width = g_strdup_printf("%u", block->columns->len);
    tag_open(html->writer, "tr", class);
    tag_open(html->writer, names ? "th" : "td", NULL);
    if (names)
        tag_attribute(html->writer, "scope", "rowgroup");
    tag_attribute(html->writer, "colspan", width);
    if (names)
        html_text(html, text);
    tag_text(html->writer, instead);
    tag_close(html->writer);
    tag_close_line(html->writer);
    g_free(width);
}

static void html_row(struct html *html, const struct document_block *block,
                     const struct document_line *line)
{
    if (line->kind == DOCUMENT_ROW_GROUP) {
        html_spanning(html, block, "group",
                      line->cells->len ? g_ptr_array_index(line->cells, 0) : NULL, "");
        return;
    }
    tag_open(html->writer, "tr", line->kind == DOCUMENT_ROW_TOTAL ? "total" : NULL);
    GPtrArray *empty = g_ptr_array_new();
    for (guint i = 0; i < block->columns->len; i++) {
        const GPtrArray *cell = i < line->cells->len ? g_ptr_array_index(line->cells, i) : empty;
        enum document_column_kind kind = html_column(block, i);
        html_cell(html, cell, kind == DOCUMENT_ROW_HEADER ? "row" : NULL, kind);
    }
    g_ptr_array_unref(empty);
    tag_close_line(html->writer);
}

/* Each group begins a <tbody>: a rowgroup header names the rows of its own <tbody> only. */
static void html_rows(struct html *html, const struct document_block *block)
{
    tag_open(html->writer, "tbody", NULL);
    tag_text(html->writer, "\n");
    if (block->lines->len == 0)
        html_spanning(html, block, "no-rows", NULL, html->document->no_rows);
    for (guint i = 0; i < block->lines->len; i++) {
        const struct document_line *line = g_ptr_array_index(block->lines, i);
        if (i > 0 && line->kind == DOCUMENT_ROW_GROUP) {
            tag_close_line(html->writer);
            tag_open(html->writer, "tbody", NULL);
            tag_text(html->writer, "\n");
        }
        html_row(html, block, line);
    }
    tag_close_line(html->writer);
}

/* Whether a printed table may go on overleaf: it is long, or has a cell that is. */
static bool html_breaks(const struct document_block *block)
{
    if (block->lines->len > MANY_LINES)
        return true;
    for (guint i = 0; i < block->lines->len; i++) {
        const struct document_line *line = g_ptr_array_index(block->lines, i);
        for (guint j = 0; j < line->cells->len; j++)
            if (html_length(g_ptr_array_index(line->cells, j)) > LONG_TEXT)
                return true;
    }
    return false;
}

/* Whether all columns but the first hold numbers: then the first gets the room. */
static bool html_numbers(const struct document_block *block)
{
    for (guint i = 1; i < block->columns->len; i++)
        if (html_column(block, i) != DOCUMENT_NUMBER)
            return false;
    return block->columns->len > 1;
}

/* To be freed. */
static char *html_table_class(const struct document_block *block)
{
    guint n = block->columns->len;
    return g_strconcat(
        "table", n > MANY_COLUMNS ? " wide" : "", n > TOO_MANY_COLUMNS ? " landscape" : "",
        html_breaks(block) ? " breaks" : "", html_numbers(block) ? " numbers" : "", NULL);
}

void html_table(struct html *html, const struct document_block *block)
{
    char *id = g_strdup_printf("table-%u", block->number);
    char *caption = g_strdup_printf("table-%u-caption", block->number);
    char *class = html_table_class(block);
    tag_open(html->writer, "div", class);
    tag_attribute(html->writer, "id", id);
    tag_text(html->writer, "\n");
    /* On a narrow screen the table scrolls by itself; who uses the keyboard must be able to reach
     * it. */
    tag_open(html->writer, "div", "scroll");
    tag_attribute(html->writer, "role", "group");
    tag_attribute(html->writer, "aria-labelledby", caption);
    tag_attribute(html->writer, "tabindex", "0");
    tag_open(html->writer, "table", NULL);
    tag_text(html->writer, "\n");
    tag_open(html->writer, "caption", NULL);
    tag_attribute(html->writer, "id", caption);
    html_caption(html, DOCUMENT_TABLE, block);
    tag_close_line(html->writer);
    html_columns(html, block);
    html_rows(html, block);
    tag_close(html->writer);
    tag_close_line(html->writer);
    html_notes(html, block);
    tag_close_line(html->writer);
    g_free(class);
    g_free(caption);
    g_free(id);
}
