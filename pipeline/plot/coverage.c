#include "plot/coverage.h"

#include "chart/matrix.h"
#include "plot/shades.h"

#include <math.h>
#include <string.h>

/* Codes that were given in no group are left out, and counted, where they are more than this and
 * more than the others; else they stand there with their zeros. */
enum { COVERAGE_UNUSED = 12 };

struct coverage {
    const struct scene *scene;
    const char *by;
    const char *statistic;
    const char *whole; /* the statistic of a whole column */
    GPtrArray *groups;
    GPtrArray *codes; /* const struct code *: those that are shown */
    guint left_out;   /* how many are not */
};

/* The first column of groups in the results that are not persons; "" when there is none. */
static const char *coverage_column(const struct scene *scene)
{
    for (guint i = 0; i < findings_count(scene->findings); i++) {
        const struct result *result = findings_at(scene->findings, i);
        char *person = finding_method(result, "person");
        bool persons = g_strcmp0(person, result->by) == 0;

        g_free(person);
        if (*result->by != '\0' && strchr(result->by, '+') == NULL && !persons &&
            scene_holds(scene, result))
            return result->by;
    }
    return "";
}

static double coverage_value(const struct coverage *coverage, const char *group, const char *code,
                             const char *statistic)
{
    const struct result *result =
        scene_find_by(coverage->scene, coverage->by, group, code, statistic);

    return result == NULL ? NAN : result->value;
}

/* Whether no group has the code; what is hidden may be anything. */
static bool coverage_is_unused(const struct coverage *coverage, const struct code *code)
{
    for (guint i = 0; i < coverage->groups->len; i++) {
        const struct result *result =
            scene_find_by(coverage->scene, coverage->by, coverage->groups->pdata[i], code->code,
                          coverage->statistic);

        if (result != NULL && !(result->value == 0))
            return false;
    }
    return true;
}

static void coverage_find_codes(struct coverage *coverage)
{
    const GPtrArray *codes = coverage->scene->book->codes;

    for (guint i = 0; i < codes->len; i++)
        if (!coverage_is_unused(coverage, codes->pdata[i]))
            g_ptr_array_add(coverage->codes, codes->pdata[i]);
    coverage->left_out = codes->len - coverage->codes->len;
    if (coverage->left_out > COVERAGE_UNUSED && coverage->left_out > coverage->codes->len)
        return;
    coverage->left_out = 0;
    g_ptr_array_set_size(coverage->codes, 0);
    for (guint i = 0; i < codes->len; i++)
        g_ptr_array_add(coverage->codes, codes->pdata[i]);
}

static struct matrix_cell *coverage_cells(const struct coverage *coverage, double *most)
{
    guint n = coverage->groups->len;
    guint n_cells = coverage->codes->len * n;
    double *counts = g_new(double, n_cells + 1);
    struct matrix_cell *cells = g_new0(struct matrix_cell, n_cells + 1);

    *most = 0;
    for (guint i = 0; i < n_cells; i++) {
        const struct code *code = coverage->codes->pdata[i / n];

        counts[i] = coverage_value(coverage, coverage->groups->pdata[i % n], code->code,
                                   coverage->statistic);
        cells[i].value = scene_count(coverage->scene, counts[i]);
        *most = fmax(*most, counts[i]);
    }
    for (guint i = 0; i < n_cells; i++)
        cells[i].shade = shades_of(counts[i], *most);
    g_free(counts);
    return cells;
}

static const char *coverage_title(const struct coverage *coverage)
{
    const struct scene *scene = coverage->scene;
    bool persons = strcmp(coverage->whole, "persons") == 0;
    char *key = g_strconcat("axis-count-", scene->unit, NULL);
    const char *what =
        persons ? scene_person_text(scene, "coverage-persons") : scene_text(scene, key);

    g_free(key);
    if (coverage->left_out == 0)
        return scene_hold(scene,
                          texts_fill(scene->texts, "plot", "coverage-title", "what", what, NULL));
    return scene_hold(scene, texts_fill(scene->texts, "plot", "coverage-title-rest", "what", what,
                                        "n", scene_count(scene, coverage->left_out), NULL));
}

/* The name of the column in the words of people, else as it is. */
static const char *coverage_column_title(const struct coverage *coverage)
{
    const struct scene *scene = coverage->scene;

    if (texts_has(scene->texts, "column", coverage->by))
        return scene_hold(scene, texts_get(scene->texts, "column", coverage->by));
    return coverage->by;
}

static const char *coverage_note(const struct coverage *coverage, const char *group)
{
    const struct scene *scene = coverage->scene;
    const char *n = scene_count(scene, coverage_value(coverage, group, "", coverage->whole));

    return scene_hold(scene, texts_fill(scene->texts, "plot", "bar-n", "n", n, NULL));
}

static bool coverage_show(const struct coverage *coverage, const char *script, GBytes **image,
                          char **why)
{
    const struct scene *scene = coverage->scene;
    guint n_rows = coverage->codes->len;
    guint n_columns = coverage->groups->len;
    const char **rows = g_new(const char *, n_rows);
    const char **columns = g_new(const char *, n_columns);
    const char **notes = g_new(const char *, n_columns);
    double most;
    struct matrix_cell *cells = coverage_cells(coverage, &most);
    struct matrix_chart chart = {
        .rows = rows,
        .n_rows = n_rows,
        .columns = columns,
        .n_columns = n_columns,
        .cells = cells,
        .notes = notes,
        .column_title = coverage_column_title(coverage),
        .title = coverage_title(coverage),
    };
    bool drawn = false;

    for (guint i = 0; i < n_rows; i++)
        rows[i] = code_label(coverage->codes->pdata[i], scene->language);
    for (guint i = 0; i < n_columns; i++) {
        const char *group = coverage->groups->pdata[i];

        columns[i] = *group != '\0' ? group : scene_text(scene, "coverage-unknown");
        notes[i] = coverage_note(coverage, group);
    }
    if (most > 0)
        drawn = matrix_draw(&chart, script, scene->kind, NULL, image, why);
    else
        *why = g_strdup("nothing was counted");
    g_free(cells);
    g_free(rows);
    g_free(columns);
    g_free(notes);
    return drawn;
}

bool coverage_draw(const struct scene *scene, const char *script, GBytes **image, char **why)
{
    bool persons = strcmp(scene->unit, "event") == 0;
    struct coverage coverage = {
        .scene = scene,
        .by = *scene->by != '\0' ? scene->by : coverage_column(scene),
        .statistic = persons ? "with_persons" : "segments",
        .whole = persons ? "persons" : "segments",
        .codes = g_ptr_array_new(),
    };
    bool drawn = false;

    coverage.groups = scene_groups_by(scene, coverage.by, coverage.statistic);
    coverage_find_codes(&coverage);
    if (*coverage.by == '\0')
        *why = g_strdup("nothing was counted by a column that holds no persons");
    else if (coverage.groups->len == 0)
        *why = g_strdup_printf("nothing was counted by %s", coverage.by);
    else
        drawn = coverage_show(&coverage, script, image, why);
    g_ptr_array_unref(coverage.codes);
    g_ptr_array_unref(coverage.groups);
    return drawn;
}
