#include "count/group.h"

struct board_group *group_new(char *by, char *name)
{
    struct board_group *group = g_new0(struct board_group, 1);

    group->by = by;
    group->name = name;
    group->persons = names_new();
    group->wpbs = names_new();
    group->students = names_new();
    group->sources = names_new();
    group->counts = g_array_new(FALSE, TRUE, sizeof(int64_t));
    group->uppers = g_array_new(FALSE, FALSE, sizeof(int));
    return group;
}

int64_t group_known(const struct names *names)
{
    return names_count(names) == 0 ? -1 : names_count(names);
}

void group_free(gpointer freed)
{
    struct board_group *group = freed;

    g_free(group->by);
    g_free(group->name);
    names_free(group->persons);
    names_free(group->wpbs);
    names_free(group->students);
    names_free(group->sources);
    g_array_free(group->counts, TRUE);
    g_array_free(group->uppers, TRUE);
    g_free(group);
}
