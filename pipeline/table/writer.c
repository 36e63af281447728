#include "table/writer.h"

#include "table/escape.h"
#include "table/number.h"

#include <stdbool.h>
#include <string.h>

enum { PIECE = 16 << 10, ROOM = WRITER_ROOM };

struct writer {
    struct output *output;
    guint columns; /* of the table begun; 0 when none is */
    guint cells;   /* of the row so far */
    char *to;      /* where the row goes on in the room it has; NULL between rows */
    size_t left;   /* bytes of that room */
    size_t used;   /* bytes written there that the output does not know of yet */
    size_t row;    /* bytes of the row that it knows of */
    size_t last;   /* bytes of the row before */
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

/* Tells the output what was written. */
static void writer_settle(struct writer *writer)
{
    output_advance(writer->output, writer->used);
    writer->row += writer->used;
    writer->to = NULL;
    writer->left = 0;
    writer->used = 0;
}

/* Where the next `n` bytes of the row go (n <= ROOM). */
static char *writer_room(struct writer *writer, size_t n)
{
    if (n > writer->left) {
        writer_settle(writer);
        writer->to = output_room(writer->output, ROOM);
        writer->left = ROOM;
    }
    return writer->to;
}

static void writer_filled(struct writer *writer, size_t n)
{
    writer->to += n;
    writer->left -= n;
    writer->used += n;
}

static void writer_byte(struct writer *writer, char byte)
{
    *writer_room(writer, 1) = byte;
    writer_filled(writer, 1);
}

static void writer_tab(struct writer *writer)
{
    if (writer->cells++ > 0)
        writer_byte(writer, '\t');
}

static void writer_piece(struct writer *writer, const char *text, size_t length)
{
    char *room = writer_room(writer, 2 * length);

    writer_filled(writer, (size_t)(escape_text(room, text, length) - room));
}

/* What stands before the text of a cell: a tab, and a backslash where it begins with a sign of
 * ours. */
static char *writer_open(struct writer *writer, char *to, const char *text, size_t length)
{
    if (writer->cells++ > 0)
        *to++ = '\t';
    if (length > 0 && (*text == '.' || (*text == '#' && writer->cells == 1)))
        *to++ = '\\';
    return to;
}

void writer_bytes(struct writer *writer, const char *text, size_t length)
{
    size_t first = MIN(length, PIECE);
    char *room = writer_room(writer, 2 * first + 2);
    char *to = writer_open(writer, room, text, length);

    writer_filled(writer, (size_t)(escape_text(to, text, first) - room));
    for (text += first, length -= first; length > 0; text += first, length -= first) {
        first = MIN(length, PIECE);
        writer_piece(writer, text, first);
    }
}

void writer_text(struct writer *writer, const char *text)
{
    writer_bytes(writer, text, strlen(text));
}

void writer_number(struct writer *writer, double value)
{
    writer_tab(writer);
    writer_filled(writer, (size_t)number_write(writer_room(writer, NUMBER_ROOM), value));
}

void writer_count(struct writer *writer, int64_t value)
{
    writer_tab(writer);
    writer_filled(writer, (size_t)number_write_count(writer_room(writer, NUMBER_ROOM), value));
}

void writer_missing(struct writer *writer, enum missing missing)
{
    const char *text = missing_text(missing);

    writer_tab(writer);
    for (; *text != '\0'; text++)
        writer_byte(writer, *text);
}

void writer_row(struct writer *writer)
{
    g_assert(writer->cells == writer->columns);
    writer_byte(writer, '\n');
    writer_settle(writer);
    writer->cells = 0;
    writer->last = writer->row;
    writer->row = 0;
}

char *writer_rows_room(struct writer *writer, size_t *room)
{
    char *to = output_room(writer->output, ROOM);

    *room = output_left(writer->output);
    return to;
}

void writer_rows_done(struct writer *writer, size_t n)
{
    output_advance(writer->output, n);
    writer->last = n;
}

const char *writer_row_last(const struct writer *writer, size_t *n)
{
    *n = writer->last;
    return output_last(writer->output, writer->last);
}

void writer_end(struct writer *writer)
{
    if (writer->columns > 0)
        output_text(writer->output, "# end\n");
    writer->columns = 0;
}
