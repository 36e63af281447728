#include "plot/likert.h"

#include "chart/axis.h"
#include "codebook/choices.h"

#include <math.h>
#include <string.h>

/* Where the text of an item breaks, in em: about 40 letters. */
static const double likert_wrap = 24;

struct likert_row {
    const struct item *item;
    const char *by;    /* columns that the answers are told apart by; "" over all */
    const char *group; /* role or wave of those who were asked; "" all */
    int64_t n;         /* persons who answered */
    bool shown;        /* every number is there */
};

struct likert {
    const struct scene *scene;
    const char *scale;
    GArray *rows;  /* struct likert_row */
    GArray *boxes; /* struct axis_box */
    int low, high; /* answers */
    bool counts;   /* lengths are numbers of persons */
    double reach;  /* of the longest bar on either side: zero stands in the middle */
};

static struct likert_row *likert_row(const struct likert *likert, guint i)
{
    return &g_array_index(likert->rows, struct likert_row, i);
}

static const struct result *likert_find(const struct likert *likert, const struct likert_row *row,
                                        int answer, const char *statistic)
{
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

    for (int answer = likert->low; answer <= likert->high; answer++) {
        const struct result *persons = likert_find(likert, &row, answer, "category_persons");
        const struct result *share = likert_find(likert, &row, answer, "category_share");

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

/* The first scale of the codebook with an answer in the results; NULL when there is none. */
static const char *likert_first_scale(struct likert *likert)
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
        likert->counts = false;
        if (known)
            return item->scale;
    }
    return NULL;
}

/* False when the scale has no items, or the results none of them. */
static bool likert_find_rows(struct likert *likert, char **why)
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

/* The middle answer lies on neither side. */
static enum side likert_side(const struct likert *likert, int answer)
{
    int twice = 2 * answer - likert->low - likert->high;

    return twice == 0 ? SIDE_NEITHER : twice < 0 ? SIDE_FIRST : SIDE_LAST;
}

static double likert_length(const struct likert *likert, const struct likert_row *row, int answer)
{
    const char *statistic = likert->counts ? "category_persons" : "category_share";
    const struct result *result = likert_find(likert, row, answer, statistic);

    return result == NULL || isnan(result->value) ? 0 : result->value;
}

/* One box, put on at `*edge`. */
static void likert_box(struct likert *likert, guint row, int answer, double *edge)
{
    const struct likert_row *at = likert_row(likert, row);
    double length = likert_length(likert, at, answer);
    const struct result *persons = likert_find(likert, at, answer, "category_persons");
    struct axis_box box = {.row = row, .code = (size_t)(answer - likert->low), .from = *edge};

    *edge += length;
    box.to = *edge;
    if (!(length > 0))
        return;
    box.value = scene_count(likert->scene, persons->value);
    g_array_append_val(likert->boxes, box);
}

/* From left to right; half of the middle answer lies left of zero. */
static void likert_stack(struct likert *likert)
{
    for (guint row = 0; row < likert->rows->len; row++) {
        double edge = 0;

        if (!likert_row(likert, row)->shown)
            continue;
        for (int answer = likert->low; answer <= likert->high; answer++) {
            enum side side = likert_side(likert, answer);
            double length = likert_length(likert, likert_row(likert, row), answer);

            edge -= side == SIDE_FIRST ? length : side == SIDE_NEITHER ? length / 2 : 0;
        }
        likert->reach = fmax(likert->reach, -edge);
        for (int answer = likert->low; answer <= likert->high; answer++)
            likert_box(likert, row, answer, &edge);
        likert->reach = fmax(likert->reach, edge);
    }
}

/* The words of an answer to the first item, else its number. */
static const char *likert_word(const struct likert *likert, int answer)
{
    struct choices *choices = choices_new(likert_row(likert, 0)->item);
    const char *words = choices_words(choices, answer);
    char *text = words != NULL && *words != '\0' ? g_strdup(words) : g_strdup_printf("%d", answer);

    choices_free(choices);
    return scene_hold(likert->scene, text);
}

static const char *likert_label(const struct likert *likert, const struct likert_row *row)
{
    const struct scene *scene = likert->scene;
    const struct item *item = row->item;
    const char *label = scene->show == SHOW_ENGLISH ? item->label_en : item->label;

    if (*label == '\0')
        label = *item->label != '\0' ? item->label : item->item;
    if (*row->group == '\0')
        return label;
    return scene_hold(scene, g_strdup_printf("%s (%s)", label, row->group));
}

static struct axis_row *likert_rows(const struct likert *likert)
{
    const struct scene *scene = likert->scene;
    struct axis_row *rows = g_new0(struct axis_row, likert->rows->len);

    for (guint i = 0; i < likert->rows->len; i++) {
        const struct likert_row *row = likert_row(likert, i);
        const char *n = scene_count(scene, (double)row->n);

        rows[i].label = likert_label(likert, row);
        rows[i].note =
            row->shown ? scene_hold(scene, texts_fill(scene->texts, "plot", "bar-n", "n", n, NULL))
                       : scene_text(scene, "likert-hidden");
    }
    return rows;
}

static bool likert_show(struct likert *likert, const char *script, GBytes **image, char **why)
{
    const struct scene *scene = likert->scene;
    struct tics tics = tics_make(-likert->reach, likert->reach,
                                 likert->counts ? TICS_COUNT : TICS_SHARE, scene->show);
    size_t n_codes = (size_t)(likert->high - likert->low) + 1;
    struct axis_row *rows = likert_rows(likert);
    struct axis_code *codes = g_new0(struct axis_code, n_codes);
    struct tic *marks = scene_tics(&tics);
    struct axis_chart chart = {
        .codes = codes,
        .n_codes = n_codes,
        .rows = rows,
        .n_rows = likert->rows->len,
        .wrap = likert_wrap,
        .boxes = (const struct axis_box *)(void *)likert->boxes->data,
        .n_boxes = likert->boxes->len,
        .tics = marks,
        .n_tics = tics.places->len,
        .low = marks[0].at,
        .high = marks[tics.places->len - 1].at,
        .title = scene_text(scene, likert->counts ? "likert-count" : "likert-share"),
    };
    bool drawn;

    for (size_t i = 0; i < n_codes; i++) {
        codes[i].label = likert_word(likert, likert->low + (int)i);
        codes[i].side = likert_side(likert, likert->low + (int)i);
    }
    chart.first_name = scene_hold(scene, g_strconcat("\u2190 ", codes[0].label, NULL));
    chart.last_name = scene_hold(scene, g_strconcat(codes[n_codes - 1].label, " \u2192", NULL));
    drawn = axis_draw(&chart, script, scene->kind, NULL, image, why);
    tics_clear(&tics);
    g_free(rows);
    g_free(codes);
    g_free(marks);
    return drawn;
}

bool likert_draw(const struct scene *scene, const char *script, GBytes **image, char **why)
{
    struct likert likert = {
        .scene = scene,
        .scale = scene->scale,
        .rows = g_array_new(FALSE, FALSE, sizeof(struct likert_row)),
        .boxes = g_array_new(FALSE, FALSE, sizeof(struct axis_box)),
    };
    bool drawn = false;

    *why = NULL;
    if (*likert.scale == '\0')
        likert.scale = likert_first_scale(&likert);
    if (likert.scale == NULL) {
        *why = g_strdup("the results hold no answers to its items");
    } else if (likert_find_rows(&likert, why)) {
        likert_stack(&likert);
        if (likert.reach > 0)
            drawn = likert_show(&likert, script, image, why);
        else
            *why = g_strdup_printf("nobody answered an item of scale \"%s\"", likert.scale);
    }
    g_array_free(likert.rows, TRUE);
    g_array_free(likert.boxes, TRUE);
    return drawn;
}
