#include "table/stream.h"

#include "base/fail.h"
#include "table/encoding.h"

#include <string.h>

struct stream {
    unsigned shapes;
    char **files;
    size_t next;
    struct lines *lines; /* NULL between files */
    char *name;
    size_t number;
};

struct stream *stream_open(unsigned shapes, char **files)
{
    struct stream *stream = g_new0(struct stream, 1);

    stream->shapes = shapes;
    stream->files = files;
    return stream;
}

void stream_close(struct stream *stream)
{
    lines_close(stream->lines);
    g_free(stream->name);
    g_free(stream);
}

const char *stream_name(const struct stream *stream)
{
    return stream->name;
}

size_t stream_number(const struct stream *stream)
{
    return stream->number;
}

void stream_stop(const struct stream *stream, const char *why)
{
    fail(STATUS_STOPPED, "%s:%zu: %s", stream->name, stream->number, why);
}

static bool stream_open_next(struct stream *stream)
{
    bool standard = stream->files == NULL || stream->files[0] == NULL;

    if (standard ? stream->next > 0 : stream->files[stream->next] == NULL)
        return false;
    stream->lines = lines_open(standard ? NULL : stream->files[stream->next]);
    stream->next++;
    stream->number = 0;
    g_free(stream->name);
    stream->name = g_strdup(lines_name(stream->lines));
    return true;
}

bool stream_ended(const struct stream *stream)
{
    return stream->lines == NULL || lines_ended(stream->lines);
}

bool stream_line(struct stream *stream, struct line *line)
{
    if (stream->lines == NULL)
        return false;
    if (!lines_next(stream->lines, line)) {
        lines_close(stream->lines);
        stream->lines = NULL;
        return false;
    }
    stream->number = lines_number(stream->lines);
    if (!line->clean && memchr(line->text, '\0', line->length) != NULL)
        stream_stop(stream, "NUL byte: this is not a table of volgstuur");
    if (line->length > 0 && line->text[line->length - 1] == '\r')
        stream_stop(stream, "line ends in a carriage return: saved by another program? "
                            "(vs-ingest reads foreign files)");
    if (!line->clean && encoding_valid(line->text, line->length) < line->length)
        stream_stop(stream, "bytes that are not UTF-8: this is not a table of volgstuur");
    return true;
}

/* Reads the header line, which must begin with the fixed columns of the shape, in their order. */
static void stream_header(struct stream *stream, struct head *head, const char *line)
{
    char **names = g_strsplit(line, "\t", -1);
    GPtrArray *columns = head->columns;
    guint fixed = columns->len;

    for (guint i = 0; names[i] != NULL; i++) {
        if (i < fixed && strcmp(names[i], columns->pdata[i]) != 0)
            stream_stop(stream, "header does not begin with the columns of its shape");
        if (i < fixed)
            continue;
        if (*names[i] == '\0' ||
            g_ptr_array_find_with_equal_func(columns, names[i], g_str_equal, NULL))
            stream_stop(stream, "header holds an empty or repeated column name");
        head_column(head, names[i]);
    }
    if (g_strv_length(names) < fixed)
        stream_stop(stream, "header does not hold all columns of its shape");
    g_strfreev(names);
}

/* The shape that the first line of a table names. */
static enum shape stream_shape(struct stream *stream, const char *line)
{
    int shape = g_str_has_prefix(line, "# vs 1 ") ? shape_find(line + 7) : -1;

    if (shape < 0)
        stream_stop(stream, "no table of volgstuur begins here (expected `# vs 1 SHAPE`; vs-ingest "
                            "reads foreign files)");
    if ((stream->shapes & shape_bit((enum shape)shape)) == 0)
        fail(STATUS_STOPPED, "%s:%zu: this stage does not read %s", stream->name, stream->number,
             shape_name((enum shape)shape));
    return (enum shape)shape;
}

/* Reads a whole head, `line` being its first line. */
static struct head *stream_begin(struct stream *stream, struct line *line)
{
    struct head *head = head_new(stream_shape(stream, line->text));

    for (;;) {
        const char *wrong;

        if (!stream_line(stream, line))
            stream_stop(stream, "input stopped inside its head (did the stage before fail?)");
        if (line->text[0] != '#')
            break;
        wrong = head_add(head, line->text);
        if (wrong != NULL)
            stream_stop(stream, wrong);
    }
    stream_header(stream, head, line->text);
    return head;
}

struct head *stream_head(struct stream *stream)
{
    struct line line;

    for (;;) {
        if (stream->lines == NULL && !stream_open_next(stream))
            return NULL;
        if (stream_line(stream, &line))
            return stream_begin(stream, &line);
        if (stream->number == 0)
            fail(STATUS_STOPPED, "%s: empty: no table at all (did the stage before fail?)",
                 stream->name);
    }
}
