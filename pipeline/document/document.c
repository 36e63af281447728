#include "document/document.h"

#include "document/blocks.h"
#include "document/clean.h"

enum { DEEPEST_LEVEL = 3 };

static void document_text_free(gpointer text)
{
    if (text)
        g_ptr_array_unref(text);
}

static void document_entry_free(gpointer data)
{
    struct document_entry *entry = data;
    document_text_free(entry->term);
    document_text_free(entry->text);
    g_free(entry);
}

static void document_line_free(gpointer data)
{
    struct document_line *line = data;
    g_ptr_array_unref(line->cells);
    g_free(line);
}

static void document_block_free(gpointer data)
{
    struct document_block *block = data;
    document_text_free(block->title);
    document_text_free(block->text);
    g_ptr_array_unref(block->entries);
    g_ptr_array_unref(block->columns);
    g_array_unref(block->kinds);
    g_ptr_array_unref(block->lines);
    g_ptr_array_unref(block->notes);
    g_clear_pointer(&block->image, g_bytes_unref);
    g_free(block->alternative);
    g_free(block);
}

struct document_block *document_block_add(struct document *document, enum document_block_kind kind)
{
    struct document_block *block = g_new0(struct document_block, 1);
    block->kind = kind;
    block->entries = g_ptr_array_new_with_free_func(document_entry_free);
    block->columns = g_ptr_array_new_with_free_func(document_text_free);
    block->kinds = g_array_new(FALSE, FALSE, sizeof(enum document_column_kind));
    block->lines = g_ptr_array_new_with_free_func(document_line_free);
    block->notes = g_ptr_array_new_with_free_func(document_text_free);
    g_ptr_array_add(document->blocks, block);
    document->text = NULL;
    return block;
}

struct document_block *document_block_last(struct document *document, enum document_block_kind kind)
{
    if (document->blocks->len == 0)
        return NULL;
    struct document_block *block = g_ptr_array_index(document->blocks, document->blocks->len - 1);
    return block->kind == kind ? block : NULL;
}

struct document *document_new(const struct document_setting *setting)
{
    struct document *document = g_new0(struct document, 1);
    document->language = clean_line(setting->language);
    document->title = clean_line(setting->title);
    document->subtitle = setting->subtitle ? clean_text(setting->subtitle) : NULL;
    document->banner = setting->banner ? clean_line(setting->banner) : NULL;
    document->note = clean_line(setting->note);
    document->no_rows = clean_line(setting->no_rows);
    document->words[DOCUMENT_TABLE] = clean_line(setting->table);
    document->words[DOCUMENT_FIGURE] = clean_line(setting->figure);
    document->blocks = g_ptr_array_new_with_free_func(document_block_free);
    return document;
}

void document_free(struct document *document)
{
    if (!document)
        return;
    g_ptr_array_unref(document->blocks);
    g_free(document->words[DOCUMENT_TABLE]);
    g_free(document->words[DOCUMENT_FIGURE]);
    g_free(document->no_rows);
    g_free(document->note);
    g_free(document->banner);
    g_free(document->subtitle);
    g_free(document->title);
    g_free(document->language);
    g_free(document);
}

void document_heading(struct document *document, unsigned level, const char *text)
{
    struct document_block *block = document_block_add(document, BLOCK_HEADING);
    unsigned deepest = MIN(document->level + 1, (unsigned)DEEPEST_LEVEL);
    block->number = CLAMP(level, 1u, deepest);
    block->title = document_text_begin(document, text);
    document->level = block->number;
}

void document_paragraph(struct document *document, enum document_paragraph kind, const char *text)
{
    struct document_block *block = document_block_add(document, BLOCK_PARAGRAPH);
    block->variant = kind;
    block->text = document_text_begin(document, text);
}

static void document_entry_add(struct document *document, struct document_block *block,
                               const char *term, const char *text)
{
    struct document_entry *entry = g_new0(struct document_entry, 1);
    entry->term = term ? document_text_begin(document, term) : NULL;
    entry->text = document_text_begin(document, text);
    g_ptr_array_add(block->entries, entry);
}

void document_box(struct document *document, enum document_box kind, const char *title,
                  const char *text)
{
    struct document_block *block = title ? NULL : document_block_last(document, BLOCK_BOX);
    if (!block || block->variant != kind) {
        block = document_block_add(document, BLOCK_BOX);
        block->variant = kind;
        block->title = title ? document_text_begin(document, title) : NULL;
    }
    document_entry_add(document, block, NULL, text);
}

void document_item(struct document *document, enum document_list kind, const char *text)
{
    struct document_block *block = document_block_last(document, BLOCK_LIST);
    if (!block || block->variant != kind)
        block = document_block_add(document, BLOCK_LIST);
    block->variant = kind;
    document_entry_add(document, block, NULL, text);
}

void document_definition(struct document *document, const char *term, const char *detail)
{
    struct document_block *block = document_block_last(document, BLOCK_DEFINITIONS);
    if (!block) {
        block = document_block_add(document, BLOCK_DEFINITIONS);
        term = term ? term : "";
    }
    document_entry_add(document, block, term, detail);
}

void document_quote(struct document *document, const char *text, const char *source)
{
    struct document_block *block = document_block_add(document, BLOCK_QUOTE);
    block->title = source ? document_text_begin(document, source) : NULL;
    block->text = document_text_begin(document, text);
}

void document_page_break(struct document *document)
{
    document_block_add(document, BLOCK_PAGE_BREAK);
}

void document_colophon(struct document *document)
{
    document_block_add(document, BLOCK_COLOPHON);
}
