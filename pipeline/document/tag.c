#include "document/tag.h"

#include <glib.h>

static void tag_check(int written)
{
    if (written < 0)
        g_error("out of memory while writing a document");
}

void tag_open(xmlTextWriterPtr writer, const char *name, const char *class)
{
    tag_check(xmlTextWriterStartElement(writer, BAD_CAST name));
    if (class)
        tag_attribute(writer, "class", class);
}

void tag_attribute(xmlTextWriterPtr writer, const char *name, const char *value)
{
    tag_check(xmlTextWriterWriteAttribute(writer, BAD_CAST name, BAD_CAST value));
}

void tag_text(xmlTextWriterPtr writer, const char *text)
{
    if (*text)
        tag_check(xmlTextWriterWriteString(writer, BAD_CAST text));
}

void tag_close(xmlTextWriterPtr writer)
{
    tag_check(xmlTextWriterFullEndElement(writer));
}

void tag_close_line(xmlTextWriterPtr writer)
{
    tag_close(writer);
    tag_text(writer, "\n");
}

void tag_void(xmlTextWriterPtr writer)
{
    tag_check(xmlTextWriterEndElement(writer));
}

void tag_line(xmlTextWriterPtr writer, const char *name, const char *class, const char *text)
{
    tag_open(writer, name, class);
    tag_text(writer, text);
    tag_close_line(writer);
}

void tag_style(xmlTextWriterPtr writer, const char *stylesheet)
{
    GString *style = g_string_new(stylesheet);
    g_string_replace(style, "<", "\\3c ", 0);
    g_string_replace(style, "&", "\\26 ", 0);
    tag_check(xmlTextWriterWriteRaw(writer, BAD_CAST style->str));
    g_string_free(style, TRUE);
}

void tag_doctype(xmlTextWriterPtr writer)
{
    tag_check(xmlTextWriterWriteRaw(writer, BAD_CAST "<!DOCTYPE html>\n"));
}
