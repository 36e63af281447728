#ifndef DOCUMENT_TAG_H
#define DOCUMENT_TAG_H

#include <libxml/xmlwriter.h>

/*
 * libxml2's writer with HTML's rule for ends: an element that may have content always gets an end
 * tag (`<td></td>`), a void one never (`<img/>`). Escaping is libxml2's. Out of memory is the only
 * way to fail and ends the program, as everywhere with GLib. Texts are UTF-8, clean
 * (document/clean.h), and borrowed for the call.
 */

/* <name> or, with a class, <name class="...">. */
void tag_open(xmlTextWriterPtr writer, const char *name, const char *class);

/* An attribute of the element just opened, before any content. */
void tag_attribute(xmlTextWriterPtr writer, const char *name, const char *value);

/* Text inside the element that is open, escaped. */
void tag_text(xmlTextWriterPtr writer, const char *text);

/* </name> of the element opened last. */
void tag_close(xmlTextWriterPtr writer);

/* </name> and a line break, for elements between which white space means nothing. */
void tag_close_line(xmlTextWriterPtr writer);

/* Ends a void element (meta, img, br). */
void tag_void(xmlTextWriterPtr writer);

/* An element that holds just this text, and a line break. */
void tag_line(xmlTextWriterPtr writer, const char *name, const char *class, const char *text);

/* CSS inside the <style> just opened: `<` and `&` become CSS escapes, nothing else changes. */
void tag_style(xmlTextWriterPtr writer, const char *stylesheet);

/* <!DOCTYPE html> and a line break. */
void tag_doctype(xmlTextWriterPtr writer);

#endif
