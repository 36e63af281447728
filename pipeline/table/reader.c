#include "table/reader.h"

#include "base/fail.h"
#include "base/names.h"
#include "table/row.h"
#include "table/stream.h"

#include <string.h>

struct reader {
    struct reader_row row; /* first: reader.h */
    enum reader_end end;
    struct stream *stream;
    struct head *head;   /* of the table being read, or read last */
    bool finished;       /* the last table has ended */
    GPtrArray *heads;    /* of every table so far */
    struct names *slots; /* column names of all tables */
    GArray *places;      /* int by slot: cell index in this table, -1 when absent */
    GArray *cells;       /* struct value by index in this table */
    int origin;
    GString *place;
    GString *position;
};

/* Where the columns of the new table stand. */
static void reader_place_columns(struct reader *reader)
{
    const GPtrArray *columns = reader->head->columns;

    for (guint i = 0; i < columns->len; i++)
        reader_column(reader, columns->pdata[i]);
    for (guint slot = 0; slot < reader->places->len; slot++)
        g_array_index(reader->places, int, slot) = -1;
    for (guint i = 0; i < columns->len; i++)
        g_array_index(reader->places, int, names_find(reader->slots, columns->pdata[i])) = (int)i;
    g_array_set_size(reader->cells, columns->len);
    reader->row.values = (const struct value *)(const void *)reader->cells->data;
}

static void reader_agree(struct reader *reader)
{
    const struct head *first = reader->heads->pdata[0];

    if (first->shape != reader->head->shape)
        stream_stop(reader->stream, "another shape than the table before");
    if (g_strcmp0(first->unit, reader->head->unit) != 0)
        stream_stop(reader->stream,
                    "`# unit` differs from the table before: they count different things");
    if (g_strcmp0(first->extent, reader->head->extent) != 0)
        stream_stop(reader->stream, "`# extent` differs from the table before");
}

/* Goes to the first row of the next table; false when there is none. */
static bool reader_next_table(struct reader *reader)
{
    struct head *head = stream_head(reader->stream);

    if (head == NULL)
        return false;
    reader->head = head;
    g_ptr_array_add(reader->heads, head);
    reader_agree(reader);
    reader_place_columns(reader);
    return true;
}

struct reader *reader_open(unsigned shapes, char **files, enum reader_end end)
{
    struct reader *reader = g_new0(struct reader, 1);

    reader->end = end;
    reader->stream = stream_open(shapes, files);
    reader->heads = g_ptr_array_new_with_free_func((GDestroyNotify)head_free);
    reader->slots = names_new();
    reader->places = g_array_new(FALSE, FALSE, sizeof(int));
    reader->cells = g_array_new(FALSE, FALSE, sizeof(struct value));
    reader->place = g_string_new(NULL);
    reader->position = g_string_new(NULL);
    reader->origin = reader_column(reader, "origin");
    reader->finished = !reader_next_table(reader);
    return reader;
}

void reader_close(struct reader *reader)
{
    stream_close(reader->stream);
    g_ptr_array_free(reader->heads, TRUE);
    names_free(reader->slots);
    g_array_free(reader->places, TRUE);
    g_array_free(reader->cells, TRUE);
    g_string_free(reader->place, TRUE);
    g_string_free(reader->position, TRUE);
    g_free(reader);
}

static void reader_split(struct reader *reader, const struct line *line)
{
    size_t room = reader->cells->len;
    const char *wrong;
    size_t n = row_cut(line, (struct value *)(void *)reader->cells->data, room, &wrong);

    if (wrong != NULL)
        stream_stop(reader->stream, wrong);
    if (n != room)
        fail(STATUS_STOPPED, "%s:%zu: row holds %zu cells, the header %zu",
             stream_name(reader->stream), stream_number(reader->stream), n, room);
}

/* The next line. A last line without its newline was cut short: --partial takes it for absent. */
static bool reader_line(struct reader *reader, struct line *line)
{
    if (!stream_line(reader->stream, line))
        return false;
    return reader->end == READER_WHOLE || stream_ended(reader->stream) ||
           strcmp(line->text, "# end") == 0;
}

bool reader_next(struct reader *reader)
{
    struct line line;

    while (!reader->finished) {
        if (!reader_line(reader, &line)) {
            if (reader->end == READER_WHOLE)
                stream_stop(reader->stream,
                            "input stopped before its `# end` line (did the stage before fail?)");
        } else if (line.text[0] != '#') {
            reader_split(reader, &line);
            return true;
        } else if (strcmp(line.text, "# end") != 0) {
            stream_stop(reader->stream,
                        "a row begins with `#` (written `\\#`), or `# end` is missing");
        }
        reader->finished = !reader_next_table(reader);
    }
    return false;
}

int reader_column(struct reader *reader, const char *name)
{
    int slot = names_id(reader->slots, name);
    int absent = -1;

    while (reader->places->len <= (guint)slot)
        g_array_append_val(reader->places, absent);
    reader->row.places = (const int *)(const void *)reader->places->data;
    return slot;
}

int reader_column_count(const struct reader *reader)
{
    return names_count(reader->slots);
}

const char *reader_column_name(const struct reader *reader, int slot)
{
    return names_text(reader->slots, slot);
}

int reader_width(const struct reader *reader)
{
    return (int)reader->head->columns->len;
}

int reader_slot(const struct reader *reader, int place)
{
    return names_find(reader->slots, reader->head->columns->pdata[place]);
}

const struct head *reader_head(const struct reader *reader)
{
    return reader->head;
}

unsigned reader_table(const struct reader *reader)
{
    return reader->heads->len;
}

struct head *reader_united(const struct reader *reader)
{
    struct head *united = head_copy(reader->heads->pdata[0]);
    GPtrArray *chains = g_ptr_array_new();

    for (guint i = 0; i < reader->heads->len; i++) {
        const struct head *head = reader->heads->pdata[i];

        head_unite(united, head);
        g_ptr_array_add(chains, head->chain);
    }
    g_ptr_array_free(united->chain, TRUE);
    united->chain = head_join_chains(chains);
    g_ptr_array_free(chains, TRUE);
    return united;
}

const char *reader_place(struct reader *reader)
{
    const char *origin = reader_cell(reader, reader->origin);

    if (*origin != '\0')
        return origin;
    g_string_printf(reader->place, "%s:%zu", stream_name(reader->stream),
                    stream_number(reader->stream));
    return reader->place->str;
}

void reader_position(struct reader *reader, const char **file, const char **line)
{
    char *colon;

    g_string_assign(reader->position, reader_place(reader));
    colon = strrchr(reader->position->str, ':');
    *file = reader->position->str;
    *line = "";
    if (colon == NULL)
        return;
    *colon = '\0';
    *line = colon + 1;
}
