#include "table/writer.h"

#include "table/number.h"

#include <stdbool.h>
#include <string.h>

enum { PIECE = 16 << 10, ROOM = 64 << 10 };

struct writer {
    struct output *output;
    guint columns; /* of the table begun; 0 when none is */
    guint cells;   /* of the row so far */
    char *to;      /* where the row goes on in the room it has; NULL between rows */
    size_t left;   /* bytes of that room */
    size_t used;   /* bytes written there that the output does not know of yet */
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

static char writer_escape(char byte)
{
    if ((unsigned char)byte > '\\')
        return '\0';
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

/* Whether one of eight bytes is a backslash or below 0x20, as all that is escaped is: Mycroft's
 * test for a byte below n in a word, (word - n) & ~word & 0x80 in each byte. */
static bool writer_may_escape(uint64_t word)
{
    const uint64_t ones = 0x0101010101010101U;
    uint64_t slashes = word ^ ('\\' * ones);

    return ((((word - 0x20 * ones) & ~word) | ((slashes - ones) & ~slashes)) & 0x80 * ones) != 0;
}

/* Eight bytes of the last `length` ones before `stop`, from two loads that overlap (4 <= length <
 * 8).
 */
static uint64_t writer_load_short(const char *stop, size_t length)
{
    uint32_t first;
    uint32_t last;

    memcpy(&first, stop - length, sizeof first);
    memcpy(&last, stop - sizeof last, sizeof last);
    return first | (uint64_t)last << 32;
}

/* Copies text of 4 to 7 bytes when nothing in it is escaped; false otherwise. */
static bool writer_copy_short(char *to, const char *text, size_t length)
{
    uint64_t word = writer_load_short(text + length, length);
    uint32_t first = (uint32_t)word;
    uint32_t last = (uint32_t)(word >> 32);

    if (writer_may_escape(word))
        return false;
    memcpy(to, &first, sizeof first);
    memcpy(to + length - sizeof last, &last, sizeof last);
    return true;
}

/* Copies text[0 .. length) to `to`, its escapes doubled up; returns where it ends. */
static char *writer_copy(char *to, const char *text, size_t length)
{
    const char *stop = text + length;

    while (text < stop) {
        size_t left = (size_t)(stop - text);
        uint64_t word;
        char escape;

        if (left >= sizeof word) {
            memcpy(&word, text, sizeof word);
            memcpy(to, &word, sizeof word);
            if (!writer_may_escape(word)) {
                to += sizeof word;
                text += sizeof word;
                continue;
            }
        } else if (left >= sizeof word / 2 && writer_copy_short(to, text, left)) {
            return to + left;
        }
        escape = writer_escape(*text);
        if (escape != '\0')
            *to++ = '\\';
        *to++ = escape != '\0' ? escape : *text;
        text++;
    }
    return to;
}

static void writer_piece(struct writer *writer, const char *text, size_t length)
{
    char *room = writer_room(writer, 2 * length);

    writer_filled(writer, (size_t)(writer_copy(room, text, length) - room));
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

    writer_filled(writer, (size_t)(writer_copy(to, text, first) - room));
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
}

void writer_end(struct writer *writer)
{
    if (writer->columns > 0)
        output_text(writer->output, "# end\n");
    writer->columns = 0;
}
