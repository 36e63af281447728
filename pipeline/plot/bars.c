#include "plot/bars.h"

#include "chart/axis.h"

#include <math.h>
#include <stdlib.h>

struct bars_person {
    const char *name;
    double sided; /* segments with a side */
    double first; /* of them on the first side */
    guint order;
};

struct bars {
    const struct scene *scene;
    GArray *persons; /* struct bars_person, sorted */
    GArray *codes;   /* const struct code *: those with a side, in axis order */
    GArray *boxes;   /* struct axis_box */
    bool counts;     /* lengths are numbers of segments */
    double reach;    /* of the longest bar on either side: zero stands in the middle */
};

/* Most volgend on top; equals in the order of the results. */
static gint bars_compare(gconstpointer left, gconstpointer right)
{
    const struct bars_person *a = left;
    const struct bars_person *b = right;
    double share_a = a->first / a->sided;
    double share_b = b->first / b->sided;

    if (share_a != share_b)
        return share_a < share_b ? 1 : -1;
    return a->order < b->order ? -1 : 1;
}

static void bars_find_persons(struct bars *bars)
{
    GPtrArray *names = scene_groups(bars->scene, NULL);
    char *first = g_strconcat("side:", (char *)bars->scene->book->sides->pdata[0], NULL);

    for (guint i = 0; i < names->len; i++) {
        struct bars_person person = {.name = names->pdata[i], .order = i};

        person.sided = scene_value(bars->scene, person.name, "", "sided_segments");
        person.first = scene_value(bars->scene, person.name, first, "segments");
        if (!(person.sided > 0))
            continue;
        bars->counts = bars->counts || !show_has_percent((int64_t)person.sided);
        g_array_append_val(bars->persons, person);
    }
    g_array_sort(bars->persons, bars_compare);
    g_ptr_array_unref(names);
    g_free(first);
}

/* Codes of the first side, then of the last, each in the order of the codebook. */
static void bars_find_codes(struct bars *bars)
{
    for (int side = SIDE_FIRST; side <= SIDE_LAST; side++) {
        for (guint i = 0; i < bars->scene->book->codes->len; i++) {
            const struct code *code = bars->scene->book->codes->pdata[i];

            if (side != SIDE_NEITHER && scene_side(bars->scene, code) == (enum side)side)
                g_array_append_val(bars->codes, code);
        }
    }
}

static const struct code *bars_code(const struct bars *bars, guint i)
{
    return g_array_index(bars->codes, const struct code *, i);
}

/* One box of a person's bar, put on at `*edge`, away from zero. */
static void bars_box(struct bars *bars, guint row, guint code, double *edge)
{
    const struct scene *scene = bars->scene;
    const struct bars_person *person = &g_array_index(bars->persons, struct bars_person, row);
    double segments = scene_value(scene, person->name, bars_code(bars, code)->code, "segments");
    double length = bars->counts ? segments : segments / person->sided;
    bool left = scene_side(scene, bars_code(bars, code)) == SIDE_FIRST;
    struct axis_box box = {.row = row, .code = code};

    if (!(segments > 0))
        return;
    box.from = left ? *edge - length : *edge;
    box.to = left ? *edge : *edge + length;
    *edge = left ? box.from : box.to;
    if (bars->counts)
        box.value = scene_hold(scene, show_count((int64_t)segments, scene->show));
    g_array_append_val(bars->boxes, box);
}

/* Codes nearest the middle of the axis lie nearest zero. */
static void bars_stack(struct bars *bars)
{
    for (guint row = 0; row < bars->persons->len; row++) {
        double left = 0;
        double right = 0;

        for (guint i = bars->codes->len; i > 0; i--)
            if (scene_side(bars->scene, bars_code(bars, i - 1)) == SIDE_FIRST)
                bars_box(bars, row, i - 1, &left);
        for (guint i = 0; i < bars->codes->len; i++)
            if (scene_side(bars->scene, bars_code(bars, i)) == SIDE_LAST)
                bars_box(bars, row, i, &right);
        bars->reach = fmax(bars->reach, fmax(-left, right));
    }
}

static struct axis_row *bars_rows(const struct bars *bars)
{
    const struct scene *scene = bars->scene;
    struct axis_row *rows = g_new0(struct axis_row, bars->persons->len);

    for (guint i = 0; i < bars->persons->len; i++) {
        const struct bars_person *person = &g_array_index(bars->persons, struct bars_person, i);
        const struct result *few = scene_find(scene, person->name, "", "few_persons");
        char *n = show_count((int64_t)person->sided, scene->show);
        char *note = texts_fill(scene->texts, "plot",
                                few != NULL && few->value > 0 ? "bar-few" : "bar-n", "n", n, NULL);

        rows[i].label = person->name;
        rows[i].note = scene_hold(scene, note);
        g_free(n);
    }
    return rows;
}

static struct axis_code *bars_codes(const struct bars *bars)
{
    struct axis_code *codes = g_new0(struct axis_code, bars->codes->len);

    for (guint i = 0; i < bars->codes->len; i++) {
        codes[i].label = code_label(bars_code(bars, i), bars->scene->language);
        codes[i].side = scene_side(bars->scene, bars_code(bars, i));
    }
    return codes;
}

static bool bars_show(struct bars *bars, const char *script, GBytes **image, char **why)
{
    const struct scene *scene = bars->scene;
    const GPtrArray *sides = scene->book->sides;
    struct tics tics =
        tics_make(-bars->reach, bars->reach, bars->counts ? TICS_COUNT : TICS_SHARE, scene->show);
    char *key = g_strdup_printf("axis-%s-%s", bars->counts ? "count" : "share", scene->unit);
    struct axis_row *rows = bars_rows(bars);
    struct axis_code *codes = bars_codes(bars);
    struct tic *marks = scene_tics(&tics);
    struct axis_chart chart = {
        .codes = codes,
        .n_codes = bars->codes->len,
        .rows = rows,
        .n_rows = bars->persons->len,
        .boxes = (const struct axis_box *)(void *)bars->boxes->data,
        .n_boxes = bars->boxes->len,
        .tics = marks,
        .n_tics = tics.places->len,
        .low = marks[0].at,
        .high = marks[tics.places->len - 1].at,
        .first_name = scene_hold(scene, g_strconcat("\u2190 ", sides->pdata[0], NULL)),
        .last_name = scene_hold(scene, g_strconcat(sides->pdata[sides->len - 1], " \u2192", NULL)),
        .title = scene_text(scene, key),
    };
    bool drawn = axis_draw(&chart, script, scene->kind, NULL, image, why);

    tics_clear(&tics);
    g_free(key);
    g_free(rows);
    g_free(codes);
    g_free(marks);
    return drawn;
}

bool bars_draw(const struct scene *scene, const char *script, GBytes **image, char **why)
{
    struct bars bars = {
        .scene = scene,
        .persons = g_array_new(FALSE, FALSE, sizeof(struct bars_person)),
        .codes = g_array_new(FALSE, FALSE, sizeof(const struct code *)),
        .boxes = g_array_new(FALSE, FALSE, sizeof(struct axis_box)),
    };
    bool drawn = false;

    if (scene->book->sides->len < 2) {
        *why = g_strdup_printf("codebook %s has no two sides", scene->book->name);
    } else {
        bars_find_persons(&bars);
        bars_find_codes(&bars);
        bars_stack(&bars);
        if (bars.persons->len == 0)
            *why = g_strdup("nobody has a segment with a side");
        else
            drawn = bars_show(&bars, script, image, why);
    }
    g_array_free(bars.persons, TRUE);
    g_array_free(bars.codes, TRUE);
    g_array_free(bars.boxes, TRUE);
    return drawn;
}
