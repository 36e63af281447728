#include "base/names.h"

#include <glib.h>
#include <string.h>

enum { PLACES = 64, TEXTS = 1 << 10 };

struct names {
    GHashTable *ids;    /* name -> id + 1 */
    GPtrArray *texts;   /* id -> name */
    GStringChunk *own;  /* where the names stand */
    int recent[PLACES]; /* id asked for last among the names of this place, -1 at the start */
};

/* Names that begin and end alike share a place. */
static int *names_place(struct names *names, const char *name)
{
    size_t length = strlen(name);
    unsigned first = (unsigned char)name[0];
    unsigned second = length < 2 ? 0 : (unsigned char)name[1];
    unsigned last = length < 2 ? 0 : (unsigned char)name[length - 1];
    unsigned before = length < 2 ? 0 : (unsigned char)name[length - 2];

    return &names->recent[(first + 9 * second + last + 10 * before) % PLACES];
}

struct names *names_new(void)
{
    struct names *names = g_new(struct names, 1);

    names->ids = g_hash_table_new(g_str_hash, g_str_equal);
    names->texts = g_ptr_array_new();
    names->own = g_string_chunk_new(TEXTS);
    for (int i = 0; i < PLACES; i++)
        names->recent[i] = -1;
    return names;
}

void names_free(struct names *names)
{
    if (names == NULL)
        return;
    g_hash_table_destroy(names->ids);
    g_ptr_array_free(names->texts, TRUE);
    g_string_chunk_free(names->own);
    g_free(names);
}

int names_id(struct names *names, const char *name)
{
    int *recent = names_place(names, name);
    gpointer found;
    char *copy;

    if (*recent >= 0 && strcmp(names_text(names, *recent), name) == 0)
        return *recent;
    found = g_hash_table_lookup(names->ids, name);
    if (found == NULL) {
        copy = g_string_chunk_insert(names->own, name);
        g_ptr_array_add(names->texts, copy);
        found = GINT_TO_POINTER(names->texts->len);
        g_hash_table_insert(names->ids, copy, found);
    }
    *recent = GPOINTER_TO_INT(found) - 1;
    return *recent;
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

int names_compare(const void *left, const void *right)
{
    return strcmp(left, right);
}
