#ifndef DOCUMENT_HTML_PARTS_H
#define DOCUMENT_HTML_PARTS_H

#include "document/blocks.h"
#include "document/tag.h"

/* What the files of the HTML writer share. */
struct html {
    xmlTextWriterPtr writer;
    const struct document *document;
    unsigned sections; /* headings met so far; they give the ids */
    bool in_section;   /* a <section> is open */
    bool in_main;      /* <main> is open, and not yet <footer> */
};

/* A text inside the element just opened. */
void html_text(struct html *html, const GPtrArray *text);

/* <name class="..."> with a text, and a line break. */
void html_line(struct html *html, const char *name, const char *class, const GPtrArray *text);

/* One block other than a heading, a page break or the colophon. */
void html_block(struct html *html, const struct document_block *block);

/* A table and a figure, each with its caption and notes. */
void html_table(struct html *html, const struct document_block *block);
void html_figure(struct html *html, const struct document_block *block);

/* "Tabel 1" and the caption, inside the <caption> or <figcaption> just opened. */
void html_caption(struct html *html, enum document_numbered kind,
                  const struct document_block *block);

/* The notes under a table or figure; nothing where there are none. */
void html_notes(struct html *html, const struct document_block *block);

#endif
