#include "tally/columns.h"

#include "base/fail.h"

#include <string.h>

struct tally_columns {
    GArray *context; /* int: slots */
    GArray *extra;   /* int: slots */
    int sorted;      /* how many slots are in one of both, or in neither for good */
    GString *joined;
};

struct tally_columns *tally_columns_new(void)
{
    struct tally_columns *columns = g_new0(struct tally_columns, 1);

    columns->context = g_array_new(FALSE, FALSE, sizeof(int));
    columns->extra = g_array_new(FALSE, FALSE, sizeof(int));
    columns->joined = g_string_new(NULL);
    return columns;
}

void tally_columns_free(struct tally_columns *columns)
{
    g_array_free(columns->context, TRUE);
    g_array_free(columns->extra, TRUE);
    g_string_free(columns->joined, TRUE);
    g_free(columns);
}

static bool tally_columns_is_fixed(const char *name)
{
    return g_strv_contains(shape_columns(SHAPE_SEGMENTS), name) ||
           g_strv_contains(shape_columns(SHAPE_TALLIES), name) || strcmp(name, "origin") == 0 ||
           strcmp(name, "decision") == 0;
}

void tally_columns_sort(struct tally_columns *columns, struct reader *in)
{
    for (; columns->sorted < reader_column_count(in); columns->sorted++) {
        const char *name = reader_column_name(in, columns->sorted);

        if (!tally_columns_is_fixed(name))
            g_array_append_val(shape_is_context(name) ? columns->context : columns->extra,
                               columns->sorted);
    }
}

/* Whether the values of this row are those joined last, as they are in most rows. */
static bool tally_columns_again(const struct tally_columns *columns, const struct reader *in)
{
    const char *at = columns->joined->str;

    for (guint i = 0; i < columns->context->len; i++) {
        int slot = g_array_index(columns->context, int, i);
        size_t length = reader_length(in, slot);

        if (strncmp(at, reader_cell(in, slot), length) != 0)
            return false;
        at += length;
        if (*at != '\0' && *at++ != '\x1f')
            return false;
    }
    return *at == '\0';
}

const char *tally_columns_context(struct tally_columns *columns, const struct reader *in)
{
    if (tally_columns_again(columns, in))
        return columns->joined->str;
    g_string_truncate(columns->joined, 0);
    for (guint i = 0; i < columns->context->len; i++) {
        int slot = g_array_index(columns->context, int, i);

        if (strchr(reader_cell(in, slot), '\x1f') != NULL)
            fail(STATUS_STOPPED, "\"%s\" in column %s holds a control character (U+001F)",
                 reader_cell(in, slot), reader_column_name(in, slot));
        g_string_append_len(columns->joined, reader_cell(in, slot),
                            (gssize)reader_length(in, slot));
        g_string_append_c(columns->joined, '\x1f');
    }
    while (columns->joined->len > 0 && columns->joined->str[columns->joined->len - 1] == '\x1f')
        g_string_truncate(columns->joined, columns->joined->len - 1);
    return columns->joined->str;
}

void tally_columns_add(const struct tally_columns *columns, GArray *slots)
{
    g_array_append_vals(slots, columns->context->data, columns->context->len);
    g_array_append_vals(slots, columns->extra->data, columns->extra->len);
}

unsigned tally_columns_extras(const struct tally_columns *columns)
{
    return columns->extra->len;
}

const char *tally_columns_extra(const struct tally_columns *columns, const struct reader *in,
                                unsigned i)
{
    return reader_cell(in, g_array_index(columns->extra, int, i));
}

static GPtrArray *tally_columns_names(const GArray *slots, const struct reader *in)
{
    GPtrArray *names = g_ptr_array_new();

    for (guint i = 0; i < slots->len; i++)
        g_ptr_array_add(names, (gpointer)reader_column_name(in, g_array_index(slots, int, i)));
    return names;
}

GPtrArray *tally_columns_context_names(const struct tally_columns *columns, const struct reader *in)
{
    return tally_columns_names(columns->context, in);
}

GPtrArray *tally_columns_extra_names(const struct tally_columns *columns, const struct reader *in)
{
    return tally_columns_names(columns->extra, in);
}
