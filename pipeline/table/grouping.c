#include "table/grouping.h"

#include "base/fail.h"

#include <string.h>

enum { MOST_COLUMNS = 4 };

GPtrArray *grouping_split(char *const *lists)
{
    GPtrArray *columns = g_ptr_array_new_with_free_func(g_free);

    for (; lists != NULL && *lists != NULL; lists++) {
        char **names = g_strsplit(*lists, ",", -1);

        for (char **name = names; *name != NULL; name++)
            g_ptr_array_add(columns, g_strdup(*name));
        g_strfreev(names);
    }
    return columns;
}

struct grouping *grouping_new(void)
{
    struct grouping *grouping = g_new0(struct grouping, 1);

    grouping->slots = g_array_new(FALSE, FALSE, sizeof(int));
    grouping->names = g_ptr_array_new();
    grouping->by = g_string_new(NULL);
    grouping->name = g_string_new(NULL);
    grouping->key = g_string_new(NULL);
    return grouping;
}

void grouping_free(struct grouping *grouping)
{
    g_array_free(grouping->slots, TRUE);
    g_ptr_array_free(grouping->names, TRUE);
    g_string_free(grouping->by, TRUE);
    g_string_free(grouping->name, TRUE);
    g_string_free(grouping->key, TRUE);
    g_free(grouping);
}

void grouping_add(struct grouping *grouping, struct reader *in, const char *column)
{
    int slot = reader_column(in, column);

    if (g_ptr_array_find_with_equal_func(grouping->names, column, g_str_equal, NULL))
        return;
    if (grouping->names->len == MOST_COLUMNS)
        fail(STATUS_USAGE, "--by takes at most %d columns", MOST_COLUMNS);
    g_array_append_val(grouping->slots, slot);
    g_ptr_array_add(grouping->names, (gpointer)column);
}

guint grouping_subsets(const struct grouping *grouping)
{
    return 1U << grouping->names->len;
}

static void grouping_add_value(struct grouping *grouping, guint i, const char *value,
                               const char *place)
{
    gboolean first = grouping->by->len == 0;

    if (strstr(value, " + ") != NULL)
        fail(STATUS_STOPPED, "%s: \"%s\": groups are joined by ` + `; write it another way", place,
             value);
    g_string_append(grouping->by, first ? "" : "+");
    g_string_append(grouping->by, grouping->names->pdata[i]);
    g_string_append(grouping->name, first ? "" : " + ");
    g_string_append(grouping->name, value);
}

void grouping_join(struct grouping *grouping, const char *const *values, guint subset,
                   const char *place)
{
    g_string_truncate(grouping->by, 0);
    g_string_truncate(grouping->name, 0);
    for (guint i = 0; i < grouping->names->len; i++)
        if ((subset & 1U << i) != 0)
            grouping_add_value(grouping, i, values[i], place);
    g_string_printf(grouping->key, "%u\x1f%s", subset, grouping->name->str);
}

void grouping_read(struct grouping *grouping, struct reader *in, guint subset)
{
    const char *values[MOST_COLUMNS];

    for (guint i = 0; i < grouping->names->len; i++)
        values[i] = reader_cell(in, g_array_index(grouping->slots, int, i));
    grouping_join(grouping, values, subset, reader_place(in));
}

gboolean grouping_is_by(const char *by, const char *column)
{
    char **names = g_strsplit(by, "+", -1);
    gboolean is = g_strv_contains((const char *const *)names, column);

    g_strfreev(names);
    return is;
}
