#include "base/names.h"

#include <glib.h>
#include <string.h>

struct names {
    GHashTable *ids;  /* name -> id + 1; the names are owned by `texts` */
    GPtrArray *texts; /* id -> name */
    int last;         /* id that was asked for last, -1 at the start */
};

struct names *names_new(void)
{
    struct names *names = g_new(struct names, 1);

    names->ids = g_hash_table_new(g_str_hash, g_str_equal);
    names->texts = g_ptr_array_new_with_free_func(g_free);
    names->last = -1;
    return names;
}

void names_free(struct names *names)
{
    if (names == NULL)
        return;
    g_hash_table_destroy(names->ids);
    g_ptr_array_free(names->texts, TRUE);
    g_free(names);
}

int names_id(struct names *names, const char *name)
{
    gpointer found;
    char *copy;

    if (names->last >= 0 && strcmp(names_text(names, names->last), name) == 0)
        return names->last;
    found = g_hash_table_lookup(names->ids, name);
    if (found == NULL) {
        copy = g_strdup(name);
        g_ptr_array_add(names->texts, copy);
        found = GINT_TO_POINTER(names->texts->len);
        g_hash_table_insert(names->ids, copy, found);
    }
    names->last = GPOINTER_TO_INT(found) - 1;
    return names->last;
}

int names_find(const struct names *names, const char *name)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(names->ids, name)) - 1;
}

const char *names_text(const struct names *names, int id)
{
    return g_ptr_array_index(names->texts, (guint)id);
}

int names_count(const struct names *names)
{
    return (int)names->texts->len;
}
