#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <glib.h>

/*
 * One document for people: a list of blocks (headings, paragraphs, tables, figures ...) that knows
 * nothing of the file format it will become. Build it from top to bottom, then hand it to a writer
 * (document/html.h).
 *
 *     struct document *document = document_new(&(struct document_setting){.language = "nl", .title
 * = "Sturen of volgen?"}); document_heading(document, 1, "Antwoord"); document_paragraph(document,
 * DOCUMENT_LEAD, "De meeste begeleiders "); document_span(document, DOCUMENT_STRONG, "volgden");
 *     document_span(document, DOCUMENT_PLAIN, " vooral.");
 *
 * Every text is UTF-8 and means itself: no markup is read in it. `\n` is a line break, a tab is a
 * space; bytes that are not UTF-8 become U+FFFD; control characters and the characters that turn
 * the direction of writing are left out. A NULL text is an empty one. Texts are copied; nothing is
 * borrowed. Every text argument begins a text, and document_span, document_link and
 * document_reference add to the text begun last.
 *
 * The words that a document itself adds ("Tabel", "Figuur") come from the caller: language is data.
 */
struct document;

struct document_setting {
    const char *language; /* BCP 47, such as "nl" */
    const char *title;
    const char *subtitle; /* one line under the title; NULL: none */
    const char *banner;   /* stands on every printed page ("Niet verspreiden"); NULL: none */
    const char *table;    /* "Tabel": the word before a table's number */
    const char *figure;   /* "Figuur" */
    const char *note;     /* "Noot.": what the first note under a table or figure begins with */
    const char *no_rows;  /* "geen gegevens": what a table without rows says */
};

/* A new document without blocks; document_free releases it. */
struct document *document_new(const struct document_setting *setting);
void document_free(struct document *document);

enum document_role { DOCUMENT_PLAIN, DOCUMENT_EMPHASIS, DOCUMENT_STRONG, DOCUMENT_CODE };
enum document_numbered { DOCUMENT_TABLE, DOCUMENT_FIGURE };

/* Adds to the text begun last. Precondition for the three: a text was begun. */
void document_span(struct document *document, enum document_role role, const char *text);

/*
 * A link to another file, by a path relative to this document ("delen/rapport.html", UTF-8, not
 * percent-encoded). A path that is absolute, climbs up (`..`) or is empty gives the text without a
 * link; a colon is encoded, so that no path can be an address with a scheme.
 */
void document_link(struct document *document, const char *text, const char *path);

/* "Tabel 2", linked to that table; plain text if the document turns out not to have it. Numbers
 * begin at 1. */
void document_reference(struct document *document, enum document_numbered kind, unsigned number);

/*
 * A heading under the title; level 1 is a chapter, 3 the deepest. A level that is out of range or
 * skips one (3 right after 1) becomes the nearest that does not, so that the outline always holds.
 */
void document_heading(struct document *document, unsigned level, const char *text);

/* LEAD is the answer in one sentence: visually first. */
enum document_paragraph { DOCUMENT_BODY, DOCUMENT_LEAD };
void document_paragraph(struct document *document, enum document_paragraph kind, const char *text);

/* A box beside the story. Title NULL: a further paragraph of the box just begun (or, elsewhere, a
 * box without title). */
enum document_box { DOCUMENT_NOTICE, DOCUMENT_WARNING };
void document_box(struct document *document, enum document_box kind, const char *title,
                  const char *text);

/* Consecutive items of one kind are one list. */
enum document_list { DOCUMENT_BULLETS, DOCUMENT_STEPS };
void document_item(struct document *document, enum document_list kind, const char *text);

/* Consecutive definitions are one list of terms and details. Term NULL: a further detail of the
 * term before. */
void document_definition(struct document *document, const char *term, const char *detail);

/* What somebody said, and who, as far as the reader may know (NULL: not said). Spans add to the
 * quoted text. */
void document_quote(struct document *document, const char *text, const char *source);

/* The next block begins on a new page where there are pages. */
void document_page_break(struct document *document);

/* What follows is the colophon, at the foot of the document: paragraphs, lists, definitions; no
 * headings. At most once. */
void document_colophon(struct document *document);

/*
 * A table: document_table, then for each row document_row and for each cell document_cell, then
 * notes. ROW_HEADER columns name their row; NUMBER columns are aligned to the right. Returns the
 * table's number (the first is 1). The caption is a text. Precondition: n_columns >= 1.
 */
enum document_column_kind { DOCUMENT_ROW_HEADER, DOCUMENT_TEXT, DOCUMENT_NUMBER };
struct document_column {
    const char *title; /* may be empty above row headers */
    enum document_column_kind kind;
};
unsigned document_table(struct document *document, const char *caption,
                        const struct document_column *columns, gsize n_columns);

/* GROUP: one cell that names the rows under it. TOTAL: a row that sums up. Precondition: the last
 * block is a table. */
enum document_row_kind { DOCUMENT_ROW, DOCUMENT_ROW_TOTAL, DOCUMENT_ROW_GROUP };
void document_row(struct document *document, enum document_row_kind kind);

/*
 * The next cell of the row begun last; cells that a row lacks are empty. Precondition: a row was
 * begun that has fewer cells than the table has columns (a GROUP row: no cell yet).
 */
void document_cell(struct document *document, const char *text);

/* A note under the table or figure that is the last block. */
void document_note(struct document *document, const char *text);

/*
 * A figure. `image` is a whole file (a reference is taken, not a copy); `alternative` says in words
 * what the picture shows to who cannot see it. Returns the figure's number. Images are trusted to
 * be what `type` says and to carry no script.
 */
enum document_image { DOCUMENT_SVG, DOCUMENT_PNG };
unsigned document_figure(struct document *document, const char *caption, enum document_image type,
                         GBytes *image, const char *alternative);

#endif
