#include "plot/scene.h"

#include <math.h>

const char *scene_hold(const struct scene *scene, char *text)
{
    g_ptr_array_add(scene->held, text);
    return text;
}

const struct result *scene_find(const struct scene *scene, const char *group, const char *subject,
                                const char *statistic)
{
    const struct finding_key key = {
        .analysis = "count",
        .by = *group == '\0' ? "" : scene->by,
        .group = group,
        .subject = subject,
        .term = scene->book->name,
        .statistic = statistic,
        .unit = scene->unit,
    };

    return findings_find(scene->findings, &key);
}

double scene_value(const struct scene *scene, const char *group, const char *subject,
                   const char *statistic)
{
    const struct result *result = scene_find(scene, group, subject, statistic);

    return result == NULL ? NAN : result->value;
}

GPtrArray *scene_persons(const struct scene *scene)
{
    if (*scene->by == '\0')
        return g_ptr_array_new();
    return findings_groups(scene->findings, scene->by, scene->book->name, scene->unit);
}

enum side scene_side(const struct scene *scene, const struct code *code)
{
    int last = (int)scene->book->sides->len - 1;

    if (code->side_id < 0 || (code->side_id > 0 && code->side_id < last))
        return SIDE_NEITHER;
    return code->side_id == 0 ? SIDE_FIRST : SIDE_LAST;
}

struct tic *scene_tics(const struct tics *tics)
{
    struct tic *marks = g_new(struct tic, tics->places->len + 1);

    for (guint i = 0; i < tics->places->len; i++)
        marks[i] = (struct tic){g_array_index(tics->places, double, i), tics->labels->pdata[i]};
    return marks;
}

const char *scene_text(const struct scene *scene, const char *key)
{
    return scene_hold(scene, texts_get(scene->texts, "plot", key));
}
