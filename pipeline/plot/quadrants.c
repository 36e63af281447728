#include "plot/quadrants.h"

#include "chart/plane.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

enum { QUADRANTS_NAMED = 12 }; /* with more persons their names are not shown */

struct quadrants {
    const struct scene *scene;
    char *offer, *use; /* scales, as in the term */
    GArray *points;    /* struct plane_point */
    GArray *tics;      /* struct tic */
    double low, high;  /* of the answers */
    size_t n;          /* persons of whom both are known */
    bool lanes;        /* in one role or wave each */
};

/* Puts a person at the place of an earlier one with the same answers, or at a place of its own. */
static void quadrants_add(struct quadrants *quadrants, const char *person, double offer, double use)
{
    struct plane_point point = {.x = offer, .y = use, .n = 1, .label = person};

    quadrants->n++;
    for (guint i = 0; i < quadrants->points->len; i++) {
        struct plane_point *at = &g_array_index(quadrants->points, struct plane_point, i);

        if (at->x != offer || at->y != use)
            continue;
        at->n++;
        at->label = scene_hold(quadrants->scene, g_strdup_printf("%s, %s", at->label, person));
        return;
    }
    g_array_append_val(quadrants->points, point);
}

/* The dots of the persons that the results by these columns know. */
static void quadrants_add_persons(struct quadrants *quadrants, const char *by)
{
    const struct scene *scene = quadrants->scene;
    GPtrArray *persons = scene_groups_by(scene, by, "offer");

    for (guint i = 0; i < persons->len; i++) {
        const struct result *offer = scene_find_by(scene, by, persons->pdata[i], "", "offer");
        const struct result *use = scene_find_by(scene, by, persons->pdata[i], "", "use");

        if (offer != NULL && use != NULL && !isnan(offer->value) && !isnan(use->value))
            quadrants_add(quadrants, persons->pdata[i], offer->value, use->value);
    }
    g_ptr_array_unref(persons);
}

/* Persons of all lanes where they are told apart. */
static void quadrants_find_points(struct quadrants *quadrants)
{
    quadrants_add_persons(quadrants, quadrants->scene->by);
    for (size_t i = 0; quadrants->n == 0 && i < SCENE_LANES; i++) {
        char *by = g_strconcat(scene_lanes[i], "+", quadrants->scene->by, NULL);

        quadrants_add_persons(quadrants, by);
        quadrants->lanes = quadrants->n > 0;
        g_free(by);
    }
    for (guint i = 0; quadrants->n > QUADRANTS_NAMED && i < quadrants->points->len; i++)
        g_array_index(quadrants->points, struct plane_point, i).label = NULL;
}

/* The answers that both scales allow; without a codebook that knows them the dots say how far the
 * axes go. */
static void quadrants_find_range(struct quadrants *quadrants)
{
    const struct scene *scene = quadrants->scene;
    struct scene_range offer = scene_range(scene, quadrants->offer);
    struct scene_range use = scene_range(scene, quadrants->use);
    double low = fmin(offer.low, use.low);
    double high = fmax(offer.high, use.high);

    for (guint i = 0; i < quadrants->points->len && isnan(low); i++) {
        const struct plane_point *at = &g_array_index(quadrants->points, struct plane_point, i);

        high = fmax(high, ceil(fmax(at->x, at->y)));
    }
    quadrants->low = isnan(low) ? 0 : low;
    quadrants->high = isnan(high) ? 1 : high;
    scene_whole_tics(scene, quadrants->low, quadrants->high, quadrants->tics);
}

/* "affordance/begeleiding" as "aanbod, begeleiding": as [scale] calls them. */
static const char *quadrants_title(const struct quadrants *quadrants, const char *key,
                                   const char *scale)
{
    const struct scene *scene = quadrants->scene;
    char **parts = g_strsplit(scale, "/", 2);
    char *words;
    const char *title;

    for (guint i = 0; parts[i] != NULL; i++)
        if (texts_has(scene->texts, "scale", parts[i])) {
            char *word = texts_get(scene->texts, "scale", parts[i]);

            g_free(parts[i]);
            parts[i] = word;
        }
    words = g_strjoinv(", ", parts);
    title = scene_hold(scene, texts_fill(scene->texts, "plot", key, "scale", words, NULL));
    g_free(words);
    g_strfreev(parts);
    return title;
}

/* A word of the chart: two scales that are something else than offer and use have their own in
 * [subject] (`rol-nodig-more-use`). */
static const char *quadrants_word(const struct quadrants *quadrants, const char *subject)
{
    const struct scene *scene = quadrants->scene;
    char *scale = g_strndup(quadrants->offer, strcspn(quadrants->offer, "/"));
    char *own = g_strjoin("-", scale, subject, NULL);
    char *key = g_strconcat("quadrants-", subject, NULL);
    const char *word = texts_has(scene->texts, "subject", own)
                           ? scene_hold(scene, texts_get(scene->texts, "subject", own))
                           : scene_text(scene, key);

    g_free(key);
    g_free(own);
    g_free(scale);
    return word;
}

/* "5 van de 7"; a dash where it is hidden. */
static const char *quadrants_count(const struct scene *scene, const struct result *persons)
{
    if (isnan(persons->value))
        return scene_count(scene, NAN);
    return scene_hold(scene, show_of(llround(persons->value), persons->n, scene->show));
}

static void quadrants_take_cut(const struct result *persons, struct plane_chart *chart)
{
    char *cut = finding_method(persons, "cut");

    if (cut != NULL)
        number_read(cut, &chart->cut);
    g_free(cut);
}

/* The number of a part in the first of the lanes: all have the same parts and cut. */
static const struct result *quadrants_lane(const struct scene *scene, const char *part)
{
    const struct result *persons = NULL;

    for (size_t i = 0; i < SCENE_LANES && persons == NULL; i++) {
        GPtrArray *groups = scene_groups_by(scene, scene_lanes[i], "quadrant_persons");

        if (groups->len > 0)
            persons =
                scene_find_by(scene, scene_lanes[i], groups->pdata[0], part, "quadrant_persons");
        g_ptr_array_unref(groups);
    }
    return persons;
}

/* Takes the corners and the cut from the numbers of the parts. Those of several lanes do not fit
 * into a corner: the words beside the chart say them. */
static void quadrants_take_parts(const struct quadrants *quadrants, struct plane_chart *chart)
{
    static const char *const parts[] = {"low-high", "high-high", "low-low", "high-low"};
    const struct scene *scene = quadrants->scene;

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const struct result *all = scene_find(scene, "", parts[i], "quadrant_persons");
        const struct result *persons = all != NULL ? all : quadrants_lane(scene, parts[i]);

        if (persons == NULL)
            continue;
        quadrants_take_cut(persons, chart);
        chart->corners[i].name = quadrants_word(quadrants, parts[i]);
        chart->corners[i].count = all != NULL ? quadrants_count(scene, all) : "";
    }
}

static const char *quadrants_cut_key(const struct quadrants *quadrants, double cut)
{
    const struct scene *scene = quadrants->scene;
    char *number = show_decimal(cut, cut == floor(cut) ? 0 : 1, scene->show);
    const char *words =
        scene_hold(scene, texts_fill(scene->texts, "plot", "quadrants-cut", "cut", number, NULL));

    g_free(number);
    return words;
}

static bool quadrants_show(struct quadrants *quadrants, const char *script, GBytes **image,
                           char **why)
{
    const struct scene *scene = quadrants->scene;
    struct plane_chart chart = {
        .points = (const struct plane_point *)(void *)quadrants->points->data,
        .n_points = quadrants->points->len,
        .low = quadrants->low,
        .high = quadrants->high,
        .cut = NAN,
        .tics = (const struct tic *)(void *)quadrants->tics->data,
        .n_tics = quadrants->tics->len,
        .x_title = quadrants_title(quadrants, "quadrants-offer", quadrants->offer),
        .y_title = quadrants_title(quadrants, "quadrants-use", quadrants->use),
        .above = quadrants_word(quadrants, "more-use"),
        .below = quadrants_word(quadrants, "more-offer"),
        .dot_key = scene_text(scene, quadrants->lanes ? "quadrants-one-lane" : "quadrants-one"),
        .many_key = scene_text(scene, quadrants->lanes ? "quadrants-many-lane" : "quadrants-many"),
        .equal_key = scene_text(scene, "quadrants-equal"),
    };

    quadrants_take_parts(quadrants, &chart);
    chart.cut_key = quadrants_cut_key(quadrants, chart.cut);
    return plane_draw(&chart, script, scene->kind, NULL, image, why);
}

bool quadrants_draw(const struct scene *scene, const char *script, GBytes **image, char **why)
{
    struct quadrants quadrants = {
        .scene = scene,
        .points = g_array_new(FALSE, FALSE, sizeof(struct plane_point)),
        .tics = g_array_new(FALSE, FALSE, sizeof(struct tic)),
    };
    char **scales = g_strsplit(scene->term, "~", -1);
    bool drawn = false;

    quadrants.offer = scales[0];
    quadrants.use = scales[0] != NULL ? scales[1] : NULL;
    if (quadrants.use == NULL) {
        *why = g_strdup("the term must be OFFER~USE");
    } else {
        quadrants_find_points(&quadrants);
        quadrants_find_range(&quadrants);
        if (quadrants.n > 0)
            drawn = quadrants_show(&quadrants, script, image, why);
        else
            *why = g_strdup("of nobody both offer and use are known");
    }
    g_strfreev(scales);
    g_array_free(quadrants.points, TRUE);
    g_array_free(quadrants.tics, TRUE);
    return drawn;
}
