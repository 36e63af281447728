#include "chart/lettering.h"
#include "chart/plane_lay.h"

#include <math.h>

struct box {
    double left, right, bottom, top;
};

/* A place for a label beside its dot. */
struct spot {
    double across, up; /* from the dot: which side of it the label lies on, -1 to 1 */
    enum canvas_role role;
};

/* Somewhat above or below the dot first: there no line of the grid goes through the letters. */
static const struct spot spots[] = {
    {1, 0.65, CANVAS_NOTE},
    {1, -0.65, CANVAS_NOTE},
    {-1, 0.65, CANVAS_NOTE_BEFORE},
    {-1, -0.65, CANVAS_NOTE_BEFORE},
    {0, 1.1, CANVAS_AXIS},
    {0, -1.1, CANVAS_AXIS},
    {1, 0, CANVAS_NOTE},
    {-1, 0, CANVAS_NOTE_BEFORE},
};

/* Longer names are cut, in em; white between a dot and its label, and the height of a label. */
static const double name_most = 16, dot_gap = 0.1, name_height = 1.1;

static bool boxes_touch(const struct box *one, const struct box *other)
{
    return one->left < other->right && other->left < one->right && one->bottom < other->top &&
           other->bottom < one->top;
}

static struct box dot_box(const struct plane *plane, const struct plane_point *point)
{
    double x = plane_x(plane, point->x), y = plane_y(plane, point->y);
    double radius = plane_radius(plane, point);
    return (struct box){x - radius, x + radius, y - radius, y + radius};
}

/* The box of a label of a width at a spot beside the box of its dot. */
static struct box name_box(const struct plane *plane, const struct box *dot,
                           const struct spot *spot, double wide)
{
    double em = plane->canvas.font, high = name_height * em;
    double x = (dot->left + dot->right) / 2, y = (dot->bottom + dot->top) / 2;
    double away_x = (dot->right - dot->left) / 2 + dot_gap * em + wide / 2;
    double away_y = (dot->top - dot->bottom) / 2 + high / 2;
    x += spot->across * away_x;
    y += spot->up * away_y;
    return (struct box){x - wide / 2, x + wide / 2, y - high / 2, y + high / 2};
}

/* Whether nothing of what is taken, from number `from` on, stands there. */
static bool box_is_free(const struct plane *plane, const struct box *box, const GArray *taken,
                        guint from)
{
    if (box->left < plane->left || box->right > plane->right || box->bottom < plane->bottom ||
        box->top > plane->top) {
        return false;
    }
    for (guint i = from; i < taken->len; i++) {
        if (boxes_touch(box, &g_array_index(taken, struct box, i))) {
            return false;
        }
    }
    return true;
}

/* Whether the label stands now. */
static bool name_point(struct plane *plane, const struct plane_point *point, GArray *taken,
                       guint from)
{
    g_autofree char *clean = lettering_clean(point->label);
    g_autofree char *name = lettering_fit(clean, name_most);
    struct box dot = dot_box(plane, point);
    double wide = lettering_width(name) * plane->canvas.font;
    for (size_t i = 0; *name != '\0' && i < G_N_ELEMENTS(spots); i++) {
        struct box box = name_box(plane, &dot, &spots[i], wide);
        if (!box_is_free(plane, &box, taken, from)) {
            continue;
        }
        double x = spots[i].across > 0   ? box.left
                   : spots[i].across < 0 ? box.right
                                         : (box.left + box.right) / 2;
        canvas_write(&plane->canvas, x, (box.bottom + box.top) / 2, spots[i].role, name);
        g_array_append_val(taken, box);
        return true;
    }
    return *name == '\0';
}

/* The corners hold texts. */
static void take_corners(const struct plane *plane, GArray *taken)
{
    double low = plane_y(plane, plane->scale_low) - plane->canvas.font;
    double high = plane_y(plane, plane->scale_high) + plane->canvas.font;
    const struct box strips[] = {{plane->left, plane->right, plane->bottom, low},
                                 {plane->left, plane->right, high, plane->top}};
    g_array_append_vals(taken, strips, G_N_ELEMENTS(strips));
}

static void take_cuts(const struct plane *plane, GArray *taken)
{
    double x = plane_x(plane, plane->chart->cut), y = plane_y(plane, plane->chart->cut);
    const struct box cuts[] = {{x, x, plane->bottom, plane->top},
                               {plane->left, plane->right, y, y}};
    if (isfinite(plane->chart->cut)) {
        g_array_append_vals(taken, cuts, G_N_ELEMENTS(cuts));
    }
}

/* A label that can stand nowhere without crossing a cut crosses it. */
void plane_name(struct plane *plane)
{
    const struct plane_chart *chart = plane->chart;
    GArray *taken = g_array_new(FALSE, FALSE, sizeof(struct box));
    take_cuts(plane, taken);
    guint n_cuts = taken->len;
    take_corners(plane, taken);
    for (size_t i = 0; i < chart->n_points; i++) {
        struct box dot = dot_box(plane, &chart->points[i]);
        g_array_append_val(taken, dot);
    }
    for (size_t i = 0; i < chart->n_points; i++) {
        if (!name_point(plane, &chart->points[i], taken, 0)) {
            name_point(plane, &chart->points[i], taken, n_cuts);
        }
    }
    g_array_free(taken, TRUE);
}
