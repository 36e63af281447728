#ifndef DOCUMENT_BLOCKS_H
#define DOCUMENT_BLOCKS_H

#include <stdbool.h>

#include "document/document.h"

/*
 * What a document is made of, for the writers in this folder and nobody else. A writer walks
 * `blocks` from first to last. All strings are clean (document/clean.h). A text is a GPtrArray of
 * struct document_piece; where a text may be absent the pointer is NULL. Everything is borrowed
 * until document_free.
 */
enum document_piece_kind { PIECE_SPAN, PIECE_LINK, PIECE_REFERENCE };

struct document_piece {
    enum document_piece_kind kind;
    enum document_role role;      /* of a span */
    enum document_numbered refer; /* of a reference */
    unsigned number;              /* of a reference */
    char *text;
    char *target; /* of a link: a relative reference, percent-encoded; NULL: no link */
};

/* One item of a list (term NULL), one definition, one paragraph of a box. */
struct document_entry {
    GPtrArray *term;
    GPtrArray *text;
};

struct document_line {
    enum document_row_kind kind;
    GPtrArray *cells; /* of texts, never more than there are columns */
};

enum document_block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_BOX,
    BLOCK_LIST,
    BLOCK_DEFINITIONS,
    BLOCK_QUOTE,
    BLOCK_PAGE_BREAK,
    BLOCK_COLOPHON,
    BLOCK_TABLE,
    BLOCK_FIGURE
};

struct document_block {
    enum document_block_kind kind;
    unsigned variant; /* the public enum: document_paragraph, document_box, document_list,
                         document_image */
    unsigned number;  /* a heading's level; a table's or figure's number */
    GPtrArray
        *title;      /* a heading, a caption, a box's title (or NULL), a quote's source (or NULL) */
    GPtrArray *text; /* a paragraph, a quote */
    GPtrArray *entries; /* struct document_entry: lists, definitions, boxes */
    GPtrArray *columns; /* texts: the titles of a table's columns */
    GArray *kinds;      /* enum document_column_kind of each column */
    GPtrArray *lines;   /* struct document_line: a table's rows */
    GPtrArray *notes;   /* texts under a table or figure */
    GBytes *image;
    char *alternative;
};

struct document {
    char *language;
    char *title;
    char *subtitle; /* or NULL */
    char *banner;   /* or NULL */
    char *note;
    char *no_rows;
    char *words[2];     /* by enum document_numbered */
    unsigned counts[2]; /* how many tables and figures, by enum document_numbered */
    unsigned level;     /* of the heading begun last; 0: none */
    GPtrArray *blocks;  /* struct document_block */
    GPtrArray *text;    /* the text begun last; NULL: none */
};

/* Appends a block of a kind; for the builder's own files. */
struct document_block *document_block_add(struct document *document, enum document_block_kind kind);

/* The last block if it is of this kind, else NULL. */
struct document_block *document_block_last(struct document *document,
                                           enum document_block_kind kind);

/* A new text that holds `text`; it becomes the text that document_span adds to. The caller owns it.
 */
GPtrArray *document_text_begin(struct document *document, const char *text);

/* Whether a text has nothing to show (no piece, or only empty ones). */
bool document_text_empty(const GPtrArray *text);

#endif
