#ifndef DOCUMENT_HTML_H
#define DOCUMENT_HTML_H

#include "document/document.h"

/*
 * The document as one HTML5 page that needs nothing else: no script, no request, the pictures
 * inside it. Its first element in <head> forbids everything but pictures in the page and its own
 * style. After the doctype the page is well-formed XML. The same document and stylesheet give the
 * same bytes.
 *
 * `stylesheet` is the text of a CSS file (plots/report.css); `<` and `&`, which could end the
 * <style> element, are written as CSS escapes. The classes it can use: see plots/report.css.
 * Release the bytes with g_bytes_unref.
 */
GBytes *html_bytes(const struct document *document, const char *stylesheet);

#endif
