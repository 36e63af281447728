#include "driver/flow.h"

#include "base/place.h"
#include "driver/spawn.h"

#include <string.h>
#include <unistd.h>

static const char flow_prefix[] = "vs-";

char *flow_program(const char *stage)
{
    char *folder = place_programs();
    char *name = g_strconcat(flow_prefix, stage, NULL);
    char *path = g_build_filename(folder, name, NULL);

    if (*stage == '\0' || strchr(stage, '/') != NULL ||
        !g_file_test(path, G_FILE_TEST_IS_REGULAR) || access(path, X_OK) != 0)
        g_clear_pointer(&path, g_free);
    g_free(name);
    g_free(folder);
    return path;
}

bool flow_has(const char *stage)
{
    char *path = flow_program(stage);
    bool has = path != NULL;

    g_free(path);
    return has;
}

static void flow_free(gpointer data)
{
    struct flow_stage *stage = data;

    g_free(stage->name);
    g_free(stage->shapes);
    g_free(stage->sentence);
    g_free(stage);
}

static gint flow_compare(gconstpointer left, gconstpointer right)
{
    const struct flow_stage *a = *(const struct flow_stage *const *)left;
    const struct flow_stage *b = *(const struct flow_stage *const *)right;

    return a->order != b->order ? a->order - b->order : strcmp(a->name, b->name);
}

/* `07<TAB>count<TAB>tallies -> results<TAB>sentence`; NULL when the line is something else. */
static struct flow_stage *flow_parse(const char *line, const char *name)
{
    char **cells = g_strsplit(line, "\t", -1);
    struct flow_stage *stage = NULL;

    if (g_strv_length(cells) == 4 && strcmp(cells[1], name) == 0 && g_ascii_isdigit(cells[0][0])) {
        stage = g_new(struct flow_stage, 1);
        stage->order = (int)g_ascii_strtoull(cells[0], NULL, 10);
        stage->name = g_strdup(name);
        stage->shapes = g_strdup(cells[2]);
        stage->sentence = g_strdup(g_strchomp(cells[3]));
    }
    g_strfreev(cells);
    return stage;
}

static struct flow_stage *flow_ask(const char *name)
{
    char *path = flow_program(name);
    const char *const words[] = {path, "--summary", NULL};
    struct flow_stage *stage = NULL;
    char *line = path == NULL ? NULL : spawn_read(words);

    if (line != NULL)
        stage = flow_parse(line, name);
    g_free(line);
    g_free(path);
    return stage;
}

GPtrArray *flow_stages(void)
{
    GPtrArray *stages = g_ptr_array_new_with_free_func(flow_free);
    char *folder = place_programs();
    GDir *list = g_dir_open(folder, 0, NULL);
    const char *entry;

    while (list != NULL && (entry = g_dir_read_name(list)) != NULL) {
        struct flow_stage *stage;

        if (!g_str_has_prefix(entry, flow_prefix))
            continue;
        stage = flow_ask(entry + strlen(flow_prefix));
        if (stage != NULL)
            g_ptr_array_add(stages, stage);
    }
    g_ptr_array_sort(stages, flow_compare);
    g_clear_pointer(&list, g_dir_close);
    g_free(folder);
    return stages;
}
