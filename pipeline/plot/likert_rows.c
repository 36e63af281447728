#include "plot/likert_rows.h"

#include <math.h>
#include <string.h>

struct likert_row *likert_rows_at(const struct likert *likert, guint i)
{
    return &g_array_index(likert->rows, struct likert_row, i);
}

const struct result *likert_rows_number(const struct likert *likert, const struct likert_row *row,
                                        int answer, enum likert_measure measure)
{
    static const char *const statistics[][2] = {{"category_persons", "category_answers"},
                                                {"category_share", "category_answers_share"}};
    const char *statistic = statistics[measure][row->answers];
    char *subject = g_strdup_printf("%s=%d", row->item->item, answer);
    const struct result *result =
        scene_find_by(likert->scene, row->by, row->group, subject, statistic);

    g_free(subject);
    return result;
}

/* Adds the row of an item and group, if the results know it. */
static bool likert_add(struct likert *likert, const struct item *item, const char *by,
                       const char *group)
{
    struct likert_row row = {.item = item, .by = by, .group = group, .shown = true};
    bool known = false;
    bool percent = true;

    row.answers = true; /* where the results have these, they are what is counted */
    row.answers = likert_rows_number(likert, &row, likert->low, LIKERT_COUNT) != NULL;
    likert->answers = likert->answers || row.answers;
    for (int answer = likert->low; answer <= likert->high; answer++) {
        const struct result *persons = likert_rows_number(likert, &row, answer, LIKERT_COUNT);
        const struct result *share = likert_rows_number(likert, &row, answer, LIKERT_SHARE);

        known = known || persons != NULL;
        row.shown = row.shown && persons != NULL && !isnan(persons->value);
        row.n = persons != NULL ? persons->n : row.n;
        percent = percent && share != NULL && !isnan(share->value) && show_has_percent(row.n);
    }
    /* Where nobody answered, or nothing may be shown, there is no bar to be a percentage. */
    likert->counts = likert->counts || (known && row.shown && row.n > 0 && !percent);
    if (known)
        g_array_append_val(likert->rows, row);
    return known;
}

/* Adds the rows of an item: over all, else of every group by the column of the scene, role or wave.
 */
static bool likert_add_item(struct likert *likert, const struct item *item)
{
    const struct scene *scene = likert->scene;
    const char *columns[1 + SCENE_LANES] = {scene->by};
    bool known = likert_add(likert, item, "", "");

    memcpy(columns + 1, scene_lanes, sizeof scene_lanes);
    for (size_t i = 0; i < G_N_ELEMENTS(columns) && !known; i++) {
        GPtrArray *groups = scene_groups_by(scene, columns[i], "category_persons");

        for (guint j = 0; j < groups->len; j++)
            known |= likert_add(likert, item, columns[i], groups->pdata[j]);
        g_ptr_array_unref(groups);
    }
    return known;
}

static void likert_set_scale(struct likert *likert, const char *scale)
{
    struct scene_range range = scene_range(likert->scene, scale);

    likert->scale = scale;
    likert->low = isnan(range.low) ? 0 : (int)range.low;
    likert->high = isnan(range.high) ? -1 : (int)range.high;
}

const char *likert_rows_first_scale(struct likert *likert)
{
    const GPtrArray *items = likert->scene->book->items;

    for (guint i = 0; i < items->len; i++) {
        const struct item *item = items->pdata[i];
        bool known;

        if (*item->scale == '\0')
            continue;
        likert_set_scale(likert, item->scale);
        known = likert_add_item(likert, item);
        g_array_set_size(likert->rows, 0);
        likert->counts = likert->answers = false;
        if (known)
            return item->scale;
    }
    return NULL;
}

bool likert_rows_find(struct likert *likert, char **why)
{
    const GPtrArray *items = likert->scene->book->items;
    bool known;

    likert_set_scale(likert, likert->scale);
    known = likert->high >= likert->low;
    for (guint i = 0; i < items->len && known; i++)
        if (strcmp(((const struct item *)items->pdata[i])->scale, likert->scale) == 0)
            likert_add_item(likert, items->pdata[i]);
    if (!known)
        *why = g_strdup_printf("the codebook has no scale \"%s\"", likert->scale);
    else if (likert->rows->len == 0)
        *why = g_strdup_printf("nobody was asked an item of scale \"%s\"", likert->scale);
    return *why == NULL;
}
