#include <string.h>

#include "document/blocks.h"
#include "document/clean.h"

static void document_piece_free(gpointer data)
{
    struct document_piece *piece = data;
    g_free(piece->text);
    g_free(piece->target);
    g_free(piece);
}

static struct document_piece *document_piece_add(struct document *document,
                                                 enum document_piece_kind kind)
{
    g_assert(document->text);
    struct document_piece *piece = g_new0(struct document_piece, 1);
    piece->kind = kind;
    g_ptr_array_add(document->text, piece);
    return piece;
}

GPtrArray *document_text_begin(struct document *document, const char *text)
{
    document->text = g_ptr_array_new_with_free_func(document_piece_free);
    if (text && *text)
        document_span(document, DOCUMENT_PLAIN, text);
    return document->text;
}

bool document_text_empty(const GPtrArray *text)
{
    for (guint i = 0; i < text->len; i++) {
        const struct document_piece *piece = g_ptr_array_index(text, i);
        if (piece->kind == PIECE_REFERENCE || *piece->text)
            return false;
    }
    return true;
}

void document_span(struct document *document, enum document_role role, const char *text)
{
    struct document_piece *piece = document_piece_add(document, PIECE_SPAN);
    piece->role = role;
    piece->text = clean_text(text);
}

/* NULL where a path would leave the folder of the document. A link must not carry what no folder
 * listing could. */
static char *document_target(const char *path)
{
    if (!path || !*path || *path == '/' || !g_utf8_validate(path, -1, NULL))
        return NULL;
    char **parts = g_strsplit(path, "/", -1);
    bool climbs = g_strv_contains((const char *const *)parts, "..");
    g_strfreev(parts);
    return climbs ? NULL : g_uri_escape_string(path, "/", FALSE);
}

void document_link(struct document *document, const char *text, const char *path)
{
    struct document_piece *piece = document_piece_add(document, PIECE_LINK);
    piece->text = clean_text(text);
    piece->target = document_target(path);
}

void document_reference(struct document *document, enum document_numbered kind, unsigned number)
{
    struct document_piece *piece = document_piece_add(document, PIECE_REFERENCE);
    piece->refer = kind;
    piece->number = number;
    piece->text = g_strdup_printf("%s %u", document->words[kind], number);
}
