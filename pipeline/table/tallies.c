#include "table/tallies.h"

#include <string.h>

struct tallies *tallies_new(void)
{
    struct tallies *tallies = g_new0(struct tallies, 1);

    tallies->source_names = names_new();
    tallies->roles = names_new();
    tallies->coders = names_new();
    tallies->contexts = names_new();
    tallies->kinds = names_new();
    tallies->sources = g_ptr_array_new();
    tallies->current = -1;
    return tallies;
}

void tallies_free(struct tallies *tallies)
{
    for (guint i = 0; i < tallies->sources->len; i++) {
        tallies_release(tallies, tallies->sources->pdata[i]);
        g_free(tallies->sources->pdata[i]);
    }
    g_ptr_array_free(tallies->sources, TRUE);
    names_free(tallies->source_names);
    names_free(tallies->roles);
    names_free(tallies->coders);
    names_free(tallies->contexts);
    names_free(tallies->kinds);
    g_free(tallies);
}

static void tallies_clear_group(gpointer data)
{
    struct tally_group *group = data;

    g_array_free(group->cells, TRUE);
}

static struct tally_source *tallies_new_source(int id)
{
    struct tally_source *source = g_new0(struct tally_source, 1);

    source->id = id;
    source->groups = g_array_new(FALSE, FALSE, sizeof(struct tally_group));
    source->extras = g_ptr_array_new_with_free_func(g_free);
    source->varied = g_array_new(FALSE, TRUE, sizeof(gboolean));
    g_array_set_clear_func(source->groups, tallies_clear_group);
    return source;
}

struct tally_source *tallies_source(struct tallies *tallies, const char *name)
{
    int id = names_id(tallies->source_names, name);
    struct tally_source *source;

    if ((guint)id == tallies->sources->len)
        g_ptr_array_add(tallies->sources, tallies_new_source(id));
    else if (id != tallies->current)
        tallies->scattered = true;
    source = tallies->sources->pdata[id];
    tallies->current = id;
    return source->written ? NULL : source;
}

struct tally_group *tallies_group(struct tallies *tallies, struct tally_source *source,
                                  const char *role, const char *coder, const char *context)
{
    struct tally_group wanted = {
        .role = names_id(tallies->roles, role),
        .coder = names_id(tallies->coders, coder),
        .context = names_id(tallies->contexts, context),
    };
    struct tally_group *found;

    for (guint i = 0; i < source->groups->len; i++) {
        struct tally_group *group = &g_array_index(source->groups, struct tally_group, i);

        if (group->role == wanted.role && group->coder == wanted.coder &&
            group->context == wanted.context)
            return group;
    }
    g_array_append_val(source->groups, wanted);
    found = &g_array_index(source->groups, struct tally_group, source->groups->len - 1);
    found->cells = g_array_sized_new(FALSE, FALSE, sizeof(struct tally_cell), 4);
    return found;
}

guint tallies_cell(struct tallies *tallies, struct tally_group *group, int kind)
{
    struct tally_cell cell = {.kind = kind};

    for (guint i = 0; i < group->cells->len; i++)
        if (g_array_index(group->cells, struct tally_cell, i).kind == kind)
            return i;
    g_array_append_val(group->cells, cell);
    tallies->bytes += sizeof cell;
    return group->cells->len - 1;
}

void tallies_extra(struct tally_source *source, guint column, const char *value)
{
    if (source->extras->len <= column) {
        g_ptr_array_set_size(source->extras, (gint)column + 1);
        g_array_set_size(source->varied, column + 1);
    }
    if (g_array_index(source->varied, gboolean, column))
        return;
    if (source->extras->pdata[column] == NULL)
        source->extras->pdata[column] = g_strdup(value);
    else if (strcmp(source->extras->pdata[column], value) != 0)
        g_array_index(source->varied, gboolean, column) = TRUE;
}

void tallies_release(struct tallies *tallies, struct tally_source *source)
{
    if (source->groups == NULL)
        return;
    for (guint i = 0; i < source->groups->len; i++)
        tallies->bytes -= sizeof(struct tally_cell) *
                          g_array_index(source->groups, struct tally_group, i).cells->len;
    tallies->bytes -= marks_bytes(&source->units);
    g_clear_pointer(&source->extras, g_ptr_array_unref);
    g_array_free(source->varied, TRUE);
    g_array_free(source->groups, TRUE);
    source->groups = NULL;
    marks_clear(&source->units);
    source->written = true;
}
