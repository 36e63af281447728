#include "plot/likert.h"

#include "chart/axis.h"
#include "codebook/choices.h"
#include "plot/likert_rows.h"

#include <math.h>
#include <string.h>

/* Where the text of an item breaks, in em: about 40 letters. */
static const double likert_wrap = 24;

/* The middle answer lies on neither side. */
static enum side likert_side(const struct likert *likert, int answer)
{
    int twice = 2 * answer - likert->low - likert->high;

    return twice == 0 ? SIDE_NEITHER : twice < 0 ? SIDE_FIRST : SIDE_LAST;
}

static double likert_length(const struct likert *likert, const struct likert_row *row, int answer)
{
    const struct result *result =
        likert_rows_number(likert, row, answer, likert->counts ? LIKERT_COUNT : LIKERT_SHARE);

    return result == NULL || isnan(result->value) ? 0 : result->value;
}

/* One box, put on at `*edge`. */
static void likert_box(struct likert *likert, guint row, int answer, double *edge)
{
    const struct likert_row *at = likert_rows_at(likert, row);
    double length = likert_length(likert, at, answer);
    const struct result *persons = likert_rows_number(likert, at, answer, LIKERT_COUNT);
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

        if (!likert_rows_at(likert, row)->shown)
            continue;
        for (int answer = likert->low; answer <= likert->high; answer++) {
            enum side side = likert_side(likert, answer);
            double length = likert_length(likert, likert_rows_at(likert, row), answer);

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
    struct choices *choices = choices_new(likert_rows_at(likert, 0)->item);
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
        const struct likert_row *row = likert_rows_at(likert, i);
        const char *n = scene_count(scene, (double)row->n);

        rows[i].label = likert_label(likert, row);
        rows[i].note = row->shown
                           ? scene_hold(scene, texts_fill(scene->texts, "plot",
                                                          row->answers ? "bar-n-answers" : "bar-n",
                                                          "n", n, NULL))
                           : scene_text(scene, "likert-hidden");
    }
    return rows;
}

static const char *likert_title(const struct likert *likert)
{
    static const char *const keys[][2] = {{"likert-share", "likert-share-answers"},
                                          {"likert-count", "likert-count-answers"}};

    return scene_text(likert->scene, keys[likert->counts][likert->answers]);
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
        .title = likert_title(likert),
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
        likert.scale = likert_rows_first_scale(&likert);
    if (likert.scale == NULL) {
        *why = g_strdup("the results hold no answers to its items");
    } else if (likert_rows_find(&likert, why)) {
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
