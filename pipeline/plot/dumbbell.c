#include "plot/dumbbell.h"

#include "chart/dumbbell.h"
#include "codebook/items.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct dumbbell_person {
    const char *name;
    const struct result *score; /* NULL or without a value: not known */
    const struct result *share;
    guint order;
};

struct dumbbells {
    const struct scene *scene;
    char *score_item, *share_item; /* as in the term */
    GArray *persons;               /* struct dumbbell_person, sorted */
    bool parts;                    /* shares are no percentages */
};

static double dumbbell_value(const struct result *result)
{
    return result == NULL ? NAN : result->value;
}

/* Highest score on top, no score last; equals in the order of the results. */
static gint dumbbell_compare(gconstpointer left, gconstpointer right)
{
    const struct dumbbell_person *a = left;
    const struct dumbbell_person *b = right;
    double score_a = dumbbell_value(a->score);
    double score_b = dumbbell_value(b->score);

    if (isnan(score_a) != isnan(score_b))
        return isnan(score_a) ? 1 : -1;
    if (!isnan(score_a) && score_a != score_b)
        return score_a < score_b ? 1 : -1;
    return a->order < b->order ? -1 : 1;
}

static void dumbbell_find_persons(struct dumbbells *dumbbells)
{
    const struct scene *scene = dumbbells->scene;
    GPtrArray *names = scene_groups(scene, NULL);

    for (guint i = 0; i < names->len; i++) {
        struct dumbbell_person person = {.name = names->pdata[i], .order = i};

        person.score = scene_find(scene, person.name, "", "beside_score");
        person.share = scene_find(scene, person.name, "", "beside_share");
        if (isnan(dumbbell_value(person.score)) && isnan(dumbbell_value(person.share)))
            continue;
        if (!isnan(dumbbell_value(person.share)) && !show_has_percent(person.share->n))
            dumbbells->parts = true;
        g_array_append_val(dumbbells->persons, person);
    }
    g_array_sort(dumbbells->persons, dumbbell_compare);
    g_ptr_array_unref(names);
}

static struct dumbbell_mark dumbbell_mark(const struct dumbbells *dumbbells,
                                          const struct result *result, const char *unknown)
{
    const struct scene *scene = dumbbells->scene;
    struct dumbbell_mark mark = {.at = dumbbell_value(result)};

    mark.value = isnan(mark.at) ? scene_text(scene, unknown)
                                : scene_hold(scene, show_value(result, scene->show));
    return mark;
}

static struct dumbbell_row *dumbbell_rows(const struct dumbbells *dumbbells)
{
    struct dumbbell_row *rows = g_new0(struct dumbbell_row, dumbbells->persons->len);

    for (guint i = 0; i < dumbbells->persons->len; i++) {
        const struct dumbbell_person *person =
            &g_array_index(dumbbells->persons, struct dumbbell_person, i);

        rows[i].label = person->name;
        rows[i].marks[0] = dumbbell_mark(dumbbells, person->score, "dumbbell-no-score");
        rows[i].marks[1] = dumbbell_mark(dumbbells, person->share, "dumbbell-no-share");
    }
    return rows;
}

/* What the score is of, in words: the question, or the scale as [scale] calls it. */
static char *dumbbell_score_name(const struct dumbbells *dumbbells)
{
    const struct scene *scene = dumbbells->scene;
    const char *name = dumbbells->score_item;

    for (guint i = 0; i < scene->book->items->len; i++) {
        const struct item *item = scene->book->items->pdata[i];

        if (strcmp(item->item, name) == 0)
            return g_strdup_printf("‘%s’", item_label(item, scene->language));
    }
    return texts_has(scene->texts, "scale", name) ? texts_get(scene->texts, "scale", name)
                                                  : g_strdup(name);
}

/* The first panel: the answers that the items of the scale allow, else from 0 to the highest score.
 */
static struct page_axis dumbbell_score_axis(const struct dumbbells *dumbbells, GArray *tics)
{
    const struct scene *scene = dumbbells->scene;
    struct scene_range range = scene_range(scene, dumbbells->score_item);
    struct page_axis axis = {.low = range.low, .high = range.high};
    char *low;
    char *high;
    char *name = dumbbell_score_name(dumbbells);

    for (guint i = 0; i < dumbbells->persons->len && isnan(range.high); i++)
        axis.high = fmax(
            axis.high,
            dumbbell_value(g_array_index(dumbbells->persons, struct dumbbell_person, i).score));
    axis.low = isnan(axis.low) ? 0 : axis.low;
    axis.high = isnan(axis.high) ? 1 : ceil(axis.high);
    scene_whole_tics(scene, axis.low, axis.high, tics);
    axis.tics = (const struct tic *)(void *)tics->data;
    axis.n_tics = tics->len;
    low = show_decimal(axis.low, 0, scene->show);
    high = show_decimal(axis.high, 0, scene->show);
    axis.title = scene_hold(scene, texts_fill(scene->texts, "plot", "dumbbell-score", "scale", name,
                                              "low", low, "high", high, NULL));
    g_free(name);
    g_free(low);
    g_free(high);
    return axis;
}

/* The second panel, of an item CODEBOOK/side:NAME/UNIT: the words say whether it was seen or said.
 */
static const char *dumbbell_share_title(const struct dumbbells *dumbbells)
{
    const struct scene *scene = dumbbells->scene;
    char **parts = g_strsplit(dumbbells->share_item, "/", 3);
    guint n = g_strv_length(parts);
    const char *side = n > 1 ? parts[1] : dumbbells->share_item;
    char *key = g_strconcat("dumbbell-share-", n > 2 ? parts[2] : "", NULL);
    const char *colon = strchr(side, ':');
    const char *title;

    title =
        scene_hold(scene, texts_fill(scene->texts, "plot",
                                     texts_has(scene->texts, "plot", key) ? key : "dumbbell-share",
                                     "side", colon != NULL ? colon + 1 : side, NULL));
    g_free(key);
    g_strfreev(parts);
    return title;
}

static bool dumbbell_show(const struct dumbbells *dumbbells, const char *script, GBytes **image,
                          char **why)
{
    const struct scene *scene = dumbbells->scene;
    struct tics tics = tics_make(0, 1, dumbbells->parts ? TICS_PART : TICS_SHARE, scene->show);
    GArray *score_tics = g_array_new(FALSE, FALSE, sizeof(struct tic));
    struct tic *share_tics = scene_tics(&tics);
    struct dumbbell_row *rows = dumbbell_rows(dumbbells);
    struct dumbbell_chart chart = {
        .rows = rows,
        .n_rows = dumbbells->persons->len,
        .axes = {dumbbell_score_axis(dumbbells, score_tics),
                 {.title = dumbbell_share_title(dumbbells),
                  .tics = share_tics,
                  .n_tics = tics.places->len,
                  .low = 0,
                  .high = 1}},
    };
    bool drawn = dumbbell_draw(&chart, script, scene->kind, NULL, image, why);

    g_free(rows);
    g_free(share_tics);
    g_array_free(score_tics, TRUE);
    tics_clear(&tics);
    return drawn;
}

bool dumbbell_chart_draw(const struct scene *scene, const char *script, GBytes **image, char **why)
{
    struct dumbbells dumbbells = {
        .scene = scene,
        .persons = g_array_new(FALSE, FALSE, sizeof(struct dumbbell_person)),
    };
    char **items = g_strsplit(scene->term, "~", 2);
    bool drawn = false;

    dumbbells.score_item = items[0];
    dumbbells.share_item = items[0] != NULL ? items[1] : NULL;
    if (dumbbells.share_item == NULL) {
        *why = g_strdup("the term must be ITEM~ITEM");
    } else {
        dumbbell_find_persons(&dumbbells);
        if (dumbbells.persons->len > 0)
            drawn = dumbbell_show(&dumbbells, script, image, why);
        else
            *why = g_strdup("nobody has a score or a share");
    }
    g_strfreev(items);
    g_array_free(dumbbells.persons, TRUE);
    return drawn;
}
