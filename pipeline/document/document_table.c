#include "document/blocks.h"
#include "document/clean.h"

unsigned document_table(struct document *document, const char *caption,
                        const struct document_column *columns, gsize n_columns)
{
    g_assert(n_columns >= 1);
    struct document_block *block = document_block_add(document, BLOCK_TABLE);
    block->number = ++document->counts[DOCUMENT_TABLE];
    for (gsize i = 0; i < n_columns; i++) {
        g_ptr_array_add(block->columns, document_text_begin(document, columns[i].title));
        g_array_append_val(block->kinds, columns[i].kind);
    }
    block->title = document_text_begin(document, caption);
    return block->number;
}

void document_row(struct document *document, enum document_row_kind kind)
{
    struct document_block *block = document_block_last(document, BLOCK_TABLE);
    g_assert(block);
    struct document_line *line = g_new0(struct document_line, 1);
    line->kind = kind;
    line->cells = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_ptr_array_add(block->lines, line);
    document->text = NULL;
}

void document_cell(struct document *document, const char *text)
{
    struct document_block *block = document_block_last(document, BLOCK_TABLE);
    g_assert(block && block->lines->len);
    struct document_line *line = g_ptr_array_index(block->lines, block->lines->len - 1);
    g_assert(line->cells->len < (line->kind == DOCUMENT_ROW_GROUP ? 1 : block->columns->len));
    g_ptr_array_add(line->cells, document_text_begin(document, text));
}

void document_note(struct document *document, const char *text)
{
    struct document_block *block = document_block_last(document, BLOCK_TABLE);
    if (!block)
        block = document_block_last(document, BLOCK_FIGURE);
    g_assert(block);
    g_ptr_array_add(block->notes, document_text_begin(document, text));
}

unsigned document_figure(struct document *document, const char *caption, enum document_image type,
                         GBytes *image, const char *alternative)
{
    struct document_block *block = document_block_add(document, BLOCK_FIGURE);
    block->number = ++document->counts[DOCUMENT_FIGURE];
    block->variant = type;
    block->image = g_bytes_ref(image);
    block->alternative = clean_line(alternative);
    block->title = document_text_begin(document, caption);
    return block->number;
}
