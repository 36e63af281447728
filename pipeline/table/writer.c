#include "table/writer.h"

#include "table/number.h"

#include <string.h>

struct writer {
    struct output *output;
    guint columns; /* of the table begun; 0 when none is */
    guint cells;   /* of the row so far */
};

struct writer *writer_new(struct output *output)
{
    struct writer *writer = g_new0(struct writer, 1);

    writer->output = output;
    return writer;
}

void writer_free(struct writer *writer)
{
    g_free(writer);
}

void writer_begin(struct writer *writer, const struct head *head)
{
    GString *text = head_text(head);

    writer_end(writer);
    output_bytes(writer->output, text->str, text->len);
    writer->columns = head->columns->len;
    writer->cells = 0;
    g_string_free(text, TRUE);
}

static void writer_tab(struct writer *writer)
{
    if (writer->cells++ > 0)
        output_bytes(writer->output, "\t", 1);
}

static char writer_escape(char byte)
{
    switch (byte) {
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\\':
        return '\\';
    default:
        return '\0';
    }
}

/* Copies a piece of at most 16 KiB, its escapes doubled up. */
static void writer_piece(struct writer *writer, const char *text, size_t length)
{
    char *room = output_room(writer->output, 2 * length);
    size_t n = 0;

    for (size_t i = 0; i < length; i++) {
        char escape = (unsigned char)text[i] > '\\' ? '\0' : writer_escape(text[i]);

        if (escape != '\0')
            room[n++] = '\\';
        room[n++] = escape != '\0' ? escape : text[i];
    }
    output_advance(writer->output, n);
}

void writer_bytes(struct writer *writer, const char *text, size_t length)
{
    enum { PIECE = 16 << 10 };

    writer_tab(writer);
    if (length > 0 && (text[0] == '.' || (text[0] == '#' && writer->cells == 1)))
        output_bytes(writer->output, "\\", 1);
    for (; length > PIECE; text += PIECE, length -= PIECE)
        writer_piece(writer, text, PIECE);
    writer_piece(writer, text, length);
}

void writer_text(struct writer *writer, const char *text)
{
    writer_bytes(writer, text, strlen(text));
}

void writer_number(struct writer *writer, double value)
{
    writer_tab(writer);
    output_advance(writer->output,
                   (size_t)number_write(output_room(writer->output, NUMBER_ROOM), value));
}

void writer_count(struct writer *writer, int64_t value)
{
    writer_tab(writer);
    output_advance(writer->output,
                   (size_t)number_write_count(output_room(writer->output, NUMBER_ROOM), value));
}

void writer_missing(struct writer *writer, enum missing missing)
{
    writer_tab(writer);
    output_text(writer->output, missing_text(missing));
}

void writer_row(struct writer *writer)
{
    g_assert(writer->cells == writer->columns);
    output_bytes(writer->output, "\n", 1);
    writer->cells = 0;
}

void writer_end(struct writer *writer)
{
    if (writer->columns > 0)
        output_text(writer->output, "# end\n");
    writer->columns = 0;
}
