#include "plot/scene.h"

#include "codebook/wording.h"

#include <math.h>
#include <string.h>

enum { SCENE_TICS = 10 }; /* steps on an axis of whole numbers */

const char *const scene_lanes[SCENE_LANES] = {"role", "wave", "role+wave"};

const char *scene_hold(const struct scene *scene, char *text)
{
    g_ptr_array_add(scene->held, text);
    return text;
}

static char *scene_key(const char *by, const char *group, const char *subject,
                       const char *statistic)
{
    return g_strjoin("\x1f", by, group, subject, statistic, NULL);
}

/* The first term of a statistic that nothing but the results names. */
static void scene_find_term(struct scene *scene, const struct scene_about *about)
{
    if (about->statistic == NULL) {
        scene->term = scene->book->name;
        return;
    }
    for (guint i = 0; *scene->term == '\0' && i < findings_count(scene->findings); i++) {
        const struct result *result = findings_at(scene->findings, i);

        if (strcmp(result->analysis, about->analysis) == 0 &&
            strcmp(result->statistic, about->statistic) == 0)
            scene->term = result->term;
    }
}

/* Whether a result is about what the scene is about; a unit that it does not know yet it learns. */
static bool scene_takes(struct scene *scene, const struct scene_about *about,
                        const struct result *result)
{
    const char *unit;

    if (strcmp(result->analysis, about->analysis) != 0 || strcmp(result->term, scene->term) != 0)
        return false;
    if (!about->units)
        return true;
    unit = scene_hold(scene, finding_method(result, "unit"));
    if (unit != NULL && *scene->unit == '\0')
        scene->unit = unit;
    return unit != NULL && strcmp(unit, scene->unit) == 0;
}

bool scene_start(struct scene *scene, const struct scene_about *about)
{
    bool first = about->by == NULL && *scene->by == '\0';

    scene->held = g_ptr_array_new_with_free_func(g_free);
    scene->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (about->by != NULL && *scene->by == '\0')
        scene->by = about->by;
    scene_find_term(scene, about);
    for (guint i = 0; i < findings_count(scene->findings); i++) {
        const struct result *result = findings_at(scene->findings, i);

        if (!scene_takes(scene, about, result))
            continue;
        if (first && *scene->by == '\0' && strchr(result->by, '+') == NULL)
            scene->by = result->by;
        g_hash_table_insert(
            scene->rows, scene_key(result->by, result->group, result->subject, result->statistic),
            (gpointer)result);
    }
    return g_hash_table_size(scene->rows) > 0;
}

void scene_end(struct scene *scene)
{
    g_hash_table_destroy(scene->rows);
    g_ptr_array_free(scene->held, TRUE);
}

const struct result *scene_find_by(const struct scene *scene, const char *by, const char *group,
                                   const char *subject, const char *statistic)
{
    char *key = scene_key(by, group, subject, statistic);
    const struct result *result = g_hash_table_lookup(scene->rows, key);

    g_free(key);
    return result;
}

const struct result *scene_find(const struct scene *scene, const char *group, const char *subject,
                                const char *statistic)
{
    return scene_find_by(scene, *group == '\0' ? "" : scene->by, group, subject, statistic);
}

bool scene_holds(const struct scene *scene, const struct result *result)
{
    return scene_find_by(scene, result->by, result->group, result->subject, result->statistic) ==
           result;
}

double scene_value(const struct scene *scene, const char *group, const char *subject,
                   const char *statistic)
{
    const struct result *result = scene_find(scene, group, subject, statistic);

    return result == NULL ? NAN : result->value;
}

GPtrArray *scene_groups_by(const struct scene *scene, const char *by, const char *statistic)
{
    GPtrArray *groups = g_ptr_array_new();
    GHashTable *met = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; *by != '\0' && i < findings_count(scene->findings); i++) {
        const struct result *result = findings_at(scene->findings, i);

        if (strcmp(result->by, by) != 0 ||
            (statistic != NULL && strcmp(result->statistic, statistic) != 0) ||
            !scene_holds(scene, result))
            continue;
        if (g_hash_table_add(met, (gpointer)result->group))
            g_ptr_array_add(groups, (gpointer)result->group);
    }
    g_hash_table_destroy(met);
    return groups;
}

GPtrArray *scene_groups(const struct scene *scene, const char *statistic)
{
    return scene_groups_by(scene, scene->by, statistic);
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

void scene_whole_tics(const struct scene *scene, double low, double high, GArray *tics)
{
    double step = fmax(1, ceil((high - low) / SCENE_TICS));

    for (int i = 0; low + i * step <= high; i++) {
        double at = low + i * step;
        struct tic tic = {at, scene_hold(scene, show_decimal(at, 0, scene->show))};

        g_array_append_val(tics, tic);
    }
}

struct scene_range scene_range(const struct scene *scene, const char *name)
{
    int subject = scene->scales == NULL ? -1 : scales_find(scene->scales, name);
    struct scene_range range = {NAN, NAN};

    if (subject >= 0) {
        range.low = scales_minimum(scene->scales, (guint)subject);
        range.high = scales_maximum(scene->scales, (guint)subject);
    }
    return range;
}

/* The column of whom is counted, to be freed; "" where nothing says it. */
static char *scene_person(const struct scene *scene)
{
    for (guint i = 0; i < findings_count(scene->findings); i++) {
        const struct result *result = findings_at(scene->findings, i);
        char *person = scene_holds(scene, result) ? finding_method(result, "person") : NULL;

        if (person != NULL)
            return person;
    }
    return g_strdup("");
}

const char *scene_person_text(const struct scene *scene, const char *key)
{
    char *person = scene_person(scene);
    char *word = wording_person(scene->texts, person, scene->term, scene->unit, "many");
    char *persons = texts_get(scene->texts, "person", word);
    char *own = g_strjoin("-", key, person, NULL);
    const char *use = texts_has(scene->texts, "plot", own) ? own : key;
    const char *text =
        scene_hold(scene, texts_fill(scene->texts, "plot", use, "persons", persons, NULL));

    g_free(own);
    g_free(persons);
    g_free(word);
    g_free(person);
    return text;
}

const char *scene_text(const struct scene *scene, const char *key)
{
    return scene_hold(scene, texts_get(scene->texts, "plot", key));
}

const char *scene_count(const struct scene *scene, double count)
{
    return scene_hold(scene, show_count(isnan(count) ? -1 : llround(count), scene->show));
}
