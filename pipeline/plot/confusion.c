#include "plot/confusion.h"

#include "chart/matrix.h"
#include "plot/shades.h"

#include <math.h>
#include <string.h>

enum { CONFUSION_ALL = 12 }; /* of more codes only those that occur are shown */

/* The codes of one cell, as in its subject `CODE~CODE`. */
struct confusion_pair {
    const char *row;
    const char *column;
    double count;
};

struct confusion {
    const struct scene *scene;
    GArray *pairs;    /* struct confusion_pair */
    GPtrArray *codes; /* texts, "" for no code */
    bool merged;      /* who of two coders gave which code is not told: a pair stands there once */
    double same, other; /* the highest counts on the diagonal and off it */
};

static const struct confusion_pair *confusion_pair(const struct confusion *confusion, guint i)
{
    return &g_array_index(confusion->pairs, struct confusion_pair, i);
}

static void confusion_find_pairs(struct confusion *confusion)
{
    const struct scene *scene = confusion->scene;

    for (guint i = 0; i < findings_count(scene->findings); i++) {
        const struct result *result = findings_at(scene->findings, i);
        const char *middle = strchr(result->subject, '~');
        struct confusion_pair pair = {.count = result->value};

        if (*result->by != '\0' || middle == NULL || strcmp(result->statistic, "confusion") != 0 ||
            !scene_holds(scene, result))
            continue;
        pair.row = scene_hold(scene, g_strndup(result->subject, (gsize)(middle - result->subject)));
        pair.column = middle + 1;
        g_array_append_val(confusion->pairs, pair);
    }
}

/* The number of a row and a column; NULL when there is none. */
static const struct result *confusion_find(const struct confusion *confusion, const char *row,
                                           const char *column)
{
    char *subject = g_strconcat(row, "~", column, NULL);
    const struct result *result = scene_find(confusion->scene, "", subject, "confusion");

    g_free(subject);
    return result;
}

static bool confusion_occurs(const struct confusion *confusion, const char *code, bool counted)
{
    for (guint i = 0; i < confusion->pairs->len; i++) {
        const struct confusion_pair *pair = confusion_pair(confusion, i);

        if ((strcmp(pair->row, code) == 0 || strcmp(pair->column, code) == 0) &&
            (!counted || pair->count > 0))
            return true;
    }
    return false;
}

static void confusion_add(struct confusion *confusion, const char *code)
{
    if (!g_ptr_array_find_with_equal_func(confusion->codes, code, g_str_equal, NULL))
        g_ptr_array_add(confusion->codes, (gpointer)code);
}

/* Codes in the order of the codebook, then any it does not know, then none. */
static void confusion_find_codes(struct confusion *confusion)
{
    const GPtrArray *codes = confusion->scene->book->codes;
    bool all = codes->len <= CONFUSION_ALL;

    for (guint i = 0; i < codes->len; i++) {
        const struct code *code = codes->pdata[i];

        if (all || confusion_occurs(confusion, code->code, true))
            confusion_add(confusion, code->code);
    }
    for (guint i = 0; i < confusion->pairs->len; i++) {
        const struct confusion_pair *pair = confusion_pair(confusion, i);

        if (pair->count > 0 && *pair->row != '\0')
            confusion_add(confusion, pair->row);
        if (pair->count > 0 && *pair->column != '\0')
            confusion_add(confusion, pair->column);
    }
    if (confusion_occurs(confusion, "", false))
        confusion_add(confusion, "");
}

/* The count of the cell of codes i and j: 0 where no unit was given both; NaN where it is hidden.
 */
static double confusion_count(const struct confusion *confusion, guint i, guint j)
{
    const char *row = confusion->codes->pdata[i];
    const char *column = confusion->codes->pdata[j];
    const struct result *result = confusion_find(confusion, row, column);

    if (result == NULL && confusion->merged)
        result = confusion_find(confusion, column, row);
    return result == NULL ? 0 : result->value;
}

static void confusion_find_most(struct confusion *confusion)
{
    for (guint i = 0; i < confusion->pairs->len; i++) {
        const struct confusion_pair *pair = confusion_pair(confusion, i);

        if (strcmp(pair->row, pair->column) == 0)
            confusion->same = fmax(confusion->same, pair->count);
        else
            confusion->other = fmax(confusion->other, pair->count);
    }
}

static struct matrix_cell *confusion_cells(const struct confusion *confusion)
{
    guint n = confusion->codes->len;
    struct matrix_cell *cells = g_new0(struct matrix_cell, n * n);

    for (guint i = 0; i < n; i++) {
        for (guint j = 0; j < n; j++) {
            struct matrix_cell *cell = &cells[i * n + j];
            double count = confusion_count(confusion, i, j);

            if (confusion->merged && j < i)
                continue;
            cell->value = scene_count(confusion->scene, count);
            cell->shade =
                i == j ? shades_of(count, confusion->same) : -shades_of(count, confusion->other);
            cell->framed = i == j;
        }
    }
    return cells;
}

static const char **confusion_labels(const struct confusion *confusion)
{
    const struct scene *scene = confusion->scene;
    const char **labels = g_new(const char *, confusion->codes->len);

    for (guint i = 0; i < confusion->codes->len; i++) {
        labels[i] = confusion->codes->pdata[i];
        if (*labels[i] == '\0')
            labels[i] = scene_text(scene, "confusion-none");
        for (guint j = 0; j < scene->book->codes->len; j++) {
            const struct code *code = scene->book->codes->pdata[j];

            if (strcmp(code->code, confusion->codes->pdata[i]) == 0)
                labels[i] = code_label(code, scene->language);
        }
    }
    return labels;
}

static bool confusion_show(const struct confusion *confusion, const char *script, GBytes **image,
                           char **why)
{
    const struct scene *scene = confusion->scene;
    const char **labels = confusion_labels(confusion);
    struct matrix_cell *cells = confusion_cells(confusion);
    const struct matrix_key keys[] = {{scene_text(scene, "confusion-same"), 0.6},
                                      {scene_text(scene, "confusion-other"), -0.6}};
    struct matrix_chart chart = {
        .rows = labels,
        .n_rows = confusion->codes->len,
        .columns = labels,
        .n_columns = confusion->codes->len,
        .cells = cells,
        .row_title = confusion->merged ? NULL : scene_text(scene, "confusion-row"),
        .column_title = confusion->merged ? NULL : scene_text(scene, "confusion-column"),
        .title = scene_text(scene, "confusion-title"),
        .keys = keys,
        .n_keys = G_N_ELEMENTS(keys),
    };
    bool drawn = matrix_draw(&chart, script, scene->kind, NULL, image, why);

    g_free(labels);
    g_free(cells);
    return drawn;
}

bool confusion_draw(const struct scene *scene, const char *script, GBytes **image, char **why)
{
    struct confusion confusion = {
        .scene = scene,
        .pairs = g_array_new(FALSE, FALSE, sizeof(struct confusion_pair)),
        .codes = g_ptr_array_new(),
    };
    bool drawn = false;

    confusion_find_pairs(&confusion);
    confusion.merged = scene_value(scene, "", "", "coders") > 2;
    confusion_find_codes(&confusion);
    confusion_find_most(&confusion);
    if (confusion.same > 0 || confusion.other > 0)
        drawn = confusion_show(&confusion, script, image, why);
    else
        *why = g_strdup("no unit was coded by two coders");
    g_ptr_array_unref(confusion.codes);
    g_array_free(confusion.pairs, TRUE);
    return drawn;
}
