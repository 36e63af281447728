#include "plot/points.h"

#include "chart/profile.h"

#include <math.h>
#include <string.h>

struct points {
    const struct scene *scene;
    GPtrArray *persons;
    GArray *rows; /* struct profile_row */
    GArray *dots; /* struct profile_dot */
    double high;
    bool events; /* what counts is at how many persons something happened, not how often */
};

/* "24 % (15 tot 36 %)", "5 van de 7 (0,36 tot 0,92)"; without limits where there is no interval. */
static const char *points_note(const struct points *points, const struct result *share)
{
    const struct scene *scene = points->scene;
    char *value = show_value(share, scene->show);
    char *limits;
    char *note;

    if (isnan(share->low))
        return scene_hold(scene, value);
    limits = show_interval(share, scene->show);
    note = g_strdup_printf("%s (%s)", value, limits);
    g_free(value);
    g_free(limits);
    return scene_hold(scene, note);
}

/* Persons stand above the line of the interval, so that it hides nobody; the dot with so many
 * equals before it a little higher. */
static double points_offset(int before)
{
    return -0.24 - 0.06 * MIN(before, 4);
}

/* Every person's own share of the code; persons with the same share stand beside each other. */
static void points_dots(struct points *points, const struct code *code)
{
    guint first = points->dots->len;

    for (guint i = 0; i < points->persons->len; i++) {
        struct profile_dot dot = {.row = points->rows->len};
        int before = 0;

        dot.share = scene_value(points->scene, points->persons->pdata[i], code->code, "share");
        if (isnan(dot.share))
            continue;
        for (guint j = first; j < points->dots->len; j++)
            before += g_array_index(points->dots, struct profile_dot, j).share == dot.share;
        dot.offset = points_offset(before);
        points->high = fmax(points->high, dot.share);
        g_array_append_val(points->dots, dot);
    }
}

static void points_code(struct points *points, const struct code *code)
{
    const char *statistic = points->events ? "with_share" : "share";
    const struct result *share = scene_find(points->scene, "", code->code, statistic);
    struct profile_row row = {.label = code_label(code, points->scene->language),
                              .side = scene_side(points->scene, code),
                              .share = NAN,
                              .low = NAN,
                              .high = NAN};

    if (share != NULL && !isnan(share->value)) {
        row.share = share->value;
        row.low = share->low;
        row.high = share->high;
        row.note = points_note(points, share);
        points->high = fmax(points->high, isnan(share->high) ? share->value : share->high);
    }
    if (points->events && !(row.share > 0))
        return;
    if (!points->events)
        points_dots(points, code);
    g_array_append_val(points->rows, row);
}

/* A heading for every side that the codebook has, then its codes; those without a side last. */
static void points_rows(struct points *points)
{
    const struct codebook *book = points->scene->book;

    for (int side = 0; side <= (int)book->sides->len; side++) {
        int wanted = side < (int)book->sides->len ? side : -1;
        bool headed = wanted < 0;

        for (guint i = 0; i < book->codes->len; i++) {
            const struct code *code = book->codes->pdata[i];
            struct profile_row heading = {.heading = true, .share = NAN, .low = NAN, .high = NAN};

            if (code->side_id != wanted)
                continue;
            heading.side = scene_side(points->scene, code);
            if (!headed) {
                heading.label = book->sides->pdata[wanted];
                g_array_append_val(points->rows, heading);
            }
            headed = true;
            points_code(points, code);
        }
    }
}

static bool points_show(struct points *points, int64_t n, const char *script, GBytes **image,
                        char **why)
{
    const struct scene *scene = points->scene;
    struct tics tics = tics_make(0, fmin(1, points->high),
                                 show_has_percent(n) ? TICS_SHARE : TICS_PART, scene->show);
    struct tic *marks = scene_tics(&tics);
    char *key = g_strconcat("profile-", scene->unit, NULL);
    char *dot_key = g_strconcat("profile-dot-", scene->by, NULL);
    struct profile_chart chart = {
        .rows = (const struct profile_row *)(void *)points->rows->data,
        .n_rows = points->rows->len,
        .dots = (const struct profile_dot *)(void *)points->dots->data,
        .n_dots = points->dots->len,
        .tics = marks,
        .n_tics = tics.places->len,
        .low = 0,
        .high = marks[tics.places->len - 1].at,
        .title = scene_person_text(scene, key),
        .share_key = scene_text(scene, "profile-share"),
        .dot_key = texts_has(scene->texts, "plot", dot_key) ? scene_text(scene, dot_key)
                                                            : scene_text(scene, "profile-dot"),
    };
    bool drawn = profile_draw(&chart, script, scene->kind, NULL, image, why);

    tics_clear(&tics);
    g_free(marks);
    g_free(key);
    g_free(dot_key);
    return drawn;
}

bool points_draw(const struct scene *scene, const char *script, GBytes **image, char **why)
{
    struct points points = {
        .scene = scene,
        .persons = scene_groups(scene, NULL),
        .rows = g_array_new(FALSE, FALSE, sizeof(struct profile_row)),
        .dots = g_array_new(FALSE, FALSE, sizeof(struct profile_dot)),
        .events = strcmp(scene->unit, "event") == 0,
    };
    double n = scene_value(scene, "", "", points.events ? "persons" : "segments");
    bool drawn = false;

    if (n > 0)
        points_rows(&points);
    if (points.rows->len > 0) {
        drawn = points_show(&points, (int64_t)n, script, image, why);
    } else {
        *why = g_strdup("nothing was counted");
    }
    g_ptr_array_unref(points.persons);
    g_array_free(points.rows, TRUE);
    g_array_free(points.dots, TRUE);
    return drawn;
}
